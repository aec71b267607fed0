// Views of plans: roles, offers and needs, goals and their lights, the map told in sentences.
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import { goalTree, lightLabels, lightNames, lightsOf } from '@commonboard/shared/domain/views/goals.ts';
import { matches, suggestionsMax } from '@commonboard/shared/domain/views/matches.ts';
import { narrative, sentencesMax } from '@commonboard/shared/domain/views/narrative.ts';
import { rolesMatrix } from '@commonboard/shared/domain/views/roles-matrix.ts';
import { describe, expect, it } from 'vitest';
import { card, modelOf, type CardSketch, type LinkSketch } from '../../support/model-builder.ts';

const ids = (cards: readonly { id: string }[]): string[] => cards.map(({ id }) => id);

describe('roles', () => {
  it('are who is responsible and who is linked, stakeholders first, then other names', () => {
    const matrix = rolesMatrix(
      modelOf({
        cards: [
          card('stakeholder', 'Ministry', { contribution: 'rules' }),
          card('stakeholder', 'Parents'),
          card('activity', 'a', { responsible: 'the Ministry, with schools' }),
          card('activity', 'b', { responsible: 'Asha' }),
          card('output', 'c'),
          card('outcome', 'no column', { responsible: 'Asha' }),
        ],
        links: ['Parents>a', 'a>Ministry', 'c>Parents'],
      }),
    );
    expect(ids(matrix.columns)).toEqual(['a', 'b', 'c']);
    expect(matrix.rows.map(({ name, contribution, cells }) => [name, contribution, ...cells])).toEqual([
      ['Ministry', 'rules', 'responsible', null, null],
      ['Parents', '', 'contributes', null, 'contributes'],
      ['Asha', '', null, 'responsible', null],
    ]);
    expect(ids(matrix.open)).toEqual(['c']);
  });

  it('of nobody and nothing are none, and a name without words names nobody', () => {
    expect(rolesMatrix(modelOf({}))).toEqual({ columns: [], rows: [], open: [] });
    const model = modelOf({
      cards: [card('stakeholder', 's', {}, { title: '' }), card('activity', 'a', { responsible: 'Asha' })],
    });
    expect(rolesMatrix(model).rows.map(({ cells }) => cells)).toEqual([[null], ['responsible']]);
  });
});

describe('offers and needs', () => {
  const offer = (id: string, resource?: string) => card('offer', id, resource === undefined ? {} : { resource });
  const need = (id: string, resource?: string, pressing = 1) =>
    card('need', id, { pressing, ...(resource !== undefined && { resource }) });

  it('meet by a link of type match, whichever way it is drawn', () => {
    const {
      matches: found,
      gaps,
      unused,
    } = matches(
      modelOf({
        cards: [offer('o1'), offer('o2'), offer('o3'), need('n1'), need('n2'), need('n3'), card('idea', 'i')],
        links: [
          'o1>n1',
          { from: 'n2', to: 'o2', type: 'match' },
          { from: 'o3', to: 'n3', type: 'supports' },
          { from: 'o3', to: 'i', type: 'match' },
        ],
      }),
    );
    expect(found.map(({ offer: { id }, need: { id: met }, link }) => [id, met, link.id])).toEqual([
      ['o1', 'n1', 'o1>n1'],
      ['o2', 'n2', 'n2>o2'],
    ]);
    expect([ids(gaps), ids(unused)]).toEqual([['n3'], ['o3']]);
  });

  it('that are free and of the same resource are suggested, the most urgent need first', () => {
    const { gaps, suggestions } = matches(
      modelOf({
        cards: [
          offer('o', 'space'),
          offer('p'),
          offer('q', 'money'),
          need('n', 'space', 1),
          need('m', 'space', 3),
          need('x'),
        ],
      }),
    );
    expect(ids(gaps)).toEqual(['m', 'n', 'x']);
    expect(suggestions.map(({ offer: { id }, need: { id: other } }) => `${id} ${other}`)).toEqual(['o m', 'o n']);
  });

  it('are suggested up to a limit', () => {
    const many = Array.from({ length: 40 }, (_, i) => [offer(`o${i}`, 'money'), need(`n${i}`, 'money')]).flat();
    expect(matches(modelOf({ cards: many })).suggestions).toHaveLength(suggestionsMax);
  });
});

describe('the lights of a goal', () => {
  const lights = (fields: CardFields) => lightsOf(modelOf({ cards: [card('goal', 'g', fields)] }).cards[0]!);

  it('are not said, or off, on an empty card', () =>
    expect(lights({})).toEqual({
      specific: null,
      measurable: false,
      achievable: null,
      relevant: null,
      timeBound: false,
    }));

  it.each<[CardFields, boolean]>([
    [{ target: 0, unit: '%' }, true],
    [{ target: '126/180', unit: 'points' }, true],
    [{ target: 'many', unit: 'points' }, false],
    [{ target: 12 }, false],
    [{ unit: 'points' }, false],
  ])('%j can be measured: %s', (fields, on) => expect(lights(fields).measurable).toBe(on));

  it.each<[CardFields, boolean]>([
    [{ due: '2030-01-01' }, true],
    [{ targetDate: '2030-01-01' }, true],
    [{ horizon: 2030 }, false],
  ])('%j has a day: %s', (fields, on) => expect(lights(fields).timeBound).toBe(on));

  it('that the group says are as it says, and each has a name', () => {
    expect(lights({ specific: true, achievable: false, relevant: true })).toMatchObject({
      specific: true,
      achievable: false,
      relevant: true,
    });
    expect(Object.keys(lightLabels)).toEqual([...lightNames]);
  });
});

