// Frames that come while a board is loading, in their order, up to a number for each socket, and a number and a size for all. Who leaves
// has still written them. Rules R11 and R66.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Frame } from './socket/frame.ts';
import type { Session } from './socket/session.ts';

interface Held {
  session: Session;
  frame: Frame;
}

/** About what a frame, or one entry in it, takes in memory beside what it says. */
const heldBytes = 64;

export class Inbox {
  #held: Held[] = [];
  #framesOf = new Map<Session, number>();
  #bytes = 0;

  /** False when there is no room for it; then nothing of this session is kept. */
  add(session: Session, frame: Frame): boolean {
    const bytes = bytesOf(frame) + heldBytes;
    const frames = this.#framesOf.get(session) ?? 0;
    const isFull = this.#held.length >= limits.inboxAllFramesMax || this.#bytes + bytes > limits.inboxBytesMax;
    if (isFull || frames >= limits.inboxFramesMax) {
      if (frames > 0) this.#forget(session);
      return false;
    }
    this.#held.push({ session, frame });
    this.#framesOf.set(session, frames + 1);
    this.#bytes += bytes;
    return true;
  }

  takeAll(): Held[] {
    const all = this.#held;
    this.#held = [];
    this.#framesOf.clear();
    this.#bytes = 0;
    return all;
  }

  #forget(session: Session): void {
    this.#held = this.#held.filter((held) => held.session !== session);
    this.#framesOf.delete(session);
    this.#bytes = this.#held.reduce((sum, { frame }) => sum + bytesOf(frame) + heldBytes, 0);
  }
}

function bytesOf(frame: Frame): number {
  switch (frame.kind) {
    case 'step1':
      return frame.stateVector.length;
    case 'step2':
    case 'update':
      return frame.update.length;
    case 'awareness':
      return frame.entries.reduce((sum, { state }) => sum + state.length + heldBytes, 0);
    case 'queryAwareness':
    case 'check':
      return 0;
    case 'presence':
      return frame.body.length;
  }
}
