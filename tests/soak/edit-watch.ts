// How long an edit takes from one person to another while everybody works.
import { recordMaps } from '@commonboard/shared/board/layout.ts';
import { createShapeId, type TLShapeId } from '@tldraw/tlschema';
import type { WebsocketProvider } from 'y-websocket';
import { setTimeout as waitFor } from 'node:timers/promises';
import { plainProvider } from '../support/browser-provider.ts';
import type { Bot } from './bot.ts';
import type { Turnstile } from './turnstile.ts';

const editEveryMs = 500;

export class EditWatch {
  readonly #writer: Bot;
  readonly #reader: WebsocketProvider;
  readonly #shape: TLShapeId = createShapeId('watched');
  #sentAt: number | null = null;
  #taken: number[] = [];

  /** Of the two, the writer is a person like the others; the reader only looks. */
  constructor(writer: Bot, origin: string, boardId: string, readerToken: string) {
    this.#writer = writer;
    const model = writer.pickShape(({ type }) => type === 'geo');
    if (!model) throw new Error('The board has no shape to make a copy of.');
    writer.store.put([{ ...model, id: this.#shape, isLocked: true }]);
    writer.endGesture();
    this.#reader = plainProvider(origin, boardId, readerToken);
    recordMaps(this.#reader.doc).observeDeep((events) => {
      if (this.#sentAt === null || !events.some(({ path }) => path[0] === this.#shape)) return;
      this.#taken.push(performance.now() - this.#sentAt);
      this.#sentAt = null;
    });
  }

  /** Edits until the signal; only while the turnstile is open, so that a board at rest is not measured. */
  async run(turnstile: Turnstile, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await waitFor(editEveryMs, undefined, { signal }).catch(() => undefined);
      await turnstile.pass(() => Promise.resolve(this.#edit()));
    }
  }

  /** ms of the edits that arrived since it was last asked. */
  take(): number[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }

  stop(): void {
    this.#reader.destroy();
    this.#reader.doc.destroy();
  }

  #edit(): void {
    // One that has not arrived yet is waited for: a stall shows as one long time, not as several.
    const shape = this.#writer.store.get(this.#shape);
    if (this.#sentAt !== null || !shape) return;
    this.#sentAt = performance.now();
    this.#writer.store.put([{ ...shape, x: shape.x + 1 }]);
    this.#writer.endGesture();
  }
}
