// How much of this page's own work is not yet durable on the server. Counts updates made here, frames sent, and what the
// server says is settled (message 64). No I/O.

export interface SaveTracker {
  /** An update was made here and not by the network. */
  madeUpdate(): void;
  connected(): void;
  disconnected(): void;
  /** An update-carrying frame went out. The first step 2 of a connection holds all the server did not have. */
  sentFrame(kind: 'step2' | 'update'): void;
  /** The first `frames` update-carrying frames of this connection are durable or refused. */
  settled(frames: number): void;
  /** Updates made here that are not durable yet. */
  unsaved(): number;
}

/** `before`: what was made in earlier visits and not settled then; the first step 2 carries it. */
export function createSaveTracker(before = 0): SaveTracker {
  let made = before;
  let durable = 0;
  /** For each frame of this connection, how many updates were made when it went out. */
  let frames: number[] = [];
  let settledFrames = 0;
  /** Until the first step 2 of a connection is out, what was made while offline lies only here. */
  let caughtUp = false;
  const startOver = (): void => {
    frames = [];
    settledFrames = 0;
    caughtUp = false;
  };
  return {
    madeUpdate: () => void made++,
    connected: startOver,
    disconnected: startOver,
    sentFrame: (kind) => {
      caughtUp ||= kind === 'step2';
      frames.push(caughtUp ? made : durable);
    },
    settled: (count) => {
      const newly = frames.slice(0, Math.max(0, count - settledFrames));
      frames = frames.slice(newly.length);
      settledFrames = Math.max(settledFrames, count);
      durable = Math.max(durable, newly.at(-1) ?? 0);
    },
    unsaved: () => made - durable,
  };
}
