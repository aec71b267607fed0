// Frames that come while a board is loading, in their order, up to a number and a size. Who leaves has still written them.
// Rules R11 and R66.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Frame } from './frame.ts';
import type { Session } from './session.ts';

interface Held {
  session: Session;
  frame: Frame;
}

export class Inbox {
  #held: Held[] = [];
  #bytes = 0;

  /** False when there is no room for it; then nothing of this session is kept. */
  add(session: Session, frame: Frame): boolean {
    const bytes = bytesOf(frame);
    if (this.#held.length >= limits.inboxFramesMax || this.#bytes + bytes > limits.inboxBytesMax) {
      this.#forget(session);
      return false;
    }
    this.#held.push({ session, frame });
    this.#bytes += bytes;
    return true;
  }

  takeAll(): Held[] {
    const all = this.#held;
    this.#held = [];
    this.#bytes = 0;
    return all;
  }

  #forget(session: Session): void {
    this.#held = this.#held.filter((held) => held.session !== session);
    this.#bytes = this.#held.reduce((sum, { frame }) => sum + bytesOf(frame), 0);
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
      return frame.entries.reduce((sum, { state }) => sum + state.length, 0);
    case 'queryAwareness':
    case 'check':
      return 0;
    case 'presence':
      return frame.body.length;
  }
}
