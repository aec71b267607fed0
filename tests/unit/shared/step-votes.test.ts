// The vote of a step without a server: what it is on, when leaving it counts down, and how it stands in what leaves a board.
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { textFile } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import { workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { sessionCommandSchema } from '@commonboard/shared/session/commands.ts';
import { phaseSchema } from '@commonboard/shared/session/phase.ts';
import { runPending } from '@commonboard/shared/session/step-commands.ts';
import type { Ballot } from '@commonboard/shared/voting/ballot.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { closeRound } from '@commonboard/shared/voting/open-round.ts';
import type { Round, RoundWish } from '@commonboard/shared/voting/round.ts';
import { optionsOfStep } from '@commonboard/shared/voting/step-options.ts';
import { usualVote } from '@commonboard/shared/voting/terms.ts';
import { aCard, aNote, aZone, board } from '../../support/harvest-board.ts';
import { minuteMs, SessionActs, step } from '../../support/session-acts.ts';
import { ballot, marks, opened, voter } from '../../support/voting-acts.ts';

const page = defaultPage.id;

function shape(
  id: string,
  type: string,
  props: object,
  parentId: string = page,
  more: Partial<TLShape> = {},
): TLRecord {
  const record = { typeName: 'shape', id: createShapeId(id), type, parentId, index: 'a1', x: 0, y: 0, rotation: 0 };
  return boardSchema.types.shape.validate({ ...record, isLocked: false, opacity: 1, meta: {}, props, ...more });
}
const zone = (id: string, part?: string) =>
  shape(id, 'zone', { w: 900, h: 900, title: `Zone ${id}`, prompt: '', ...(part && { part }) });
const note = (id: string, words: string, parent: string, more: Partial<TLShape> = {}) =>
  shape(id, 'note', noteProps(words), parent, more);
const text = (id: string, words: string, parent: string, y = 0) =>
  shape(
    id,
    'text',
    {
      color: 'black',
      size: 'm',
      font: 'sans',
      textAlign: 'start',
      w: 100,
      richText: richTextFromPlain(words),
      scale: 1,
      autoSize: true,
    },
    parent,
    { y },
  );
const frame = (id: string, name: string, parent: string, y = 0) =>
  shape(id, 'frame', { w: 200, h: 200, name, color: 'black' }, parent, { y });

const records = [
  ...blankBoardRecords(),
  zone('a', 'ideas'),
  zone('b'),
  note('n1', 'Shade', 'shape:a'),
  note('n2', 'Benches', 'shape:a', { x: 300 }),
  note('n3', '', 'shape:a'),
  note('n4', 'An example', 'shape:a', { meta: { example: true } }),
  note('n5', 'Elsewhere', 'shape:b'),
];
const on = (zones: string[], vote = usualVote) => optionsOfStep(records, { zones, vote });

describe('what a step votes on', () => {
  it('[R137] each card and note of its zones, by their part of the template or by their id', () => {
    expect(on(['ideas'])).toEqual(['shape:n1', 'shape:n2']);
    expect(on(['shape:b'])).toEqual(['shape:n5']);
    expect(on(['gone'])).toEqual([]);
    expect(on([])).toEqual(['shape:n1', 'shape:n2', 'shape:n5']);
  });

  it('[R137] titles of groups where a zone has several: frames, groups with a text, texts over notes', () => {
    const grouped = [
      ...records,
      frame('f', 'Places to rest', 'shape:a', 600),
      note('n6', 'In the frame', 'shape:f'),
      shape('g', 'group', {}, 'shape:a', { y: 300 }),
      text('gt', 'Things that grow', 'shape:g'),
      note('n7', 'In the group', 'shape:g'),
      text('t', '  ', 'shape:a'),
      text('label-x', 'Words of the template', 'shape:a'),
    ];
    const find = (of: 'titles' | 'items') =>
      optionsOfStep(grouped, { zones: ['ideas'], vote: { ...usualVote, on: of } });
    expect(find('titles')).toEqual(['shape:gt', 'shape:f']);
    expect(find('items')).toEqual(['shape:n1', 'shape:n2', 'shape:n7', 'shape:n6']);
    // One title is nothing to choose among.
    expect(optionsOfStep([...records, frame('f', 'Alone', 'shape:a')], { zones: ['ideas'], vote: usualVote })).toEqual([
      'shape:n1',
      'shape:n2',
    ]);
  });
});

describe('a step with a vote', () => {
  it.each([
    { ...usualVote, budget: 0 },
    { ...usualVote, budget: limits.voteBudgetMax + 1 },
    { ...usualVote, method: 'loudest' },
    { ...usualVote, on: 'people' },
    { ...usualVote, isSecret: 'yes' },
  ])('[R137] %j is no vote', (vote) => {
    const wish = { type: 'change-phase', commandId: 'abcdefgh', revision: 0, step: 'a', changes: { vote } };
    expect(sessionCommandSchema.safeParse(wish).success).toBe(false);
  });

  it('[R137] a step for voting has the usual one; what an older server stored has none', () => {
    expect(step('v', { kind: 'vote' }).vote).toEqual(usualVote);
    const { vote: _vote, ...older } = step('v', { kind: 'vote' });
    expect(phaseSchema.parse(older).vote).toBeNull();
  });

  it('[R137] keeps it while it runs: without it nothing would count down', () => {
    const acts = new SessionActs([step('a'), step('v', { kind: 'vote' }), step('b')]).start();
    acts.act({ type: 'change-phase', step: 'v', changes: { vote: { ...usualVote, budget: 3 } } });
    acts.act({ type: 'next', phase: 'a' });
    const before = acts.state;
    expect(acts.act({ type: 'change-phase', step: 'v', changes: { vote: null } })).toBe('current-step');
    expect(acts.state).toEqual(before);
    acts.act({ type: 'change-phase', step: 'v', changes: { minutes: 9 } });
    expect(acts.state.phases[1]).toMatchObject({ minutes: 9, vote: { budget: 3 } });
  });

  it.each([
    { type: 'next', phase: 'v' },
    { type: 'back', phase: 'v' },
    { type: 'jump', phase: 'v', to: 'b' },
    { type: 'take-break', phase: 'v', minutes: 5 },
    { type: 'finish', phase: 'v' },
  ] as const)('[R114] is left by %j with a countdown that can be held', (wish) => {
    const acts = new SessionActs([step('a'), step('v', { kind: 'vote' }), step('b')]).start();
    acts.act({ type: 'next', phase: 'a' });
    const before = acts.state;
    acts.act(wish);
    expect(acts.state).toMatchObject({ phase: 'v', phases: before.phases, pending: { dueAt: acts.now + 5_000 } });
    const counting = acts.state;
    acts.act({ type: 'hold', pending: acts.state.pending!.id });
    // A break that was held is not in the agenda.
    expect(acts.state).toMatchObject({ phase: 'v', phases: before.phases, pending: null });
    const after = runPending(counting, acts.now + 5_000);
    expect(after.phase).not.toBe('v');
    if (wish.type !== 'take-break') return;
    expect(after.phases.map(({ kind }) => kind)).toEqual(['converge', 'vote', 'break', 'converge']);
    expect(after.phases[2]).toMatchObject({ id: after.phase, until: acts.now + 5 * minuteMs });
  });
});

/** With these dots or levels of A, B, ... */
function counted(more: Partial<RoundWish>, ...ballots: Ballot[]): Round {
  const cast = ballots.map((one, i) => [voter('ABCDEF'[i]!), one] as const);
  return closeRound(opened(more), new Map(cast));
}
const written = (file: string, rounds: readonly Round[], asked = {}) => {
  const plan = board({
    zones: [aZone('z', 'Ideas')],
    cards: [
      aCard('a', 'idea', 'A garden', {}, { zoneId: 'shape:z' }),
      aCard('s', 'stakeholder', 'Mayor', { sensitive: true }),
    ],
    notes: [aNote('b', 'A market')],
  });
  const facts = { date: '2027-01-05' };
  return textFile(file)!.write(forExport(plan, asked, { rounds, threads: [] }), { locale: 'en', facts, now: 0 });
};
const dots = counted({}, ballot(['a', 2], ['b', 1]), ballot(['b', 2]));

describe('in what leaves the board', () => {
  it('[R138] a ranking stands in the report with option, dots and voters, and each item says its dots', () => {
    const report = written('report.md', [dots]);
    expect(report).toContain('## Ranking\n\n### Which first?');
    expect(report).toContain('secret · 2 of 6 votes');
    const [head, , first, second] = report.slice(report.indexOf('| Rank')).split('\n');
    expect(head).toBe('| Rank | Option | Dots | Voters |');
    expect(first).toBe('| 1 | Words of shape:b | 3 | 2 |');
    expect(second).toBe('| 2 | Words of shape:a | 2 | 1 |');
    expect(report).toMatch(/A garden \(.*2 dots\)/);
  });

  it('[R138] by sector only where each has enough votes', () => {
    const split = (count: number) => {
      const votes = ['Town', 'Business'].flatMap((sector) =>
        Array.from({ length: count }, () => ({ marks: marks(['a', 1]), sector })),
      );
      const more = { sectors: ['Town', 'Business'], weights: [{ participant: voter('A'), weight: 20 }] };
      return written('report.md', [counted(more, { votes })]);
    };
    expect(split(limits.sectorVotesMin - 1)).not.toContain('Town');
    expect(split(limits.sectorVotesMin)).toContain('| Rank | Option | Dots | Voters | Town (5) | Business (5) |');
  });

  it('[R138] what decides stands with the decisions, level by level, with objections', () => {
    const report = written('report.md', [
      counted(
        { method: 'objection', options: ['shape:a'] },
        ballot(['a', 0]),
        ballot(['a', 1, { reason: 'Too dear' }]),
      ),
    ]);
    expect(report).toContain('## Decisions\n\n### Which first?');
    expect(report).toContain('| Option | Can live with it | Objection | Objections |');
    expect(report).toContain('| Words of shape:a | 1 | 1 | Too dear |');
  });

  it('[R138] in CSV and workbook each option is a line; rehearsed and open votes are in none', () => {
    const rehearsed = { ...dots, step: { phase: 'v', startedAt: 1, isRehearsal: true } };
    expect(written('votes.csv', [rehearsed, opened()]).trim().split('\r\n')).toHaveLength(1);
    const lines = written('votes.csv', [dots]).trim().split('\r\n');
    expect(lines[0]).toContain('question,held_on,method,secret,votes,could_vote,rank,option,dots,voters');
    expect(lines[1]).toBe('Which first?,1970-01-01,choose,yes,2,6,1,Words of shape:b,3,2,,,,');
    expect(lines).toHaveLength(4);
    const tables = workbookTables(forExport(board({}), {}, { rounds: [dots], threads: [] }), { locale: 'en' });
    expect(tables.find(({ name }) => name === 'votes')?.rows).toHaveLength(3);
  });

  it('[R138] who voted how is in no file; a copy without names has words of cards only, and no reasons', () => {
    const open = counted({ isSecret: false, options: ['shape:a', 'shape:b', 'shape:s'] }, ballot(['a', 2], ['s', 1]));
    expect(open.result?.named).toHaveLength(1);
    for (const file of ['report.md', 'report.html', 'votes.csv']) {
      expect(written(file, [open])).not.toMatch(/"name"|participant/);
      const redacted = written(file, [open], { redacted: true });
      expect(redacted).toContain('A garden');
      expect(redacted).not.toMatch(/Words of/);
      expect(written(file, [open], { withoutSensitive: true })).not.toContain('Words of shape:s');
    }
    const objected = counted({ method: 'objection' }, ballot(['a', 1, { reason: 'Ben again' }]));
    expect(written('votes.csv', [objected])).toContain('Ben again');
    expect(written('votes.csv', [objected], { redacted: true })).not.toContain('Ben again');
  });
});
