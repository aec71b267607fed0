// What holds of all checks together: what counts, what applies, the order, the words, and how complete a drawing is.
import { checkBoard, completeness, inspectBoard } from '@commonboard/shared/domain/checks/check-board.ts';
import { finding, findingAdvice, findingSentence, findingTitle } from '@commonboard/shared/domain/checks/finding.ts';
import { levels } from '@commonboard/shared/domain/checks/rule.ts';
import { ruleIds, ruleOf } from '@commonboard/shared/domain/checks/rules.ts';
import { similarPairs, similarPairsMax } from '@commonboard/shared/domain/checks/similar-pairs.ts';
import { isBlocked, readTally } from '@commonboard/shared/domain/checks/tally.ts';
import { kindNames } from '@commonboard/shared/domain/kinds.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, modelOf } from '../../support/model-builder.ts';
import { plainOptions } from '../../support/rule-cases.ts';

const options = plainOptions;
const full = modelOf({
  cards: [
    card('impact', 'i'),
    card('outcome', 'o'),
    card('activity', 'a'),
    card('stakeholder', 's', { power: 90, interest: 90 }),
    card('commitment', 'c'),
  ],
  links: ['o>i', 'a>i'],
});

describe('a board', () => {
  it('without cards has no findings, and nothing to be complete in', () => {
    expect(inspectBoard(modelOf({}), options)).toEqual({
      findings: [],
      completeness: { share: null, applicable: 0, findings: { error: 0, warn: 0, hint: 0 } },
    });
  });

  it('with notes only has none either', () => {
    const note = {
      id: 'n',
      pageId: 'p',
      x: 0,
      y: 0,
      zoneId: null,
      text: 'Train; and and',
      color: 'yellow',
      example: false,
      group: null,
    };
    expect(checkBoard(modelOf({ notes: [note] }), options)).toEqual([]);
  });

  it.each(kindNames)('with one example card has none: %s', (kind) =>
    expect(
      checkBoard(modelOf({ cards: [card(kind, 'a', {}, { example: true })] }), { ...options, isOpenCopy: true }),
    ).toEqual([]),
  );

  it('counts no link that touches an example', () => {
    const model = modelOf({
      cards: [card('impact', 'i', {}, { example: true }), card('impact', 'j'), card('outcome', 'o')],
      links: ['o>i', 'i>i', 'o>gone'],
    });
    const found = checkBoard(model, options);
    expect(found.filter(({ rule }) => rule === 'L01').map(({ ids }) => ids)).toEqual([['o>gone']]);
    expect(found.filter(({ rule }) => rule === 'T03').map(({ ids }) => ids)).toEqual([['j'], ['o']]);
  });

  it('without steps of a chain has no findings of a theory of change', () => {
    const cards = [card('indicator', 'n'), card('assumption', 's', { importance: 3, certainty: 1 }), card('goal', 'g')];
    expect(checkBoard(modelOf({ cards }), options).filter(({ rule }) => rule.startsWith('T'))).toEqual([]);
  });

  it('with one impact only is told of nothing: it is only begun', () =>
    expect(checkBoard(modelOf({ cards: [card('impact', 'i')] }), options)).toEqual([]));

  it('is checked whatever stands on it, the same each time', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
    const fields = fc.record(
      {
        power: fc.integer({ min: -5, max: 105 }),
        interest: fc.integer({ min: 0, max: 100 }),
        on: ids,
        parent: ids,
        owner: fc.string(),
        slot: fc.string(),
        tally: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    );
    const cards = fc.array(fc.record({ kind: fc.constantFrom(...kindNames), title: fc.string(), fields }), {
      maxLength: 5,
    });
    const links = fc.array(
      fc.record({ from: ids, to: ids, type: fc.constantFrom('causal' as const, 'match' as const) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(cards, links, (drawn, arrows) => {
        const model = modelOf({
          cards: drawn.map((sketch, i) => ({ ...sketch, id: 'abcde'[i] ?? 'e' })),
          links: arrows.map((arrow, i) => ({ ...arrow, id: `l${i}` })),
        });
        const found = checkBoard(model, options);
        expect(checkBoard(model, options)).toEqual(found);
        const known = new Set([...model.cards, ...model.links].map(({ id }) => id));
        expect(found.flatMap(({ ids: about }) => about).filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('findings', () => {
  it('come by level, and in a level by rule', () => {
    const found = checkBoard(full, options);
    const places = found.map(({ level, rule }) => levels.indexOf(level) * 1000 + ruleIds.indexOf(rule));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(levels));
  });

  it('of a rule that is switched off are not there', () => {
    expect(checkBoard(full, options).some(({ rule }) => rule === 'T20')).toBe(true);
    expect(checkBoard(full, { ...options, off: ['T20'] }).some(({ rule }) => rule === 'T20')).toBe(false);
  });

  it('weigh as their rule does, and less where a sentence is only a hint', () => {
    const many = Array.from({ length: 4 }, (_, i) => card('impact', `i${i}`));
    const t01 = (cards: typeof many) =>
      checkBoard(modelOf({ cards }), options).find(({ rule }) => rule === 'T01')?.level;
    expect([t01([card('outcome', 'o')]), t01(many)]).toEqual(['error', 'hint']);
  });

  it('about one card may be several', () => {
    const found = checkBoard(modelOf({ cards: [card('commitment', 'c')] }), options);
    expect(found.map(({ rule, says }) => `${rule} ${says}`)).toEqual(['C01 nobody', 'C01 undated']);
  });

  it('speak as a person would', () => {
    const said = finding('T20', 'nobody', ['a'], { title: 'Action research with teachers' });
    expect(findingTitle(said, 'en')).toBe('Nobody responsible yet');
    expect(findingSentence(said, 'en')).toBe('“Action research with teachers”: who will do it?');
    expect(findingAdvice(said, 'en')).not.toBe('');
  });

  it('quote a long title in part, on one line, and say when there is none', () => {
    const long = findingSentence(
      finding('T13', 'nobody', ['a'], { title: `many\nwords ${'and more '.repeat(50)}` }),
      'en',
    );
    expect(long).toMatch(/^“many words and more .*…”: for whom/);
    expect(long.length).toBeLessThan(110);
    expect(findingSentence(finding('T13', 'nobody', ['a'], { title: '' }), 'en')).toContain('a card without words');
  });

  it('put values in as they are, whatever signs they have', () => {
    expect(findingSentence(finding('T13', 'nobody', ['a'], { title: '{count} $& $1' }), 'en')).toContain(
      '“{count} $& $1”',
    );
  });

  it.each(['en', 'fr-CA', 'hi', 'xx', 'not a locale', ''])('can be said in %j', (locale) => {
    const said = findingSentence(
      finding('T08', 'incomplete', ['a'], { title: 'n', missing: [{ en: 'Unit' }, 'b'] }),
      locale,
    );
    expect(said).toContain('Unit');
  });
});

it('circles that are too many to name are told of together', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const model = modelOf({
    cards: [...ids, 'y', 'z'].map((id) => card('outcome', id)),
    links: [...ids.flatMap((a) => ids.filter((b) => a !== b).map((b) => `${a}>${b}`)), 'y>z', 'z>y'],
  });
  const loops = checkBoard(model, options).filter(({ rule }) => rule === 'T05');
  expect(loops.length).toBe(21);
  expect(loops.at(-1)).toMatchObject({ says: 'tangle', ids: ['y', 'z'] });
});

describe('completeness', () => {
  it('is the share of rules with nothing to say', () => {
    const only = (...rules: typeof ruleIds) => ({ ...options, off: ruleIds.filter((id) => !rules.includes(id)) });
    expect(completeness(full, only('T01', 'T20'))).toEqual({
      share: 0.5,
      applicable: 2,
      findings: { error: 0, warn: 1, hint: 0 },
    });
    expect(completeness(full, only('T01', 'T20', 'E01')).applicable).toBe(2);
  });

  it('counts findings by level as the panel lists them', () => {
    const { findings, completeness: counted } = inspectBoard(full, options);
    expect(findings).toEqual(checkBoard(full, options));
    expect(counted).toEqual(completeness(full, options));
    expect(Object.values(counted.findings).reduce((sum, count) => sum + count)).toBe(findings.length);
  });
});

describe('a rule', () => {
  it.each(ruleIds)('%s has words for each of its sentences, and none says "wrong" or "must not"', (id) => {
    const { title, advice, says, special } = ruleOf(id);
    const texts = [title, advice, ...Object.values(says)].map(({ en }) => en);
    expect(
      texts.filter((text) => text.trim() !== text || text === '' || /wrong|must not|["']|\.\.\./.test(text)),
    ).toEqual([]);
    expect(Object.keys(special).filter((name) => !Object.hasOwn(says, name))).toEqual([]);
  });
});

describe('texts that are nearly the same', () => {
  const jaccard = (a: string, b: string): number => {
    const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
    const shared = [...x].filter((word) => y.has(word)).length;
    return shared / (x.size + y.size - shared);
  };

  it('are those that comparing each with each finds', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const expected = texts.flatMap((a, i) =>
          texts.flatMap((b, j) => (i < j && jaccard(a, b) >= 0.8 - 1e-9 ? [`${i} ${j}`] : [])),
        );
        expect(new Set(similarPairs(texts).map(String))).toEqual(
          new Set(expected.map((pair) => pair.replace(' ', ','))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are listed up to a limit', () =>
    expect(similarPairs(Array.from({ length: 500 }, () => 'the same')).length).toBe(similarPairsMax));
});

describe('a tally', () => {
  it.each([
    [
      ['8: 2', ' block : 1 '],
      [
        { level: '8', count: 2 },
        { level: 'block', count: 1 },
      ],
    ],
    [['at 10:30: 4'], [{ level: 'at 10:30', count: 4 }]],
    [['', ':', '8', '8:', ': 3', '8: many', '8: -1', '8: 1.5', '8: 99999999999'], []],
  ])('of %j is read', (lines, votes) => expect(readTally(lines)).toEqual(votes));

  it('without a method blocks by words only', () => {
    expect(isBlocked(undefined, [{ level: '8', count: 1 }])).toBe(false);
    expect(isBlocked(undefined, [{ level: 'block', count: 1 }])).toBe(true);
  });
});