it('key results stand under the goal they name, else under the one they are linked with, else under none', () => {
  const { goals, loose } = goalTree(
    modelOf({
      cards: [
        card('goal', 'g'),
        card('goal', 'h'),
        card('keyResult', 'named', { parent: 'g' }),
        card('keyResult', 'linked'),
        card('keyResult', 'stray', { parent: 'gone' }),
      ],
      links: ['named>h', 'h>linked'],
    }),
  );
  expect(goals.map(({ card: { id }, keyResults }) => [id, keyResults.map((lit) => lit.card.id)])).toEqual([
    ['g', ['named']],
    ['h', ['linked']],
  ]);
  expect(loose.map((lit) => lit.card.id)).toEqual(['stray']);
});

describe('the map told in sentences', () => {
  const tell = (cards: CardSketch[], links: LinkSketch[] = []) =>
    narrative(modelOf({ cards, links }), 'en').stories.map(({ sentences }) => sentences.map(({ text }) => text));

  it('is silent without an impact', () =>
    expect(narrative(modelOf({ cards: [card('outcome', 'o')] }), 'en')).toEqual({ stories: [], isShortened: false }));

  it('says of an impact alone what is missing', () =>
    expect(tell([card('impact', 'dignity')])).toEqual([
      [
        'We aim for dignity for [not yet agreed: whom] by [not yet agreed: the year].',
        'We will look at [not yet agreed: how we would know]: from [not yet agreed: where it stands] to [not yet agreed: how far] by [not yet agreed: the day].',
        'That needs [not yet agreed: what has to happen first], since [not yet agreed: why], as long as [not yet agreed: what has to hold].',
      ],
    ]));

  it('goes from the impact down to the work', () =>
    expect(
      tell(
        [
          card('impact', 'dignity', { who: 'all children', horizon: 2035 }),
          card('indicator', 'dropouts', { on: 'dignity', baseline: 0, target: 3, unit: '%', targetDate: '2034-12-31' }),
          card('outcome', 'teaching improves', { external: true }),
          card('indicator', 'lessons', {
            on: 'teaching improves',
            baseline: 'unknown',
            target: 'half',
            targetDate: '2030-01-01',
          }),
          card('assumption', 'teachers stay', { on: 'teaching improves>dignity' }),
          card('output', 'a guide'),
          card('activity', 'write it', { responsible: 'Asha' }),
          card('input', 'money'),
        ],
        [
          { from: 'teaching improves', to: 'dignity', rationale: 'lessons count' },
          'a guide>teaching improves',
          'write it>a guide',
          'money>write it',
        ],
      ),
    ).toEqual([
      [
        'We aim for dignity for all children by 2035.',
        'We will look at dropouts: from 0 to 3 % by 2034-12-31.',
        'That needs teaching improves, since lessons count, as long as teachers stay.',
        'We will look at lessons: from unknown to half by 2030-01-01.',
        'Toward “teaching improves”, Asha will write it, giving a guide.',
      ],
    ]));

  it('tells each card once, and ends in a circle', () => {
    const [sentences = []] = tell(
      [card('impact', 'i'), card('outcome', 'a'), card('outcome', 'b'), card('activity', 'w')],
      ['a>i', 'b>i', 'a>b', 'b>a', 'w>a', 'w>b'],
    );
    expect(sentences.filter((text) => text.startsWith('That needs a,'))).toHaveLength(1);
    expect(
      sentences.filter((text) => text.includes(' will w, giving [not yet agreed: what comes of it]')),
    ).toHaveLength(1);
    expect(sentences).toContain('“b” needs a too, as told above.');
  });

  it('keeps values as they are, whatever signs they have', () => {
    expect(tell([card('impact', 'i', { who: '{year} $&\n all' })])[0]?.[0]).toBe(
      'We aim for i for {year} $& all by [not yet agreed: the year].',
    );
  });

  it('of a huge map ends, and says that there is more', () => {
    const many = Array.from({ length: 500 }, (_, i) => `o${i}`);
    const cards = [card('impact', 'i'), card('impact', 'j'), ...many.map((id) => card('outcome', id))];
    const { stories, isShortened } = narrative(
      modelOf({ cards, links: many.map((id, n) => `${id}>${many[n - 1] ?? 'i'}`) }),
      'en',
    );
    expect(stories.flatMap(({ sentences }) => sentences)).toHaveLength(sentencesMax);
    expect(isShortened).toBe(true);
  });
});
