// Names that are taken out of what is passed on, wherever they stand; and where a vote shows that a group is divided.
import { describe, expect, it } from 'vitest';
import { dividedLines } from '@commonboard/shared/harvest/open-ends.ts';
import { namesOut } from '@commonboard/shared/harvest/names-out.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import { publishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import { voteOutcomes } from '@commonboard/shared/domain/harvest/vote-outcomes.ts';
import type { Round } from '@commonboard/shared/voting/round.ts';
import { aCard, aLink, aNote, aZone, board } from '../../support/harvest-board.ts';
import { opened } from '../../support/voting-acts.ts';

describe('[R192] names', () => {
  const without = namesOut({
    all: ['Bea Miller', 'Åsa (they)', 'Ken', 'Table 3', 'J', 'A+B', 'Mira Rao'],
    agreed: ['mira  RAO'],
  });

  it.each([
    ['', ''],
    ['Ask Bea Miller.', 'Ask (somebody).'],
    ['Ask BEA\nmiller', 'Ask (somebody)'],
    ['Bea brings it', '(somebody) brings it'],
    ['beach and Beat stay', 'beach and Beat stay'],
    ['Åsa (they), Ken', '(somebody), (somebody)'],
    ['kennel', 'kennel'],
    ['Table 3 and Table 4', '(somebody) and Table 4'],
    ['A+B', '(somebody)'],
    ['Plan J', 'Plan J'],
    ['Mira Rao and Mira', 'Mira Rao and Mira'],
  ])('of %j stays %j', (text, told) => expect(without(text)).toBe(told));

  it.each(['Jean-Paul', "D'Arc", '[x]', 'a/b', '#1', 'Ana & Jo', '^$', '?!', '\\d', '{2}', '<b>', 'x,y', '%20', '~='])(
    'with signs in it goes as well: %s',
    (name) => expect(namesOut({ all: [name], agreed: [] })(`Ask ${name} soon`)).toBe('Ask (somebody) soon'),
  );

  it.each([
    ['Will will come in May', '(somebody) will come in May'],
    ['WILL', '(somebody)'],
    ['ada and Ada', '(somebody) and (somebody)'],
    ['The hope', 'The hope'],
  ])('of a single word goes as it is written, or in capitals: %j', (text, told) =>
    expect(namesOut({ all: ['Will', 'ada', 'Hope'], agreed: [] })(text)).toBe(told),
  );

  it('stays whole where somebody with a part of it has not agreed', () => {
    const told = namesOut({ all: ['Bea', 'Bea Miller', 'Bea Rao'], agreed: ['Bea Miller'] });
    expect(told('BEA MILLER, Bea Rao and Bea')).toBe('BEA MILLER, (somebody) and (somebody)');
  });

  it('alone stays only where nobody else of that first name has not agreed', () => {
    const all = ['Bea Miller', 'Bea Rao'];
    expect(namesOut({ all, agreed: all })('Bea')).toBe('Bea');
    expect(namesOut({ all, agreed: ['Bea Rao'] })('Bea')).toBe('(somebody)');
  });

  it('of nobody changes nothing', () => expect(namesOut({ all: [], agreed: [] })('Bea')).toBe('Bea'));
});

describe('[R187] what a picture may show', () => {
  it('counts as altered: examples, hidden and reworded things; not prompts and empty notes', () => {
    const { altered } = publishedBoard(
      board({
        zones: [aZone('z', 'Zone')],
        cards: [
          aCard('same', 'goal', 'A goal', {}, { zoneId: 'shape:z' }),
          aCard('example', 'goal', 'An example', {}, { example: true }),
          aCard('owned', 'commitment', 'Dig', { owner: 'Bea' }),
        ],
        notes: [aNote('named', 'Bea digs'), aNote('empty', ' '), aNote('prompt', 'Write here', { isPrompt: true })],
      }),
      [],
      { edit: newHarvest().edit, people: ['Bea'], agreed: [] },
    );
    expect([...altered].sort()).toEqual(['shape:example', 'shape:named', 'shape:owned']);
  });

  it('counts as altered who is against whom: no picture that is passed on shows it', () => {
    const cards = [aCard('a', 'stakeholder', 'The mill'), aCard('b', 'stakeholder', 'The town')];
    const links = [aLink('a', 'b', { type: 'conflict' }), aLink('b', 'a', { type: 'advice' })];
    const { altered } = publishedBoard(board({ cards, links }), [], {
      edit: newHarvest().edit,
      people: [],
      agreed: [],
    });
    expect(altered).toContain('shape:a-b');
    expect(altered).not.toContain('shape:b-a');
  });
});

describe('[R193] where the group is divided', () => {
  const closed = (method: Round['method'], spread: number[], places: [number, number][] = []): Round => ({
    ...opened({ method }),
    state: 'closed',
    result: {
      votes: 4,
      possible: 4,
      options: [{ option: 'shape:a', votes: 4, total: 4, spread, rank: null, reasons: [], places }],
      split: null,
      named: null,
    },
  });
  const said = (round: Round) =>
    dividedLines(voteOutcomes([round], { redacted: false, cards: new Map(), leftOut: new Set() }));

  it.each([
    ['support', [2, 0, 0, 0, 0, 0, 0, 2], [], ['The group is divided']],
    ['support', [4, 0, 0, 0, 0, 0, 0, 0], [], []],
    ['fist', [1, 0, 0, 0, 0, 3], [], ['The group is divided']],
    ['objection', [3, 1], [], ['Objections: 1']],
    ['objection', [4, 0], [], []],
    [
      'axes',
      [],
      [
        [10, 50],
        [60, 50],
      ],
      ['The group is divided'],
    ],
    [
      'axes',
      [],
      [
        [10, 50],
        [20, 50],
      ],
      [],
    ],
    ['choose', [], [], []],
  ] as const)('%s %j %j: %s', (method, spread, places, why) => {
    const lines = said(
      closed(
        method,
        [...spread],
        places.map(([across, up]): [number, number] => [across, up]),
      ),
    );
    expect(lines.map((line) => line.split(': Words of')[0])).toEqual(why);
  });
});
