// Notes on their way: none lost, none twice, and nothing called saved before the server has it. Bad networks first.
import { describe, expect, it } from 'vitest';
import { Outbox } from '@commonboard/client/page/outbox.ts';
import { pageSaveState } from '@commonboard/client/page/save-line.tsx';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { dropUnsentNotes, openUnsentNotes, type Wish } from '@commonboard/client/sync/unsent-notes.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

const board = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const noAnswer = new ApiError('offline', 'no answer', 0);
const noZone = new ApiError('no-zone', 'gone', 409);
const locked = new ApiError('locked', 'not now', 403);

class Shelf implements Storage {
  readonly items = new Map<string, string>();
  isFull = false;
  get length(): number {
    return this.items.size;
  }
  key(at: number): string | null {
    return [...this.items.keys()].sort()[at] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new Error('full');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
}

type Reply = (wish: Wish, times: number) => Promise<void>;

/** Time passes when the test says so. */
function open(reply: Reply, storage: Storage | null = new Shelf()) {
  const sent: Wish[] = [];
  const timers: (() => void)[] = [];
  const clock = { now: 0, refusals: 0 };
  let ids = 0;
  const outbox = new Outbox({
    shelf: openUnsentNotes(storage, board, 'pA'),
    send: (wish) => reply(wish, sent.push(wish)),
    isPassing: (error) => error === noAnswer,
    after: (_, act) => {
      timers.push(act);
      return () => void timers.splice(timers.indexOf(act), 1);
    },
    now: () => clock.now,
    // Not in the order in which they are made.
    newId: () => `shape:${String(9_999 - ++ids).padStart(20, '0')}`,
    saved: () => undefined,
    refused: () => void clock.refusals++,
  });
  const later = (): void => timers.splice(0).forEach((act) => act());
  return { outbox, sent, clock, later };
}
const states = (outbox: Outbox) => outbox.entries().map(({ state }) => state);
const settled = async (outbox: Outbox, ...wanted: string[]) =>
  expect.poll(() => states(outbox), { interval: 1 }).toEqual(wanted);

describe('a note', () => {
  it('[R166] is saved only after the answer', async () => {
    let answer = (): void => undefined;
    const { outbox } = open(() => new Promise<void>((resolve) => (answer = resolve)));
    outbox.add('A garden', null);
    expect(states(outbox)).toEqual(['sending']);
    expect(pageSaveState({ status: 'online' }, outbox.entries(), 'edit')).toEqual({ kind: 'saving', count: 1 });
    answer();
    await settled(outbox, 'saved');
    expect(pageSaveState({ status: 'online' }, outbox.entries(), 'edit')).toEqual({ kind: 'saved' });
  });

  it('[R166] that got no answer stays on the device and is sent again with the same id', async () => {
    const storage = new Shelf();
    const { outbox, sent, later } = open(async (_, times) => {
      if (times < 3) throw noAnswer;
    }, storage);
    outbox.add('A garden', 'shape:zone');
    await settled(outbox, 'kept');
    expect(pageSaveState({ status: 'offline' }, outbox.entries(), 'edit')).toEqual({
      kind: 'offline-kept',
      count: 1,
      all: 1,
    });
    expect(storage.length).toBe(1);
    later();
    await expect.poll(() => sent.length, { interval: 1 }).toBe(2);
    await settled(outbox, 'kept');
    outbox.hurry();
    await settled(outbox, 'saved');
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(storage.length).toBe(0);
  });

  it('[R166] whose zone has gone meanwhile is put on the board all the same', async () => {
    const storage = new Shelf();
    const { outbox, sent } = open(async (wish) => {
      if (wish.kind === 'add' && wish.zone !== null) throw noZone;
    }, storage);
    outbox.add('A garden', 'shape:gone');
    await settled(outbox, 'saved');
    expect(sent).toMatchObject([{ zone: 'shape:gone' }, { zone: null, text: 'A garden' }]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(storage.length).toBe(0);
  });

  it('[R166] outlives the page; of another person and of a damaged shelf nothing is sent', async () => {
    const storage = new Shelf();
    const first = open(() => Promise.reject(noAnswer), storage);
    first.outbox.add('A garden', null);
    await settled(first.outbox, 'kept');
    first.outbox.stop();
    storage.setItem(`commonboard.unsent.${board}.pA.shape:x`, '{"kind":"add"');
    storage.setItem(`commonboard.unsent.${board}.pA.shape:y`, '{"kind":"explode","id":"shape:y"}');
    storage.setItem(`commonboard.unsent.${board}.pB.shape:z`, '{"kind":"remove","id":"shape:z"}');
    const next = open(async () => undefined, storage);
    await settled(next.outbox, 'saved');
    expect(next.sent).toMatchObject([{ kind: 'add', text: 'A garden' }]);
    dropUnsentNotes(storage, board);
    expect(Object.keys(storage.items)).toEqual([]);
  });

  it('[R166] kept notes are sent in the order in which they were written, whatever became of some since', async () => {
    const storage = new Shelf();
    const first = open(() => Promise.reject(noAnswer), storage);
    const words = Array.from({ length: 12 }, (_, at) => `note ${at}`);
    for (const text of words) first.outbox.add(text, null);
    await settled(first.outbox, ...words.map(() => 'kept'));
    const second = first.outbox.entries().at(-2)!.wish.id;
    first.outbox.change(second, { was: 'note 1', text: 'note 1!' });
    first.outbox.stop();
    const next = open(async () => undefined, storage);
    await settled(next.outbox, ...words.map(() => 'saved'));
    expect(next.sent.flatMap((wish) => ('text' in wish ? [wish.text] : []))).toEqual(words.with(1, 'note 1!'));
  });

  it.each([
    ['forbidden', null],
    ['full', Object.assign(new Shelf(), { isFull: true })],
  ])('[R166] is said to be in this page only where storage is %s', async (_, storage) => {
    const { outbox } = open(() => Promise.reject(noAnswer), storage);
    outbox.add('A garden', null);
    await settled(outbox, 'here');
    expect(pageSaveState({ status: 'offline' }, outbox.entries(), 'edit')).toEqual({ kind: 'offline', count: 1 });
  });

  it('that is refused stays to be read and tried again, and holds up no other', async () => {
    const { outbox, sent, clock } = open(async ({ kind }, times) => {
      if (kind === 'add' && times === 1) throw locked;
    });
    outbox.add('A garden', null);
    outbox.add('A market', null);
    await settled(outbox, 'saved', 'refused');
    const [, refused] = outbox.entries();
    expect(refused).toMatchObject({ error: locked, wish: { text: 'A garden' } });
    expect(clock.refusals).toBe(1);
    outbox.again(refused!.wish.id);
    await settled(outbox, 'saved', 'saved');
    expect(sent).toHaveLength(3);
  });
});

describe('second thoughts', () => {
  it('a note that was changed before it was sent is sent once, as it is now', async () => {
    const { outbox, sent, later } = open(async (_, times) => {
      if (times === 1) throw noAnswer;
    });
    outbox.add('A garden', null);
    await settled(outbox, 'kept');
    outbox.change(outbox.entries()[0]!.wish.id, { was: 'A garden', text: 'A garden for all' });
    later();
    await settled(outbox, 'saved');
    // The first may have come through without an answer: then the server keeps its words, and hears the new ones after.
    expect(sent.map(({ kind }) => kind)).toEqual(['add', 'add', 'change']);
    expect(sent.at(-1)).toMatchObject({ was: 'A garden', text: 'A garden for all' });
  });

  it('what is changed while it is on its way goes after it', async () => {
    const answers: (() => void)[] = [];
    const { outbox, sent } = open(() => new Promise<void>((resolve) => void answers.push(resolve)));
    outbox.add('A garden', null);
    const { id } = outbox.entries()[0]!.wish;
    outbox.change(id, { was: 'A garden', text: 'A market' });
    answers.shift()!();
    await expect.poll(() => sent.length, { interval: 1 }).toBe(2);
    expect(states(outbox)).toEqual(['sending']);
    answers.shift()!();
    await settled(outbox, 'saved');
    expect(sent).toMatchObject([
      { kind: 'add', text: 'A garden' },
      { kind: 'change', id, was: 'A garden', text: 'A market' },
    ]);
  });

  it('[R164] what a change began from goes with it, and outlives the page', async () => {
    const storage = new Shelf();
    const first = open(() => Promise.reject(noAnswer), storage);
    first.outbox.change('shape:n', { was: 'A garden', text: 'A big garden' });
    await settled(first.outbox, 'kept');
    first.outbox.stop();
    const next = open(async () => undefined, storage);
    await settled(next.outbox, 'saved');
    expect(next.sent).toMatchObject([{ kind: 'change', was: 'A garden', text: 'A big garden' }]);
  });

  it('[R164] a change of a change that may have come through says first what was tried, and goes on from it', async () => {
    const { outbox, sent, later } = open(async (_, times) => {
      if (times === 1) throw noAnswer;
    });
    outbox.change('shape:n', { was: 'A garden', text: 'A big garden' });
    await settled(outbox, 'kept');
    outbox.change('shape:n', { was: 'A big garden', text: 'A big park' });
    later();
    await settled(outbox, 'saved');
    expect(sent).toMatchObject([
      { was: 'A garden', triedText: 'A big garden' },
      { was: 'A garden', triedText: 'A big garden' },
      { was: 'A big garden', triedText: 'A big park' },
    ]);
  });

  it('[R164] a change that was refused has changed nothing: the next says only itself', async () => {
    const { outbox, sent } = open(async (_, times) => {
      if (times === 1) throw locked;
    });
    outbox.change('shape:n', { was: 'A garden', text: 'A big garden' });
    await settled(outbox, 'refused');
    outbox.change('shape:n', { was: 'A big garden', text: 'A park' });
    await settled(outbox, 'saved');
    expect(sent.slice(1)).toMatchObject([{ was: 'A garden', triedText: 'A park' }]);
  });

  it('a note that may have come through is removed there too', async () => {
    const { outbox, sent, later } = open(async (_, times) => {
      if (times === 1) throw noAnswer;
    });
    outbox.add('A garden', null);
    await settled(outbox, 'kept');
    outbox.remove(outbox.entries()[0]!.wish.id);
    later();
    await settled(outbox, 'saved');
    expect(sent.map(({ kind }) => kind)).toEqual(['add', 'remove']);
  });

  it('what is saved is dropped once the board has been seen since', async () => {
    const { outbox, clock } = open(async () => undefined);
    clock.now = 10;
    outbox.add('A garden', null);
    await settled(outbox, 'saved');
    outbox.settle(9);
    expect(states(outbox)).toEqual(['saved']);
    outbox.settle(10);
    expect(states(outbox)).toEqual([]);
  });

  it('no more wait than a device keeps', () => {
    const { outbox } = open(() => new Promise<void>(() => undefined));
    for (let i = 0; i < limits.unsentNotesMax; i++) expect(outbox.add(`${i}`, null)).toBe(true);
    expect(outbox.add('one more', null)).toBe(false);
  });
});
