// The logical framework and the results framework: rows, codes, what prints where, and that nothing is lost.
import { levelNames } from '@commonboard/shared/domain/views/level-names.ts';
import { logframe } from '@commonboard/shared/domain/views/logframe.ts';
import { resultsFramework } from '@commonboard/shared/domain/views/results-framework.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, modelOf, page } from '../../support/model-builder.ts';

/** Two purposes; an output and an activity that serve both; one step between; one of each that hangs on nothing. */
const plan = modelOf({
  cards: [
    card('impact', 'dignity'),
    card('outcome', 'teaching improves', { who: 'Teachers' }),
    card('outcome', 'budget shifts'),
    card('outcome', 'roles are clear'),
    card('outcome', 'alone'),
    card('output', 'guide'),
    card('output', 'unused'),
    card('activity', 'write'),
    card('activity', 'visit'),
    card('activity', 'idle'),
    card('input', 'money'),
    card('input', 'spare'),
    card('indicator', 'lessons seen', { on: 'teaching improves' }),
    card('indicator', 'rank'),
    card('assumption', 'peace lasts', { on: 'dignity' }),
    card('assumption', 'teachers read'),
    card('assumption', 'guide is wanted', { on: 'guide>roles are clear' }),
  ],
  links: [
    'teaching improves>dignity',
    'budget shifts>dignity',
    'roles are clear>teaching improves',
    'guide>roles are clear',
    'guide>budget shifts',
    'write>guide',
    'write>budget shifts',
    'visit>budget shifts',
    'money>write',
    { from: 'dignity', to: 'budget shifts', feedback: true },
    { from: 'guide', to: 'teachers read', type: 'supports' },
  ],
});
const titles = (cards: readonly { title: string }[]): string[] => cards.map(({ title }) => title);
const codes = (model: BoardModel): string[] => logframe(model).rows.map(({ code, card: { id } }) => `${code} ${id}`);

describe('the logical framework', () => {
  const { rows, loose } = logframe(plan);
  const row = (id: string) => rows.find(({ card: { id: own } }) => own === id)!;

  it('gives every result a code, level by level', () =>
    expect(codes(plan)).toEqual([
      'G1 dignity',
      'P1 teaching improves',
      'P2 budget shifts',
      'IO1 roles are clear',
      'IO2 alone',
      'O1.1 guide',
      'O0.1 unused',
      'A1.1.1 write',
      'A2.0.1 visit',
      'A0.0.1 idle',
    ]));

  it('prints a result that serves several under the first of them, and names the others', () => {
    expect(row('guide')).toMatchObject({ parent: 'IO1', alsoContributesTo: ['P2'] });
  });

  it('prints an assumption on a link in the row that the link leads from', () => {
    expect(titles(row('guide').assumptions)).toEqual(['teachers read', 'guide is wanted']);
    expect(titles(row('dignity').assumptions)).toEqual(['peace lasts']);
    expect(row('roles are clear').assumptions).toEqual([]);
  });

  it('prints inputs with their activity, indicators with their result, and loses none', () => {
    expect(titles(row('write').inputs)).toEqual(['money']);
    expect(titles(row('teaching improves').indicators)).toEqual(['lessons seen']);
    expect(titles(loose)).toEqual(['spare', 'rank']);
  });

  it('of an empty board is empty; of examples too', () => {
    expect(logframe(modelOf({}))).toEqual({ rows: [], loose: [] });
    expect(logframe(modelOf({ cards: [card('impact', 'i', {}, { example: true })] })).rows).toEqual([]);
  });

  it('without an impact has no purpose: all outcomes are steps on a way', () =>
    expect(codes(modelOf({ cards: [card('outcome', 'a'), card('outcome', 'b')], links: ['a>b'] }))).toEqual([
      'IO1 a',
      'IO2 b',
    ]));

  it('keeps what an input of an output, and an assumption of an input, say', () => {
    const model = modelOf({
      cards: [card('output', 'o'), card('input', 'm'), card('input', 'n'), card('assumption', 's', { on: 'm' })],
      links: ['m>o', { from: 'o', to: 'n', type: 'supports' }],
    });
    expect(logframe(model).rows).toMatchObject([
      { code: 'O0.1', inputs: [{ id: 'm' }, { id: 'n' }], assumptions: [{ id: 's' }] },
    ]);
  });

  it('holds every result once with a code of its own, whatever is drawn', () => {
    const ids = ['i', 'o1', 'o2', 'p1', 'p2', 'a1', 'a2'];
    const kinds = ['impact', 'outcome', 'outcome', 'output', 'output', 'activity', 'activity'] as const;
    const link = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), feedback: fc.boolean() });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 20 }), (links) => {
        const found = logframe(modelOf({ cards: ids.map((id, i) => card(kinds[i] ?? 'outcome', id)), links })).rows;
        expect(found.map(({ card: { id } }) => id).toSorted()).toEqual(ids.toSorted());
        const all = new Set(found.map(({ code }) => code));
        expect(all.size).toBe(ids.length);
        const named = found.flatMap(({ parent, alsoContributesTo }) => [
          ...(parent === null ? [] : [parent]),
          ...alsoContributesTo,
        ]);
        expect(named.filter((code) => !all.has(code))).toEqual([]);
        expect(found.filter(({ code }) => !/^(G\d+|P\d+|IO\d+|O\d+\.\d+|A\d+\.\d+\.\d+)$/.test(code))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of a circle that nobody marked ends', () =>
    expect(
      codes(
        modelOf({
          cards: [card('outcome', 'a'), card('outcome', 'b'), card('output', 'o')],
          links: ['a>b', 'b>a', 'o>a'],
        }),
      ),
    ).toEqual(['IO1 a', 'IO2 b', 'O0.1 o']));
});

