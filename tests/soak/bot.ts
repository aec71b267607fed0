// A person without a screen: a document, a bare store and the product's binding, connected to a real server.
import { BINDING, createBoardBinding, type BoardBinding } from '@commonboard/shared/board/binding.ts';
import { recordKeys, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { reverseRecordsDiff, squashRecordDiffs, type RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import type { WebsocketProvider } from 'y-websocket';
import { bareStore } from '../support/bare-store.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { pick, randomFrom, type Random } from '../support/seeded-random.ts';

export class Bot {
  readonly store: TLStore = bareStore();
  readonly random: Random;
  /** The shape this person writes into. */
  editing: TLShapeId | null = null;
  /** What was typed last and is still there. */
  typed: { into: TLShapeId; letters: number } | null = null;
  dragWrites = 0;
  messages = 0;
  readonly #provider: WebsocketProvider;
  readonly #binding: BoardBinding;
  #replaying = false;
  #lastGesture: RecordsDiff<TLRecord> | null = null;

  /** Resolves when the board has arrived. `lookEveryMs` is how often the bot looks at what others did. */
  static async enter(origin: string, boardId: string, token: string, seed: number, lookEveryMs: number): Promise<Bot> {
    const provider = plainProvider(origin, boardId, token);
    const arrived = Promise.withResolvers<void>();
    provider.once('sync', () => arrived.resolve());
    await arrived.promise;
    return new Bot(provider, seed, lookEveryMs);
  }

  private constructor(provider: WebsocketProvider, seed: number, lookEveryMs: number) {
    this.#provider = provider;
    this.random = randomFrom(seed);
    const { doc } = provider;
    this.#binding = createBoardBinding({
      doc,
      store: this.store,
      nextFrame: (run) => later(lookEveryMs, run),
      after: later,
    });
    this.#binding.attachEditor({
      isReplaying: () => this.#replaying,
      runMerge: (merge) => merge(),
      editedId: () => this.editing,
      showText: () => null,
    });
    doc.on('update', (_update: Uint8Array, from: unknown) => {
      if (from === BINDING) this.messages++;
    });
    recordMaps(doc).observeDeep((events, { origin }) => {
      if (origin === BINDING) this.dragWrites += events.filter(({ keys }) => keys.has(recordKeys.place)).length;
    });
    this.store.listen(({ changes }) => this.#remember(changes), { source: 'user', scope: 'document' });
  }

  shapes(): TLShape[] {
    return this.store.allRecords().filter((record) => record.typeName === 'shape');
  }

  /** Nobody touches what is locked: the shape by which edits are timed stays. */
  pickShape(fits: (shape: TLShape) => boolean): TLShape | null {
    const fitting = this.shapes().filter((shape) => !shape.isLocked && fits(shape));
    return fitting.length > 0 ? pick(this.random, fitting) : null;
  }

  /** What is done from here on is undone as one. */
  beginGesture(): void {
    this.store._flushHistory();
    this.#lastGesture = null;
  }

  endGesture(): void {
    this.#binding.flush();
  }

  /** Takes the last gesture back, unless somebody has deleted meanwhile what it was about. */
  undo(): void {
    this.store._flushHistory();
    const gesture = this.#lastGesture;
    this.#lastGesture = null;
    if (!gesture) return;
    const there = [...Object.keys(gesture.added), ...Object.keys(gesture.updated)];
    if (!there.every((id) => this.store.has(id as TLShapeId))) return;
    this.#replaying = true;
    this.store.applyDiff(reverseRecordsDiff(gesture));
    this.#replaying = false;
    this.#lastGesture = null;
  }

  leave(): void {
    this.#binding.stop();
    this.#provider.destroy();
    // Ends the provider's own timers too.
    this.#provider.doc.destroy();
  }

  #remember(changes: RecordsDiff<TLRecord>): void {
    if (this.#replaying) return;
    this.#lastGesture = this.#lastGesture ? squashRecordDiffs([this.#lastGesture, changes]) : changes;
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
