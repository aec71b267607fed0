// What a page keeps of a private round where the server has not heard of it: over a reload, a refusal, and the round's end.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordKeys, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { changeWords } from '@commonboard/shared/board/notes/written-note.ts';
import { draftsIn, takeShown, wordsOf } from '@commonboard/shared/drafts/draft-notes.ts';
import { type PrivateRound, privateRoundSchema } from '@commonboard/shared/drafts/private-round.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { OwnDrafts } from '@commonboard/client/drafts/drafts-store.ts';
import { keepLateNotes } from '@commonboard/client/drafts/late-notes.ts';
import { startWriting, type Unsent } from '@commonboard/client/drafts/round-writing.ts';
import { unsentDrafts } from '@commonboard/client/drafts/unsent-drafts.ts';

const round = privateRoundSchema.parse({
  id: 'r1',
  phase: null,
  isAnonymous: true,
  notesMax: 3,
  best: null,
  zone: null,
  stage: 'open',
  openedAt: 1,
});

function newDevice(shelf = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
    removeItem: (key: string) => void shelf.delete(key),
  };
  return unsentDrafts(storage, boardIdSchema.parse('A'.repeat(16)), participantIdSchema.parse(`p${'A'.repeat(16)}`));
}

/** A page with a document whose server is the test. */
function openPage(device = newDevice(), before: Unsent = { notes: device.read()?.notes ?? [], held: [] }) {
  const doc = new Y.Doc();
  const listeners = new Set<() => void>();
  let isSaved = false;
  let own: OwnDrafts | null = null;
  const tell = (): void => listeners.forEach((listener) => listener());
  doc.on('update', tell);
  const write = ({ id, text }: { id: string; text: string }): void =>
    putRecord(doc, newNoteRecord([page, ...draftsIn(doc)], { id, text })!);
  const writing = startWriting(round, before, {
    connection: {
      doc,
      isSaved: () => isSaved,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      stop: () => undefined,
    },
    store: {
      setOwn: (next) => {
        own = next;
      },
    },
    device,
    onIds: () => undefined,
    restore(note) {
      isSaved = false;
      write(note);
    },
    change: ({ id, ...words }) => doc.transact(() => changeWords(doc, id, words)),
  });
  return {
    doc,
    device,
    writing,
    write,
    own: () => own,
    type(id: string, text: string) {
      const words = recordMaps(doc).get(id)?.get(recordKeys.text);
      if (!(words instanceof Y.XmlFragment)) throw new Error(`There is no ${id}.`);
      doc.transact(() => updateFragment(words, richTextFromPlain(text)));
    },
    /** All of it is on the server. */
    saves() {
      isSaved = true;
      tell();
    },
    /** From now on nothing is. */
    isAway() {
      isSaved = false;
      tell();
    },
    words: () => draftsIn(doc).map(wordsOf).toSorted(),
  };
}

const page = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} } as never;
const ids = ['one', 'two', 'three', 'four'].map((name) => `shape:${name.padEnd(20, 'x')}`);
const note = (i: number) => ({ id: ids[i]!, text: `note ${i}` });

/** As the server had it. */
function same(from: { doc: Y.Doc }, to: { doc: Y.Doc }): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
}

describe('a page that is closed before the server has heard of it', () => {
  it('[R159] a new note is there again, once', () => {
    const before = openPage();
    before.write(note(0));
    const after = openPage(before.device);
    expect(after.words()).toEqual([]);
    after.saves();
    expect(after.words()).toEqual(['note 0']);
    const arrived = openPage(before.device);
    same(after, arrived);
    arrived.saves();
    expect(arrived.words()).toEqual(['note 0']);
  });

  it('[R159] words that were typed into a saved draft are there again, beside what another device has typed', () => {
    const before = openPage();
    before.write(note(0));
    before.saves();
    const server = new Y.Doc();
    same(before, { doc: server });
    before.isAway();
    before.type(ids[0]!, 'note 0 and more');
    const after = openPage(before.device);
    Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(server));
    after.type(ids[0]!, 'A note 0');
    after.saves();
    expect(after.words()).toEqual(['A note 0 and more']);
    // Saved, nothing is left to remember.
    expect(after.device.read()?.notes).toEqual([]);
  });

  it('[R159] what was thrown away or shown on another device does not come back', () => {
    const before = openPage();
    before.write(note(0));
    const after = openPage(before.device);
    same(before, after);
    after.doc.transact(() => takeShown(after.doc, [ids[0]!], 1));
    after.saves();
    expect(after.words()).toEqual([]);
    expect(after.own()).toMatchObject({ notes: 1, shown: 1, held: 0 });
  });
});

describe('a document that the server has refused', () => {
  it('[R159] what fits is written into the next one, the rest stays on the device and comes late', () => {
    const refused = openPage();
    for (const i of [0, 1, 2, 3]) refused.write(note(i));
    const next = openPage(refused.device, refused.writing.unsent());
    next.write({ id: `shape:${'there'.padEnd(20, 'x')}`, text: 'there before' });
    next.saves();
    next.saves();
    expect(next.words()).toEqual(['note 0', 'note 1', 'there before']);
    expect(next.own()).toMatchObject({ held: 2 });
    expect(next.writing.end().map(({ text }) => text)).toEqual(['note 2', 'note 3']);
  });

  it('[R159] what is refused twice is not tried for ever', () => {
    const first = openPage();
    first.write(note(0));
    const second = openPage(first.device, first.writing.unsent());
    second.saves();
    expect(second.words()).toEqual(['note 0']);
    const third = openPage(second.device, second.writing.unsent());
    third.saves();
    expect(third.words()).toEqual([]);
    expect(third.writing.end()).toMatchObject([note(0)]);
  });
});

describe('the end of a round', () => {
  const revealed: PrivateRound = { ...round, stage: 'revealed' };

  it('[R159] late notes, and late words of a saved one, are there after a reload until their writer says', () => {
    const late = openPage();
    late.write(note(0));
    late.saves();
    late.isAway();
    late.type(ids[0]!, 'note 0 and more');
    late.write(note(1));
    const shelf = new Map<string, string>();
    keepLateNotes(newDevice(shelf)).add(round, late.writing.end());
    const again = keepLateNotes(newDevice(shelf));
    expect(again.next([{ ...round, stage: 'revealing' }], () => new Set())).toBeNull();
    const ready = again.next([revealed], () => new Set(['note 0']));
    expect(ready).toMatchObject({ isCancelled: false, notes: [{ text: 'note 0 and more' }, { text: 'note 1' }] });
    again.done(round.id);
    expect(keepLateNotes(newDevice(shelf)).next([revealed], null)).toBeNull();
  });

  it('[R159] what arrived in the last moment is not offered again', () => {
    const kept = keepLateNotes(newDevice());
    kept.add(
      round,
      [0, 1].map((i) => ({ ...note(i), was: null })),
    );
    // Before the board is here nobody knows.
    expect(kept.next([revealed], null)).toBeNull();
    expect(kept.next([revealed], () => new Set(['note 1']))?.notes).toMatchObject([note(0)]);
  });

  it('[R159] of a round that was cancelled they go in as notes of one’s own', () => {
    const kept = keepLateNotes(newDevice());
    kept.add(round, [{ ...note(0), was: null }]);
    expect(kept.next([{ ...round, stage: 'cancelled' }], null)).toMatchObject({ isCancelled: true });
    expect(kept.next([], null)).toMatchObject({ isCancelled: true });
  });
});