it('levels have names in every preset', () => {
  expect(Object.keys(levelNames)).toEqual(['plain', 'goal-purpose', 'eu', 'dac']);
  expect(levelNames.eu.levels.purpose.en).toBe('Specific objective');
  expect(levelNames.dac.levels.goal.en).toBe('Impact');
});

describe('the results framework', () => {
  const short = (model: BoardModel): string[] =>
    resultsFramework(model).map(({ resultCode, parentCodes, level, indicatorCode, indicator, sphere }) =>
      [resultCode, parentCodes.join('+'), level, indicatorCode, indicator?.id, sphere]
        .map((part) => part ?? '')
        .join('|'),
    );

  it('has a line for each result and indicator, and one for a result without', () => {
    const lines = short(plan);
    expect(lines).toContain('P1|G1|purpose|P1-1|lessons seen|influence');
    expect(lines).toContain('P2|G1|purpose|||influence');
    expect(lines).toContain('O1.1|IO1+P2|output|||control');
    expect(lines[0]).toBe('G1||goal|||interest');
    expect(lines.at(-1)).toBe('|||X1|rank|');
  });

  it('counts several indicators of one result', () => {
    const cards = [card('impact', 'i'), card('indicator', 'x', { on: 'i' }), card('indicator', 'y', { on: 'i' })];
    expect(short(modelOf({ cards }))).toEqual(['G1||goal|G1-1|x|interest', 'G1||goal|G1-2|y|interest']);
  });

  it('puts an outcome above the ceiling out of our sphere', () => {
    const cards = [card('outcome', 'high', {}, { y: 9 }), card('outcome', 'low', {}, { y: 10 })];
    const ceilings = [{ id: 'c', pageId: page, y: 10 }];
    expect(resultsFramework(modelOf({ cards, ceilings })).map(({ sphere }) => sphere)).toEqual([
      'interest',
      'influence',
    ]);
  });

  it('holds goals with their key results and indicators, and key results under none', () => {
    const cards = [
      card('goal', 'g'),
      card('goal', 'h'),
      card('keyResult', 'k', { parent: 'g' }),
      card('keyResult', 'l'),
      card('indicator', 'n', { on: 'g' }),
      card('keyResult', 'free'),
    ];
    expect(short(modelOf({ cards, links: ['l>h'] }))).toEqual([
      'OB1||objective|OB1-1|k|interest',
      'OB1||objective|OB1-2|n|interest',
      'OB2||objective|OB2-1|l|interest',
      '|||X1|free|',
    ]);
    expect(resultsFramework(modelOf({}))).toEqual([]);
  });
});
