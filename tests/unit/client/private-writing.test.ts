// Private rounds on the page without canvas: what goes where, what is kept over the end of a round, and never onto the board.
import { beforeEach, describe, expect, it } from 'vitest';
import { keepLateNotes } from '@commonboard/client/drafts/late-notes.ts';
import { createDraftsStore, isSilencedIn } from '@commonboard/client/drafts/drafts-store.ts';
import { takeUnsentDrafts } from '@commonboard/client/drafts/unsent-wishes.ts';
import { unsentDrafts } from '@commonboard/client/drafts/unsent-drafts.ts';
import { Outbox } from '@commonboard/client/page/outbox.ts';
import { openPrivateWriting, type PrivateWriting } from '@commonboard/client/page/private-writing.ts';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { openUnsentNotes, type Wish } from '@commonboard/client/sync/unsent-notes.ts';
import type { DraftNote, DraftsView } from '@commonboard/shared/drafts/drafts-view.ts';
import { type PrivateRound, privateRoundSchema } from '@commonboard/shared/drafts/private-round.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';

const board = boardIdSchema.parse('A'.repeat(16));
const participant = participantIdSchema.parse(`p${'A'.repeat(16)}`);
const open = privateRoundSchema.parse({
  id: 'r1',
  phase: null,
  isAnonymous: true,
  notesMax: 3,
  best: null,
  zone: null,
  stage: 'open',
  openedAt: 1,
});

/** As a browser keeps it. */
function newStorage(): Storage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      kept.set(key, value);
      Object.assign(storage, { [key]: value });
    },
    removeItem(key: string) {
      kept.delete(key);
      Reflect.deleteProperty(storage, key);
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size;
    },
  };
  return storage as unknown as Storage;
}

/** A device and a server; pages come and go. */
const on = {
  storage: newStorage(),
  rounds: [] as PrivateRound[],
  own: [] as DraftNote[],
  sent: [] as Wish[],
  isAway: false,
  isSilenced: false,
  words: null as ReadonlySet<string> | null,
};

beforeEach(() => {
  Object.assign(on, {
    storage: newStorage(),
    rounds: [open],
    own: [],
    sent: [],
    isAway: false,
    isSilenced: false,
    words: null,
  });
});

const device = () => unsentDrafts(on.storage, board, participant);

function openPage(): PrivateWriting {
  const done = async (): Promise<void> => undefined;
  const store = createDraftsStore({
    ask: async () =>
      ({
        round: on.rounds.at(-1)?.id ?? null,
        people: 0,
        notes: 0,
        late: [],
        own: on.own,
        shown: 0,
        isSilenced: on.isSilenced,
        kept: [],
      }) satisfies DraftsView,
    show: done,
    handIn: done,
    putInLate: done,
    putInKept: done,
    choose: done,
    remove: done,
    silence: async () => true,
    failed: () => undefined,
  });
  let ids = 0;
  let now = 0;
  const drafts = openPrivateWriting({
    board,
    participant,
    storage: on.storage,
    store,
    device: device(),
    view: () => ({ rounds: on.rounds }) as unknown as SessionView,
    words: () => on.words,
    async send(wish) {
      if (on.isAway) throw new Error('away');
      on.sent.push(wish);
    },
    isPassing: () => true,
    after: () => () => undefined,
    now: () => now++,
    refused: () => undefined,
    newId: () => `shape:${String(ids++).padStart(20, 'n')}`,
  });
  drafts.look();
  return drafts;
}

