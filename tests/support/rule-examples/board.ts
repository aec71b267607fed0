// Rules beyond the theory of change, by example: stakeholders, links, goals, commitments, decisions, open space, cases.
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import { card, type BoardSketch, type CardSketch } from '../model-builder.ts';
import { clean, found, type RuleExamples } from '../rule-cases.ts';

const high = { power: 50, interest: 50 };
const stakeholders = (...all: CardFields[]): CardSketch[] => all.map((said, i) => card('stakeholder', `s${i}`, said));
const one = (fields: CardFields, kind: CardSketch['kind']): BoardSketch => ({ cards: [card(kind, 'a', fields)] });
const sectors = ['government', 'civil-society', 'market', 'community', 'philanthropy'].map((sector) => ({ sector }));
const all = sectors.map((_, i) => `s${i}`);
const keyResult = { target: '126/180', unit: 'points', baseline: 'unknown' };
const decided = { decidedBy: 'gradients', tally: ['1: 5', '8: 1'], outcome: 'adopted' };
const promise = { owner: 'Asha', due: '2027-06-01' };
const sessions = (...said: CardFields[]): CardSketch[] => said.map((fields, i) => card('session', `s${i}`, fields));
const [ten, north] = [{ slot: '10:00' }, { room: 'North' }];

export const boardExamples = {
  S01: {
    found: [
      found('a stakeholder has no name', 'unnamed', ['a'], { cards: [card('stakeholder', 'a', {}, { title: ' \n' })] }),
      found('it has power without interest', 'half', ['a'], one({ power: 0 }, 'stakeholder')),
      found('it has interest without power', 'half', ['a'], one({ interest: 0 }, 'stakeholder')),
      found('a number is above 100', 'outside', ['a'], one({ power: 101, interest: 100 }, 'stakeholder')),
      found('a number is below 0', 'outside', ['a'], one({ power: 0, impact: -1 }, 'stakeholder')),
    ],
    clean: [
      clean('it is not placed', one({}, 'stakeholder')),
      clean('it is placed at the edges', one({ power: 0, interest: 100 }, 'stakeholder')),
      clean('it is placed by power and what changes for it', one({ power: 0, impact: 100 }, 'stakeholder')),
      clean('only what changes for it is said', one({ impact: 20 }, 'stakeholder')),
    ],
  },
  S02: {
    found: [
      found(
        'nobody keeps in touch with a key player',
        'unplanned',
        ['a'],
        one({ ...high, engagement: 'involve' }, 'stakeholder'),
      ),
      found('it is not said how', 'unplanned', ['a'], one({ ...high, owner: 'Asha' }, 'stakeholder')),
    ],
    clean: [
      clean('both are said of one; another is below', {
        cards: stakeholders({ ...high, owner: 'Asha', engagement: 'involve' }, { power: 49, interest: 100 }),
      }),
    ],
  },
  S03: {
    found: [
      found('nobody lives with it', 'noCommunity', ['s0', 's1', 's2'], { cards: stakeholders({}, {}, { impact: 49 }) }),
      found(
        'a sector is empty',
        'sectors',
        all.slice(1).map((_, i) => `s${i}`),
        { cards: stakeholders(...sectors.slice(1)) },
      ),
      found('all are allies', 'allAllies', ['s0', 's1', 's2', 's3'], {
        cards: stakeholders({ impact: 50 }, { stance: 1 }, { stance: 2 }, { stance: 1 }),
      }),
    ],
    clean: [
      clean('all sectors are there', { cards: stakeholders(...sectors) }),
      clean('no sector has been said; somebody is affected', { cards: stakeholders({}, {}, { impact: 50 }) }),
      clean('one is neutral', { cards: stakeholders({ impact: 50, stance: 1 }, { stance: 2 }, { stance: 0 }) }),
    ],
  },
  S04: {
    found: [found('two bands are to be crossed', 'far', ['a'], one({ stance: -1, desiredStance: 1 }, 'stakeholder'))],
    clean: [
      clean('one band is', one({ stance: -1, desiredStance: 0 }, 'stakeholder')),
      clean('where it stands is not said', one({ desiredStance: 2 }, 'stakeholder')),
    ],
  },
  S05: {
    found: [
      found('a copy with everything holds it', 'open', ['a'], one({ sensitive: true }, 'stakeholder'), {
        isOpenCopy: true,
      }),
    ],
    clean: [
      clean(
        'of the two in the copy neither is',
        { cards: stakeholders({ sensitive: false }, {}) },
        { isOpenCopy: true },
      ),
    ],
  },
  L01: {
    found: [
      found('an end has no card', 'loose', ['a>b'], { cards: [card('idea', 'a')], links: ['a>b'] }),
      found('a card is linked with itself', 'self', ['a>a', 'a'], { cards: [card('idea', 'a')], links: ['a>a'] }),
      found('the same is said twice', 'twice', ['x', 'y'], {
        cards: [card('idea', 'a'), card('idea', 'b')],
        links: [
          { id: 'x', from: 'a', to: 'b' },
          { id: 'y', from: 'a', to: 'b' },
        ],
      }),
    ],
    clean: [
      clean('it is said both ways, and another type', {
        cards: [card('idea', 'a'), card('idea', 'b')],
        links: ['a>b', 'b>a', { id: 'c', from: 'a', to: 'b', type: 'blocks' }],
      }),
    ],
  },
  L02: {
    found: [
      found('an idea causes an impact', 'unfit', ['a', 'a>i', 'i'], {
        cards: [card('idea', 'a'), card('impact', 'i')],
        links: [{ from: 'a', to: 'i', type: 'causal' }],
      }),
      found('a need matches an offer', 'unfit', ['n', 'n>o', 'o'], {
        cards: [card('need', 'n'), card('offer', 'o')],
        links: [{ from: 'n', to: 'o', type: 'match' }],
      }),
      found('money goes to an outcome', 'unfit', ['s', 's>o', 'o'], {
        cards: [card('stakeholder', 's'), card('outcome', 'o')],
        links: [{ from: 's', to: 'o', type: 'money' }],
      }),
    ],
    clean: [
      clean('each is usual', {
        cards: [card('offer', 'o'), card('need', 'n'), card('idea', 'a'), card('outcome', 'b'), card('impact', 'i')],
        links: ['o>n', 'b>i', 'a>i'],
      }),
    ],
  },
  G01: {
    found: [
      ...(['who', 'due', 'owner'] as const).map((name) =>
        found(
          `${name} of a goal is not said`,
          'incomplete',
          ['a'],
          one({ who: 'Pupils', due: '2030-01-01', owner: 'Asha', [name]: undefined }, 'goal'),
        ),
      ),
      ...(['target', 'unit', 'baseline'] as const).map((name) =>
        found(
          `${name} of a key result is not said`,
          'incomplete',
          ['a'],
          one({ ...keyResult, [name]: undefined }, 'keyResult'),
        ),
      ),
      found('the target has no number', 'incomplete', ['a'], one({ ...keyResult, target: 'many' }, 'keyResult')),
    ],
    clean: [
      clean('all is said of a goal', one({ who: 'Pupils', due: '2030-01-01', owner: 'Asha' }, 'goal')),
      clean('all is said of a key result', one(keyResult, 'keyResult')),
    ],
  },
  G02: {
    found: [
      found('a goal has five', 'many', ['g', ...all], {
        cards: [card('goal', 'g'), ...all.map((id) => card('keyResult', id, { parent: 'g' }))],
      }),
      found('one is worded as a task', 'task', ['k'], {
        cards: [card('keyResult', 'k', {}, { title: 'Train all teachers' })],
      }),
    ],
    clean: [
      clean('a goal has four', {
        cards: [
          card('goal', 'g'),
          ...all.slice(1).map((id) => card('keyResult', id, { parent: 'g' })),
          card('keyResult', 'k'),
        ],
      }),
    ],
  },
  C01: {
    found: [
      found('nobody has it', 'nobody', ['a'], one({ due: '2027-06-01' }, 'commitment')),
      found('the name is blank', 'nobody', ['a'], one({ ...promise, owner: ' – ' }, 'commitment')),
      found('everybody has it', 'everybody', ['a'], one({ ...promise, owner: 'The team' }, 'commitment')),
      found('two have it', 'several', ['a'], one({ ...promise, owner: 'Asha and Ben' }, 'commitment')),
      found('two have it, with a comma', 'several', ['a'], one({ ...promise, owner: 'Asha, Ben' }, 'commitment')),
      found('it has no day', 'undated', ['a'], one({ owner: 'Asha' }, 'commitment')),
      found('its day was yesterday', 'past', ['a'], one({ ...promise, due: '2027-05-31' }, 'commitment')),
    ],
    clean: [
      clean('one has it, due today', one(promise, 'commitment')),
      clean('its day is past and it is done', one({ ...promise, due: '2020-01-01', done: '2020-01-02' }, 'commitment')),
    ],
  },
  C02: {
    found: [
      found('the owner is not here', 'absent', ['a'], one({ owner: 'Asha' }, 'commitment'), {
        participants: ['Ben', 'Ashanti'],
      }),
    ],
    clean: [
      clean('she is, by her first name', one({ owner: 'asha' }, 'commitment'), { participants: ['Ben', 'Asha Rao'] }),
    ],
  },
  D01: {
    found: [
      found('nothing is said', 'incomplete', ['a'], one({}, 'decision')),
      ...(['decidedBy', 'tally', 'outcome'] as const).map((name) =>
        found(
          `${name} is not said`,
          'incomplete',
          ['a'],
          one({ ...decided, tally: ['1: 5'], [name]: undefined }, 'decision'),
        ),
      ),
      found('somebody is at level 8 and nothing is said of it', 'blocked', ['a'], one(decided, 'decision')),
      found(
        'somebody shows a fist',
        'blocked',
        ['a'],
        one({ ...decided, decidedBy: 'fist', tally: ['0: 1', '5: 9'] }, 'decision'),
      ),
      found(
        'somebody objects',
        'blocked',
        ['a'],
        one({ ...decided, decidedBy: 'consent', tally: ['Objection: 2'], outcome: 'amended' }, 'decision'),
      ),
    ],
    clean: [
      clean('it is said how the block was met', one({ ...decided, reason: 'A trial of a month' }, 'decision')),
      clean('it was dropped', one({ ...decided, outcome: 'dropped' }, 'decision')),
      clean('nobody is at level 8', one({ ...decided, tally: ['1: 5', '8: 0'] }, 'decision')),
      clean('level 8 is no block of a fist', one({ ...decided, decidedBy: 'fist' }, 'decision')),
      clean('dots block nothing', one({ ...decided, decidedBy: 'dots', tally: ['Block the road: 3'] }, 'decision')),
      clean(
        'nobody objects',
        one({ ...decided, decidedBy: 'consent', tally: ['no objection: 7', 'objection: 0'] }, 'decision'),
      ),
      clean('one is decided, another still open', {
        cards: [card('decision', 'a', { ...decided, note: 'met' }), card('decision', 'b', { outcome: 'open' })],
      }),
    ],
  },
  U01: {
    found: [
      found('two are in a room', 'room', ['s0', 's1'], {
        cards: sessions({ ...ten, ...north }, { ...ten, room: 'north ' }),
      }),
      found('a host is in two rooms', 'host', ['s0', 's1'], {
        cards: sessions({ ...ten, host: 'Asha' }, { ...ten, coHosts: ['asha'] }),
      }),
      found('one is merged into nothing', 'merged', ['s0'], { cards: sessions({ state: 'merged' }) }),
      found('one is merged into itself', 'merged', ['s0'], { cards: sessions({ state: 'placed', mergedInto: 's0' }) }),
      found('one is merged into a parked one', 'merged', ['s0'], {
        cards: sessions({ state: 'merged', mergedInto: 's1' }, { state: 'parked' }),
      }),
    ],
    clean: [
      clean('another time, another room', {
        cards: sessions({ ...ten, ...north }, { ...ten, room: 'South' }, { slot: '11:00', ...north }),
      }),
      clean('the other was parked', {
        cards: sessions({ ...ten, ...north, host: 'Asha' }, { ...ten, ...north, host: 'Asha', state: 'parked' }),
      }),
      clean('it has no time yet', { cards: sessions({ ...north, host: 'Asha' }, { ...north, host: 'Asha' }) }),
      clean('it was merged into one that lives', { cards: sessions({ state: 'merged', mergedInto: 's1' }, {}) }),
      clean('its host stands twice on one card', { cards: sessions({ ...ten, host: 'Asha', coHosts: ['Asha'] }) }),
    ],
  },
  U02: {
    found: [
      found(
        'three want to come where two fit',
        'full',
        ['s0'],
        { cards: sessions({ ...north, interested: ['a', 'b', 'c'] }) },
        { roomCapacities: { North: 2 } },
      ),
      found('it is over, without a report', 'unreported', ['s0'], { cards: sessions({ state: 'done' }) }),
      found('somebody wants two at once', 'clash', ['s0', 's1'], {
        cards: sessions({ ...ten, interested: ['Asha'] }, { ...ten, interested: ['asha', 'Ben'] }),
      }),
    ],
    clean: [
      clean(
        'they just fit; one is named twice',
        { cards: sessions({ ...north, interested: ['a', 'b', 'A'] }) },
        { roomCapacities: { north: 2 } },
      ),
      clean('the room is not known', { cards: sessions({ ...north, interested: ['a', 'b', 'c'] }) }),
      clean('there are reports, one named, one linked', {
        cards: [
          ...sessions({ state: 'done' }, { state: 'done' }),
          card('report', 'r', { session: 's0' }),
          card('report', 'q'),
        ],
        links: ['s1>q'],
      }),
      clean('they want another time', {
        cards: sessions({ ...ten, interested: ['Asha'] }, { slot: '11:00', interested: ['Asha'] }),
      }),
    ],
  },
  E01: {
    found: [found('nobody says where it comes from', 'unsourced', ['a'], one({}, 'caseStudy'))],
    clean: [
      clean('somebody does', one({ source: 'told by the head' }, 'caseStudy')),
      clean('there is an address', one({ url: 'https://example.org' }, 'caseStudy')),
    ],
  },
} satisfies Record<string, RuleExamples>;
