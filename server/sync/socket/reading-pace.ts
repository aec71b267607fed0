// How fast one socket is read: so many frames, bytes, questions and so much work at once, and then so many each second. Who sends more is not
// read for a while, so that nothing is lost. Rule R48.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { TokenBucket } from '../../ops/token-bucket.ts';
import type { Frame } from './frame.ts';

/** What it takes to stop reading a socket, and to go on. */
export interface Readable {
  pause(): void;
  resume(): void;
}

interface Arrived {
  kind: Frame['kind'];
  bytes: number;
  handle: () => void;
}

/** A frame that is far too large for its turn holds its sender up no longer than this; a socket must not look dead. */
const pauseMsMax = 10_000;

export class ReadingPace {
  readonly #socket: Readable;
  readonly #now: () => number;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #questions: TokenBucket;
  /** Milliseconds that its frames have kept the server busy. */
  readonly #work: TokenBucket;
  /** What had come already when reading was stopped. */
  #waiting: Arrived[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(socket: Readable, now: () => number) {
    this.#socket = socket;
    this.#now = now;
    this.#frames = new TokenBucket({ burst: limits.framesBurst, perSecond: limits.framesPerSecond }, now());
    this.#bytes = new TokenBucket({ burst: limits.frameBytesBurst, perSecond: limits.frameBytesPerSecond }, now());
    this.#work = new TokenBucket({ burst: limits.frameWorkMsBurst, perSecond: limits.frameWorkMsPerSecond }, now());
    this.#questions = new TokenBucket({ burst: limits.step1Burst, perSecond: limits.step1PerSecond }, now());
  }

  /** Handles a frame now, or when its turn comes; those that came in one piece with it wait behind it. */
  take(kind: Frame['kind'], bytes: number, handle: () => void): void {
    if (this.#timer === null) this.#run({ kind, bytes, handle });
    else this.#waiting.push({ kind, bytes, handle });
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
  }

  #run({ kind, bytes, handle }: Arrived): void {
    const now = this.#now();
    const begun = performance.now();
    handle();
    const waitMs = Math.max(
      this.#frames.spend(1, now),
      this.#bytes.spend(bytes, now),
      kind === 'step1' ? this.#questions.spend(1, now) : 0,
      this.#work.spend(performance.now() - begun, now),
    );
    if (waitMs > 0) this.#wait(Math.min(waitMs, pauseMsMax));
  }

  #wait(ms: number): void {
    this.#socket.pause();
    this.#timer = setTimeout(() => this.#goOn(), ms);
    this.#timer.unref();
  }

  #goOn(): void {
    this.#timer = null;
    const waiting = this.#waiting;
    let done = 0;
    for (let next = waiting[done]; next && this.#timer === null; next = waiting[done]) {
      done++;
      this.#run(next);
    }
    this.#waiting = waiting.slice(done);
    if (this.#timer === null) this.#socket.resume();
  }
}
