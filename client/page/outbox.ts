// Notes on their way to the server: kept on this device until it has them on its disk, sent one after the other, and sent again
// with the same id where no answer came. No React.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { ApiError } from '../sync/api.ts';
import type { UnsentNotes, Wish } from '../sync/unsent-notes.ts';

/**
 * sending: on its way, or about to be. kept: no answer came; it is on this device. here: the same, in this page only. refused: the
 * server said no. saved: it is on the server's disk, and this page has not heard of it otherwise yet.
 */
export type EntryState = 'sending' | 'kept' | 'here' | 'refused' | 'saved';

export interface Entry {
  wish: Wish;
  state: EntryState;
  /** Why it was refused, or did not get through. */
  error: unknown;
  /** When it was stored. */
  savedAt: number | null;
}

export interface OutboxPorts {
  shelf: UnsentNotes;
  /** Resolves when it is on the server's disk. */
  send(wish: Wish): Promise<void>;
  /** Whether another try may go better. */
  isPassing: (error: unknown) => boolean;
  /** Calls back later. Returns its stop. */
  after: (ms: number, act: () => void) => () => void;
  now(): number;
  newId(): string;
  /** The server has it. */
  saved(wish: Wish): void;
  /** The server said no: it may know something that this page has not heard of yet. */
  refused(): void;
}

const againMs = [1_000, 2_000, 4_000, 8_000, 15_000];

export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #listeners = new Set<() => void>();
  /** The last one first. */
  #entries: readonly Entry[];
  #isSending = false;
  #isOver = false;
  #failures = 0;
  #cancel = (): void => undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#entries = ports.shelf
      .read()
      .map((kept) => entryOf(kept, 'kept'))
      .reverse();
    void this.#sendAll();
  }

  /** The last one first. The same array until something changes. */
  readonly entries = (): readonly Entry[] => this.#entries;

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** False where no more fits. */
  add(text: string, zone: string | null): boolean {
    if (this.#entries.length >= limits.unsentNotesMax) return false;
    this.#want({ kind: 'add', id: this.#ports.newId(), text, zone, triedText: null });
    return true;
  }

  /** `was`: the text that the person began from. */
  change(id: string, { was, text }: { was: string; text: string }): void {
    const known = this.#find(id);
    if (known && known.wish.kind !== 'remove' && known.state !== 'saved') this.#want({ ...known.wish, text });
    else this.#want({ kind: 'change', id, text, was, triedText: null });
  }

  remove(id: string): void {
    const known = this.#find(id);
    // What was never sent needs no word to the server.
    if (known?.wish.kind === 'add' && known.wish.triedText === null) this.drop(id);
    else this.#want({ kind: 'remove', id });
  }

  again(id: string): void {
    const known = this.#find(id);
    if (known) this.#want(known.wish);
  }

  /** Gives up what was refused. */
  drop(id: string): void {
    this.#ports.shelf.drop(id);
    this.#show(this.#entries.filter(({ wish }) => wish.id !== id));
  }

  /** Tries at once: the network is back. */
  hurry(): void {
    this.#failures = 0;
    void this.#sendAll();
  }

  /** All that was saved before `at` is seen otherwise by now. */
  settle(at: number): void {
    const left = this.#entries.filter(({ savedAt }) => savedAt === null || savedAt > at);
    if (left.length < this.#entries.length) this.#show(left);
  }

  stop(): void {
    this.#isOver = true;
    this.#cancel();
  }

  #show(next: readonly Entry[]): void {
    this.#entries = next;
    for (const listener of this.#listeners) listener();
  }

  #find(id: string): Entry | undefined {
    return this.#entries.find(({ wish }) => wish.id === id);
  }

  #put(entry: Entry): void {
    const { id } = entry.wish;
    const isKnown = this.#find(id) !== undefined;
    this.#show(isKnown ? this.#entries.map((one) => (one.wish.id === id ? entry : one)) : [entry, ...this.#entries]);
  }

  #want(wish: Wish): void {
    this.#ports.shelf.keep(wish);
    this.#put(entryOf(wish, 'sending'));
    void this.#sendAll();
  }

  /** One after the other, so that a change does not overtake its note. */
  async #sendAll(): Promise<void> {
    if (this.#isSending || this.#isOver) return;
    this.#isSending = true;
    this.#cancel();
    for (let next = this.#next(); next; next = this.#next()) if (!(await this.#sendOne(next))) break;
    this.#isSending = false;
  }

  /** The one that was written first. */
  #next(): Wish | undefined {
    if (this.#isOver) return undefined;
    return this.#entries.findLast(({ state }) => state === 'sending' || state === 'kept' || state === 'here')?.wish;
  }

  /** False where the next try is to wait. */
  async #sendOne(wanted: Wish): Promise<boolean> {
    const sent: Wish = wanted.kind === 'remove' ? wanted : { ...wanted, triedText: wanted.triedText ?? wanted.text };
    this.#ports.shelf.keep(sent);
    this.#put(entryOf(sent, 'sending'));
    try {
      await this.#ports.send(sent);
    } catch (error) {
      this.#failed(wanted, error);
      return !this.#ports.isPassing(error);
    }
    this.#failures = 0;
    this.#done(sent);
    return true;
  }

  #done(sent: Wish): void {
    const now = this.#find(sent.id);
    if (now?.wish !== sent) {
      // Meanwhile the person wants something else of it, which is not said yet.
      if (now) this.#want(restOf(now.wish));
      return;
    }
    // What was tried first is there now; what was written since goes after it.
    if (sent.kind !== 'remove' && sent.triedText !== sent.text) return this.#want(restOf(sent));
    this.#ports.shelf.drop(sent.id);
    this.#put({ wish: sent, state: 'saved', error: null, savedAt: this.#ports.now() });
    this.#ports.saved(sent);
  }

  #failed(wanted: Wish, error: unknown): void {
    const { isPassing, shelf, after } = this.#ports;
    if (!isPassing(error)) return this.#refused(wanted, error);
    for (const entry of this.#entries)
      if (entry.state === 'sending') this.#put({ ...entry, state: shelf.keep(entry.wish) ? 'kept' : 'here', error });
    this.#cancel = after(againMs[Math.min(this.#failures++, againMs.length - 1)] ?? 0, () => void this.#sendAll());
  }

  #refused(wanted: Wish, error: unknown): void {
    const now = this.#find(wanted.id);
    if (!now) return;
    // Its zone went while it was on its way: the words go onto the board all the same.
    if (now.wish.kind === 'add' && now.wish.zone !== null && isZoneGone(error))
      return this.#want({ ...now.wish, zone: null, triedText: null });
    // A first try that was refused has changed nothing: the next may say something else.
    const isFirst = wanted.kind !== 'remove' && wanted.triedText === null;
    const wish = isFirst && now.wish.kind !== 'remove' ? { ...now.wish, triedText: null } : now.wish;
    this.#ports.shelf.keep(wish);
    this.#put({ ...now, wish, state: 'refused', error });
    this.#ports.refused();
  }
}

function isZoneGone(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'no-zone';
}

function entryOf(wish: Wish, state: EntryState): Entry {
  return { wish, state, error: null, savedAt: null };
}

/** What is left to say when the words that were tried are there. */
function restOf(wish: Wish): Wish {
  if (wish.kind === 'remove') return wish;
  const { id, text, triedText } = wish;
  return { kind: 'change', id, text, was: triedText ?? text, triedText: null };
}
