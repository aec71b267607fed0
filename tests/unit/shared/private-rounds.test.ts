// What becomes of private rounds in a session, and of drafts on the board, without a server.
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { allowedContent } from '@commonboard/shared/board/repair/content-rules.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { chosenOf, type DraftShape, heldOf, wordsOf } from '@commonboard/shared/drafts/draft-notes.ts';
import { revealedNotes, writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { openRoundOf, roundRevealed } from '@commonboard/shared/session/private-rounds.ts';
import { runPending } from '@commonboard/shared/session/step-commands.ts';
import { ada, SessionActs, step } from '../../support/session-acts.ts';

const open = { type: 'open-round', isAnonymous: true, notesMax: 5, best: null, zone: null } as const;

describe('rounds of a session', () => {
  const writing = step('w', { isPrivate: true, isAnonymous: true, zones: ['wall'] });

  it('[R142] only who leads opens one, and one at a time', () => {
    const acts = new SessionActs();
    expect(acts.act(open, ada)).toBe('not-leading');
    acts.act(open);
    expect(openRoundOf(acts.state)).toMatchObject({ isAnonymous: true, stage: 'open', phase: null });
    expect(acts.act(open)).toBe('round-open');
    expect(acts.act({ type: 'cancel-round', round: 'r9' } as never)).toBe('no-round');
  });

  it('[R140] a private step opens one, in its zone, and going on from it counts down', () => {
    const acts = new SessionActs([writing, step('b')]).start();
    expect(openRoundOf(acts.state)).toMatchObject({ phase: 'w', zone: 'wall', isAnonymous: true });
    acts.act({ type: 'next', phase: 'w' });
    expect(acts.state.pending).toMatchObject({ act: 'go', to: 'b' });
    const after = runPending(acts.state, acts.now);
    expect(after.phase).toBe('b');
    expect(after.rounds).toMatchObject([{ stage: 'revealing' }]);
    const { id } = after.rounds[0]!;
    expect(roundRevealed(after, id).rounds).toMatchObject([{ stage: 'revealed' }]);
    const revealed = roundRevealed(after, id);
    expect(roundRevealed(revealed, id)).toBe(revealed);
  });

  it('[R140] a break leaves it open; going back counts down as well', () => {
    const acts = new SessionActs([step('a'), writing, step('b')]).start();
    acts.act({ type: 'next', phase: 'a' });
    acts.act({ type: 'take-break', phase: 'w', minutes: 5 });
    expect(openRoundOf(acts.state)?.phase).toBe('w');
    acts.act({ type: 'back', phase: acts.state.phase! });
    expect(acts.state.phase).toBe('w');
    expect(openRoundOf(acts.state)?.phase).toBe('w');
    expect(acts.state.rounds).toHaveLength(1);
    acts.act({ type: 'back', phase: 'w' });
    expect(acts.state.pending).toMatchObject({ act: 'go', to: 'a' });
  });

  it('[R140] from one private step to the next each has a round of its own', () => {
    const acts = new SessionActs([writing, step('v', { isPrivate: true })]).start();
    acts.act({ type: 'next', phase: 'w' });
    const { rounds } = runPending(acts.state, acts.now);
    expect(rounds).toMatchObject([
      { phase: 'w', stage: 'revealing', isAnonymous: true },
      { phase: 'v', stage: 'open', isAnonymous: false },
    ]);
    expect(new Set(rounds.map(({ id }) => id)).size).toBe(2);
  });

  it('[R141] the end shows what is open, a rehearsal that is reset gives it back', () => {
    const acts = new SessionActs([writing]).start();
    acts.act({ type: 'finish', phase: 'w' });
    expect(runPending(acts.state, acts.now).rounds).toMatchObject([{ stage: 'revealing' }]);
    const rehearsed = new SessionActs([writing]).start(true);
    rehearsed.act({ type: 'reset' });
    expect(rehearsed.state.rounds).toMatchObject([{ stage: 'cancelled' }]);
  });

  it('[R140] its limits change while it is open, what was promised does not', () => {
    const acts = new SessionActs();
    acts.act(open);
    const { id } = openRoundOf(acts.state)!;
    acts.act({ type: 'limit-round', round: id, notesMax: 2, best: 2 });
    expect(openRoundOf(acts.state)).toMatchObject({ notesMax: 2, best: null, isAnonymous: true });
  });

  it('[R140] they do not go below what somebody has written or chosen, also while it counts down to the reveal', () => {
    const acts = new SessionActs();
    acts.act(open);
    const { id } = openRoundOf(acts.state)!;
    const limit = (notesMax: number, best: number | null) =>
      acts.act({ type: 'limit-round', round: id, notesMax, best });
    acts.held = { notes: 4, marked: 0 };
    expect(limit(3, null)).toBe('written-more');
    limit(4, 3);
    acts.held = { notes: 4, marked: 3 };
    expect(limit(4, 2)).toBe('written-more');
    acts.act({ type: 'reveal-round', round: id });
    for (const [notesMax, best] of [
      [3, null],
      [4, 1],
    ] as const)
      expect(limit(notesMax, best)).toBe('written-more');
    expect(openRoundOf(acts.state)).toMatchObject({ notesMax: 4, best: 3 });
    // More may always be written, and where nobody has chosen nothing chosen is lost.
    limit(5, null);
    acts.held = { notes: 4, marked: 0 };
    limit(5, 1);
    expect(openRoundOf(acts.state)).toMatchObject({ notesMax: 5, best: 1 });
  });
});

describe('drafts on the board', () => {
  const page = boardSchema.types.page.create({ id: 'page:page' as never, name: 'Page', index: 'a1' as never });
  const note = (text: string, more: object = {}): DraftShape =>
    ({ ...newNoteRecord([page], { text }), ...more }) as DraftShape;
  const zoneOf = (more: object = {}): TLRecord =>
    boardSchema.types.shape.validate({
      id: 'shape:zone',
      typeName: 'shape',
      type: 'zone',
      parentId: page.id,
      x: 100,
      y: 50,
      rotation: 0,
      index: 'a1',
      isLocked: false,
      opacity: 1,
      props: { w: 1_000, h: 800, title: 'Wall', prompt: '', part: 'wall', ...more },
      meta: {},
    });
  const noLot = (): number => 0;

  const marked = (...at: number[]) =>
    Array.from({ length: 5 }, (_, i) => note(`${i + 1}`, { meta: at.includes(i + 1) ? { best: true } : {} }));

  it('[R148] the marked ones go in, never empty ones, never more than may', () => {
    const drafts = ['a', ' ', 'b', 'c'].map((text, i) => note(text, { meta: i === 3 ? { best: true } : {} }));
    const words = (best: number | null) => chosenOf(drafts, { best }).map(wordsOf);
    expect(words(null)).toEqual(['a', 'b', 'c']);
    expect(words(1)).toEqual(['c']);
    expect(chosenOf(drafts.slice(0, 3), { best: 1 }).map(wordsOf)).toEqual(['a']);
    expect(chosenOf(marked(2, 3, 4), { best: 2 }).map(wordsOf)).toEqual(['2', '3']);
  });

  it('[R148] however few may be written since, what was written goes in, and what was marked wherever it stands', () => {
    const words = (drafts: DraftShape[], best: number | null) => {
      const lowered = { notesMax: 3, best };
      return chosenOf(drafts, lowered).map(wordsOf);
    };
    expect(words(marked(4, 5), 2)).toEqual(['4', '5']);
    expect(words(marked(), null)).toEqual(['1', '2', '3', '4', '5']);
    expect(heldOf(marked(4, 5), 1)).toEqual({ notes: 6, marked: 3 });
    expect(heldOf(marked(), 1)).toEqual({ notes: 6, marked: 0 });
  });

  it('[R150] of an anonymous note only its words are left', () => {
    const draft = note('kestrel', { meta: { best: true, secret: 'x' } });
    (draft.props as { color: string }).color = 'red';
    const [one] = revealedNotes(
      [page, zoneOf()],
      { isAnonymous: true, zone: 'wall' },
      [{ person: 'p1', name: 'Ada', drafts: [draft] }],
      noLot,
    );
    expect(one?.record).toMatchObject({
      parentId: 'shape:zone',
      meta: {},
      props: { color: 'yellow', textLastEditedBy: null },
    });
    expect(one?.record.id).not.toBe(draft.id);
    const [named] = revealedNotes(
      [page],
      { isAnonymous: false, zone: null },
      [{ person: 'p1', name: 'Ada', drafts: [draft] }],
      noLot,
    );
    expect(named?.record).toMatchObject({
      parentId: page.id,
      meta: { [writtenByKey]: 'Ada' },
      props: { color: 'red' },
    });
  });

  it('[R150] of the device on which an anonymous note was written nothing is left', () => {
    const paragraph = { type: 'paragraph', attrs: { dir: 'rtl' }, content: [{ type: 'text', text: 'kestrel' }] };
    const draft = note('');
    Object.assign(draft.props, { growY: 37, richText: { type: 'doc', content: [paragraph] } });
    const [one] = revealedNotes(
      [page],
      { isAnonymous: true, zone: null },
      [{ person: 1, name: 'A', drafts: [draft] }],
      noLot,
    );
    expect(one?.record.props).toMatchObject({ growY: 0 });
    expect(JSON.stringify(one?.record)).not.toContain('rtl');
    expect(JSON.stringify(one?.record)).toContain('kestrel');
  });

  it('[R150] each order may be drawn', () => {
    const people = [1, 2, 3].map((n) => ({ person: n, name: `${n}`, drafts: [note(`${n}`)] }));
    const orders = new Set<string>();
    for (const first of [0, 1, 2])
      for (const second of [0, 1]) {
        const lots = [first, second];
        const notes = revealedNotes([page], { isAnonymous: true, zone: null }, people, () => lots.shift() ?? 0);
        orders.add(notes.map(({ person }) => person).join(''));
      }
    expect(orders.size).toBe(6);
  });

  it('[R149] any number of notes stands in a grid without one over another, all of them in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 320 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 300 }),
        (count, hasZone, grow) => {
          const drafts = Array.from({ length: count }, (_, i) => note(`n${i}`));
          for (const [i, { props }] of drafts.entries()) (props as { growY: number }).growY = i % 7 === 0 ? grow : 0;
          const records = hasZone ? [page, zoneOf()] : [page];
          const notes = revealedNotes(
            records,
            { isAnonymous: false, zone: 'wall' },
            [{ person: 1, name: 'A', drafts }],
            noLot,
          );
          expect(notes).toHaveLength(count);
          expect(new Set(notes.map(({ record }) => record.index)).size).toBe(count);
          const boxes = notes.map(({ record }) => boxOf(record));
          for (const [i, one] of boxes.entries())
            for (const another of boxes.slice(i + 1))
              expect(
                one.x + one.w <= another.x ||
                  another.x + another.w <= one.x ||
                  one.y + one.h <= another.y ||
                  another.y + another.h <= one.y,
              ).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  function boxOf({ x, y, props }: TLShape) {
    const { scale, growY } = props as { scale: number; growY: number };
    return { x, y, w: 200 * scale - 1e-6, h: (200 + growY) * scale - 1e-6 };
  }

  it('[R149] what stands far out, or behind everything, moves no note away from the zone or the middle of the page', () => {
    const shape = (more: object) => boardSchema.types.shape.validate({ ...note('there'), ...more });
    const middle = Array.from({ length: 9 }, (_, i) => shape({ x: 300 * (i % 3), y: 300 * Math.floor(i / 3) }));
    const far = [
      ...[-900_000, 900_000].flatMap((to) => [shape({ x: to }), shape({ y: to }), shape({ x: to, y: to })]),
      shape({ x: 100, y: 30_000 }),
      { ...zoneOf({ w: 50_000, h: 500_000, part: 'other' }), id: 'shape:behind', x: -20_000, y: -20_000 },
    ];
    const inZone = [zoneOf(), shape({ parentId: 'shape:zone', x: 50, y: 400_000 })];
    const drafts = Array.from({ length: 12 }, (_, i) => note(`n${i}`));
    const many = Array.from({ length: 200 }, (_, i) => note(`n${i}`));
    const cases: { records: unknown[]; drafts: typeof drafts; parent: string }[] = [
      { records: [page, ...middle, ...far], drafts, parent: page.id },
      { records: [page, ...far, ...inZone], drafts, parent: 'shape:zone' },
      { records: [page, ...far, ...inZone], drafts: many, parent: page.id },
    ];
    for (const { records, drafts: own, parent } of cases)
      for (const { record } of revealedNotes(
        records as TLRecord[],
        { isAnonymous: true, zone: 'wall' },
        [{ person: 1, name: 'A', drafts: own }],
        noLot,
      )) {
        expect(record.parentId).toBe(parent);
        expect(Math.abs(record.x)).toBeLessThan(15_000);
        expect(Math.abs(record.y)).toBeLessThan(15_000);
      }
  });

  it('[R149] where no stretch of the zone is free, the notes stand between what is there', () => {
    const zone = zoneOf({ w: 1_400, h: 568, kind: 'goal' });
    const there = [
      { ...note('draft'), parentId: 'shape:zone', x: 24, y: 110 },
      { ...note('goal'), parentId: 'shape:zone', x: 560, y: 330 },
    ] as TLRecord[];
    const reveal = (count: number) =>
      revealedNotes(
        [page, zone, ...there],
        { isAnonymous: true, zone: 'wall' },
        [{ person: 1, name: 'A', drafts: Array.from({ length: count }, (_, i) => note(`n${i}`)) }],
        noLot,
      ).map(({ record }) => record);
    const few = reveal(4);
    expect(new Set(few.map(({ parentId }) => parentId))).toEqual(new Set(['shape:zone']));
    for (const { x, y } of few) {
      expect(x + 240 <= 1_400 && y + 140 <= 568).toBe(true);
      for (const other of there as TLShape[])
        expect(x + 240 <= other.x || other.x + 200 <= x || y + 140 <= other.y || other.y + 200 <= y).toBe(true);
    }
    expect(new Set(few.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
    expect(new Set(reveal(12).map(({ parentId }) => parentId))).toEqual(new Set([page.id]));
  });

  it('[R149] a late note stands under the others, in the middle', () => {
    const there = { ...note('there'), x: 500, y: 300 } as TLRecord;
    const [late] = revealedNotes(
      [page, there],
      { isAnonymous: true, zone: null },
      [{ person: 1, name: 'A', drafts: [note('late')] }],
      noLot,
    );
    expect(late?.record).toMatchObject({ x: 500, y: 524 });
  });

  it('[R149] nobody can push the notes to where nothing is drawn', () => {
    const far = (more: object) => boardSchema.types.shape.validate({ ...note('far'), ...more });
    const limit = limits.coordinateMax;
    const lastKey = 'z'.repeat(limits.indexCharsMax);
    const boards = [
      [page, far({ y: limit - 100 })],
      [page, far({ x: limit - 100 })],
      [page, far({ index: lastKey })],
      [page, { ...zoneOf({ layout: 'quadrant' }), x: limit, y: limit }],
      [page, { ...zoneOf({ layout: 'quadrant' }), x: -limit, y: -limit }],
    ] as TLRecord[][];
    const grown = note('grown');
    (grown.props as { growY: number }).growY = limit;
    const drafts = [grown, ...Array.from({ length: 40 }, (_, i) => note(`n${i}`))];
    for (const records of boards)
      for (const isAnonymous of [true, false]) {
        const notes = revealedNotes(
          records,
          { isAnonymous, zone: 'wall' },
          [{ person: 1, name: 'A', drafts }],
          noLot,
        ).map(({ record }) => record);
        expect(notes).toHaveLength(drafts.length);
        for (const record of notes) expect(allowedContent(record)).toBe(true);
        const places = notes.map(({ y }) => y);
        expect(Math.max(...places) - Math.min(...places)).toBeLessThan(20_000);
      }
  });

  it('[R149] what a zone says that no card can hold keeps nothing out of it', () => {
    const people = [{ person: 1, name: 'A', drafts: [note('x')] }];
    const cardIn = (sets: object) =>
      revealedNotes([page, zoneOf({ kind: 'goal', sets })], { isAnonymous: true, zone: 'wall' }, people, noLot)[0]
        ?.record;
    const wrong = { specific: 'x', kind: 7, w: 'wide', richText: 'none', status: 'agreed' };
    expect(cardIn(wrong)).toMatchObject({ type: 'card', props: { kind: 'goal', w: 240, status: 'agreed' } });
    expect(cardIn(wrong)?.props).not.toHaveProperty('specific');
    expect(cardIn({ note: 'x'.repeat(limits.labelCharsMax + 1) })).toMatchObject({ type: 'note' });
    const written = newNoteRecord([page, zoneOf({ kind: 'goal', sets: wrong })], { text: 'x', zone: 'shape:zone' });
    expect(written).toMatchObject({ type: 'card', props: { kind: 'goal', status: 'agreed' } });
  });

  it('[R149] where a place in the zone says something the notes wait under it; a zone of cards makes cards', () => {
    const people = [{ person: 1, name: 'A', drafts: [note('x')] }];
    const under = revealedNotes(
      [page, zoneOf({ layout: 'quadrant' })],
      { isAnonymous: true, zone: 'wall' },
      people,
      noLot,
    );
    expect(under[0]?.record).toMatchObject({ parentId: page.id, type: 'note' });
    expect(under[0]!.record.y).toBeGreaterThanOrEqual(850);
    const cards = revealedNotes([page, zoneOf({ kind: 'idea' })], { isAnonymous: true, zone: 'wall' }, people, noLot);
    expect(cards[0]?.record).toMatchObject({ parentId: 'shape:zone', type: 'card', props: { kind: 'idea' } });
  });
});