const ends = (stage: PrivateRound['stage'], drafts: PrivateWriting): void => {
  on.rounds = [{ ...open, stage }];
  drafts.look();
};

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a private round on the page', () => {
  it('[R167] sends into the drafts, and what waits for them is never found among what waits for the board', async () => {
    const page = openPage();
    page.now()?.outbox.add('kestrel', null);
    await settled();
    expect(on.sent).toMatchObject([{ kind: 'add', text: 'kestrel' }]);
    on.isAway = true;
    page.now()?.outbox.add('heron', null);
    await settled();
    expect(openUnsentNotes(on.storage, board, participant).read()).toEqual([]);
    page.stop();
    on.isAway = false;
    openPage();
    await settled();
    expect(on.sent.map((wish) => wish.kind !== 'remove' && wish.text)).toEqual(['kestrel', 'heron']);
  });

  it('[R167] takes in by one press what the board refused because of the round, and no more than fits', async () => {
    const shelf = openUnsentNotes(on.storage, board, participant);
    on.own = ['a', 'b'].map((text) => ({ id: `shape:${text}`, text, isBest: false }));
    const page = openPage();
    await page.store.refresh();
    const send = async (): Promise<void> => Promise.reject(new ApiError('locked', 'not now', 403));
    let ids = 0;
    const forBoard = new Outbox({
      shelf,
      send,
      isPassing: () => false,
      after: () => () => undefined,
      now: () => 0,
      newId: () => `shape:${String(ids++).padStart(20, 'b')}`,
      saved: () => undefined,
      refused: () => undefined,
    });
    for (const text of ['kestrel', 'heron']) forBoard.add(text, 'shape:zone');
    await settled();
    const [heron, kestrel] = forBoard.entries();
    page.takeIn(forBoard, 'shape:nobody');
    expect(on.sent).toEqual([]);
    for (const entry of [kestrel, kestrel, heron]) page.takeIn(forBoard, entry?.wish.id ?? '');
    await settled();
    expect(on.sent).toMatchObject([{ kind: 'add', text: 'kestrel', zone: null }]);
    // The round takes no more: the words stay where they were, also on the device.
    expect(forBoard.entries()).toMatchObject([{ wish: { text: 'heron' }, state: 'refused' }]);
    expect(shelf.read()).toMatchObject([{ text: 'heron' }]);
  });

  it('[R168] offers what was not sent, and what was being typed, when the round is over', async () => {
    on.isAway = true;
    const page = openPage();
    page.now()?.outbox.add('kestrel', null);
    page.now()?.unfinished.keep(null, { text: 'half a her', was: '', zone: null });
    await settled();
    ends('revealing', page);
    expect(page.now()).toBeNull();
    expect(page.store.state().late).toBeNull();
    on.words = new Set(['kestrel']);
    ends('revealed', page);
    // What is there all the same is not offered.
    expect(page.store.state().late?.notes).toMatchObject([{ text: 'half a her' }]);
    page.stop();
    const again = openPage();
    expect(again.store.state().late?.notes).toMatchObject([{ text: 'half a her' }]);
    again.store.dropLate();
    expect(openPage().store.state().late).toBeNull();
    expect(Object.keys(on.storage).filter((key) => key.startsWith('commonboard'))).toEqual([]);
  });

  it('[R168] offers what a note was being changed to, and leaves none of it on the device', async () => {
    const page = openPage();
    const id = `shape:${'d'.repeat(20)}`;
    page.now()?.unfinished.keep(id, { text: 'heron and crane', was: 'heron', zone: null });
    page.now()?.unfinished.keep(`shape:${'e'.repeat(20)}`, { text: 'as before', was: 'as before', zone: null });
    on.words = new Set(['heron', 'as before']);
    ends('revealed', page);
    expect(page.store.state().late?.notes).toEqual([{ id, text: 'heron and crane', was: 'heron' }]);
    page.store.dropLate();
    expect(Object.keys(on.storage).filter((key) => key.startsWith('commonboard'))).toEqual([]);
  });

  it('[R168] offers what was not sent of a round that ended while no page was here', async () => {
    on.isAway = true;
    const page = openPage();
    page.now()?.outbox.add('kestrel', null);
    await settled();
    page.stop();
    on.rounds = [{ ...open, stage: 'revealed' }];
    on.words = new Set();
    expect(openPage().store.state().late?.notes).toMatchObject([{ text: 'kestrel' }]);
  });

  it('[R159] [R167] goes on with what a page with a canvas has left on the device', async () => {
    const id = `shape:${'c'.repeat(20)}`;
    device().keep({ round: open, notes: [{ id, text: 'from the canvas', was: null }] });
    openPage();
    await settled();
    expect(on.sent).toMatchObject([{ kind: 'add', id, text: 'from the canvas' }]);
    expect(device().read()).toBeNull();
    expect(keepLateNotes(device()).next([open], null)).toBeNull();
  });

  it('[R159] [R167] leaves to a page with a canvas what it could not send', async () => {
    on.isAway = true;
    const page = openPage();
    page.now()?.outbox.add('kestrel', null);
    await settled();
    page.stop();
    expect(takeUnsentDrafts(on.storage, board, participant, open.id)).toMatchObject([{ text: 'kestrel', was: null }]);
    expect(takeUnsentDrafts(on.storage, board, participant, open.id)).toEqual([]);
  });

  it('[R168] says how many of one’s notes went in, and of the best no more than go in', async () => {
    on.own = ['a', 'b', 'c'].map((text) => ({ id: `shape:${text}`, text, isBest: text === 'b' }));
    const page = openPage();
    await page.store.refresh();
    ends('revealed', page);
    expect(page.shown()).toMatchObject({ notes: 3, round: { stage: 'revealed' } });
    on.rounds = [{ ...open, id: privateRoundSchema.shape.id.parse('r2'), best: 2 }];
    page.look();
    expect(page.shown()).toBeNull();
    await page.store.refresh();
    on.rounds = on.rounds.map((round) => ({ ...round, stage: 'revealed' as const }));
    page.look();
    expect(page.shown()).toMatchObject({ notes: 1 });
  });

  it('says to who is silenced that they are, in the round it was said of and in no other', async () => {
    on.isSilenced = true;
    const { store } = openPage();
    expect(isSilencedIn(store.state(), open)).toBe(false);
    await store.refresh();
    expect(isSilencedIn(store.state(), open)).toBe(true);
    expect(isSilencedIn(store.state(), { ...open, isAnonymous: false })).toBe(false);
    expect(isSilencedIn(store.state(), { ...open, id: privateRoundSchema.shape.id.parse('r2') })).toBe(false);
  });
});
