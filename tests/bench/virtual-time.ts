// Time that passes only when a bench says so: timers and animation frames come in their order at 60 Hz, whatever else the
// machine does, so that counts of messages, merges and bytes are exact. `performance.now` stays real.
import FakeTimers, { type Clock } from '@sinonjs/fake-timers';

const faked = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'Date',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;

/** One animation frame of a screen at 60 Hz, in the whole ms that virtual time knows. */
export const frameMs = 16;

interface FrameGlobals {
  requestAnimationFrame?: unknown;
  cancelAnimationFrame?: unknown;
  /** Read by tldraw, which otherwise draws no frames where it finds itself in a test. */
  __FORCE_RAF_IN_TESTS__?: boolean;
}

// tldraw remembers when it last drew: time may not go back between two runs, nor a frame that it waits for get lost.
let reached = 0;
const drainMs = 200;

export async function withVirtualTime<T>(run: (clock: Clock) => Promise<T>): Promise<T> {
  const globals = globalThis as FrameGlobals;
  const before = { ...globals };
  // Node has no frames; only what is there can be replaced.
  globals.requestAnimationFrame ??= () => 0;
  globals.cancelAnimationFrame ??= () => undefined;
  globals.__FORCE_RAF_IN_TESTS__ = true;
  const clock = FakeTimers.withGlobal(globalThis).install({ now: Math.max(Date.now(), reached), toFake: [...faked] });
  drawFrames();
  try {
    return await run(clock);
  } finally {
    await clock.tickAsync(drainMs);
    reached = clock.now;
    clock.uninstall();
    globals.requestAnimationFrame = before.requestAnimationFrame;
    globals.cancelAnimationFrame = before.cancelAnimationFrame;
    delete globals.__FORCE_RAF_IN_TESTS__;
  }
}

/** Frames as cheap to ask for as a browser's: those of the clock take longer than a whole change, and that would be measured. */
function drawFrames(): void {
  const nextOfClock = globalThis.requestAnimationFrame;
  let due = new Map<number, FrameRequestCallback>();
  let asked = 0;
  const draw: FrameRequestCallback = (now) => {
    const drawn = due;
    due = new Map();
    nextOfClock(draw);
    for (const run of drawn.values()) run(now);
  };
  nextOfClock(draw);
  globalThis.requestAnimationFrame = (run) => {
    due.set(++asked, run);
    return asked;
  };
  globalThis.cancelAnimationFrame = (frame) => void due.delete(frame);
}
