// Rules T01 to T05, T09, T10, T14, T15, T21, by example: the shape of a theory of change.
import { card, page, type CardSketch } from '../model-builder.ts';
import { clean, found, type RuleExamples } from '../rule-cases.ts';

const [impact, outcome, output, activity, input] = (['impact', 'outcome', 'output', 'activity', 'input'] as const).map(
  (kind) => card(kind, kind),
) as [CardSketch, CardSketch, CardSketch, CardSketch, CardSketch];
const outcomes = (...ids: string[]): CardSketch[] => ids.map((id) => card('outcome', id));
const ceiling = { id: 'line', pageId: page, y: 100 };
const numbered = (count: number, make: (i: number) => CardSketch): CardSketch[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const tocShapeExamples = {
  T01: {
    found: [
      found('outcomes lead to no impact', 'none', [], { cards: [outcome] }),
      found('there are four impacts', 'many', ['i0', 'i1', 'i2', 'i3'], {
        cards: numbered(4, (i) => card('impact', `i${i}`)),
      }),
    ],
    clean: [
      clean('there is an impact', { cards: [impact, outcome] }),
      clean('there are three', { cards: numbered(3, (i) => card('impact', `i${i}`)) }),
      clean('four groups have one each', { cards: numbered(4, (i) => card('impact', `i${i}`, {}, { group: `${i}` })) }),
    ],
  },
  T02: {
    found: [
      found('a card leads to others, but to no impact', 'lost', ['a', 'b'], {
        cards: [impact, ...outcomes('a', 'b')],
        links: ['a>b'],
      }),
      found('it only supports the impact', 'lost', ['a'], {
        cards: [impact, ...outcomes('a')],
        links: [{ from: 'a', to: 'impact', type: 'supports' }],
      }),
    ],
    clean: [
      clean('it reaches the impact over others', {
        cards: [impact, ...outcomes('a'), activity],
        links: ['activity>a', 'a>impact'],
      }),
      clean('it stands alone, which T03 says', { cards: [impact, outcome] }),
      clean('a link is mutual', {
        cards: [impact, outcome],
        links: [{ from: 'impact', to: 'outcome', direction: 'mutual' }],
      }),
    ],
  },
  T03: {
    found: [
      found('a card of the chain has no link', 'alone', ['input'], {
        cards: [impact, outcome, input],
        links: ['outcome>impact'],
      }),
      found('it is linked only with what is no step', 'alone', ['impact', 'outcome'], {
        cards: [impact, outcome, card('indicator', 'n')],
        links: ['n>outcome'],
      }),
      found('it is linked only with itself', 'alone', ['impact', 'outcome'], {
        cards: [impact, outcome],
        links: ['impact>impact'],
      }),
    ],
    clean: [
      clean('each is joined', {
        cards: [impact, outcome],
        links: [{ from: 'outcome', to: 'impact', type: 'supports' }],
      }),
    ],
  },
  T04: {
    found: [
      found('nothing leads to an outcome', 'uncaused', ['outcome'], {
        cards: [impact, outcome],
        links: ['outcome>impact'],
      }),
    ],
    clean: [
      clean('something does', { cards: [output, outcome], links: ['output>outcome'] }),
      clean('somebody else sees to one, the other has a cause', {
        cards: [card('outcome', 'a', { external: true }), outcome],
        links: ['a>outcome'],
      }),
    ],
  },
  T05: {
    found: [
      found('two weaken each other: the loop strengthens itself', 'reinforcing', ['a', 'b', 'a>b', 'b>a'], {
        cards: outcomes('a', 'b'),
        links: [
          { from: 'a', to: 'b', polarity: '-' },
          { from: 'b', to: 'a', polarity: '-' },
        ],
      }),
      found('one of three weakens', 'balancing', ['a', 'b', 'c', 'a>b', 'b>c', 'c>a'], {
        cards: outcomes('a', 'b', 'c'),
        links: [
          { from: 'a', to: 'b', polarity: '+' },
          { from: 'b', to: 'c', polarity: '+' },
          { from: 'c', to: 'a', polarity: '-' },
        ],
      }),
      found('a polarity is not said', 'unsaid', ['a', 'b', 'a>b', 'b>a'], {
        cards: outcomes('a', 'b'),
        links: [{ from: 'a', to: 'b', polarity: '-' }, 'b>a'],
      }),
      found('one mutual link is a loop of two', 'unsaid', ['a', 'b', 'a>b'], {
        cards: outcomes('a', 'b'),
        links: [{ from: 'a', to: 'b', direction: 'mutual' }],
      }),
    ],
    clean: [
      clean('the loop is closed by feedback', {
        cards: outcomes('a', 'b'),
        links: ['a>b', { from: 'b', to: 'a', feedback: true }],
      }),
      clean('two ways lead to the same', { cards: outcomes('a', 'b', 'c', 'd'), links: ['a>b', 'a>c', 'b>d', 'c>d'] }),
    ],
  },
  T09: {
    found: [
      found('an activity leads to the impact', 'leap', ['activity', 'activity>impact', 'impact'], {
        cards: [activity, impact],
        links: ['activity>impact'],
      }),
      found('an input leads to an outcome', 'leap', ['input', 'input>outcome', 'outcome'], {
        cards: [input, outcome],
        links: ['input>outcome'],
      }),
    ],
    clean: [
      clean('an output leads to the impact', { cards: [output, impact], links: ['output>impact'] }),
      clean('an activity leads to an outcome', { cards: [activity, outcome], links: ['activity>outcome'] }),
    ],
  },
  T10: {
    found: [
      found('an outcome leads to an activity', 'back', ['outcome', 'outcome>activity', 'activity'], {
        cards: [outcome, activity],
        links: ['outcome>activity'],
      }),
    ],
    clean: [
      clean('it is feedback', {
        cards: [outcome, activity],
        links: [{ from: 'outcome', to: 'activity', feedback: true }],
      }),
      clean('both are outcomes', { cards: outcomes('a', 'b'), links: ['a>b'] }),
    ],
  },
  T14: {
    found: [
      found('an impact lies below the line', 'impactBelow', ['line', 'i'], {
        cards: [card('impact', 'i', {}, { y: 100 }), card('outcome', 'o', {}, { y: 101 })],
        ceilings: [ceiling],
      }),
      found('no outcome lies below it', 'nothingBelow', ['line'], {
        cards: [card('impact', 'i'), card('outcome', 'o', {}, { y: 99 })],
        ceilings: [ceiling],
      }),
    ],
    clean: [
      clean('it lies between', {
        cards: [card('impact', 'i', {}, { y: 99 }), card('outcome', 'o', {}, { y: 100 })],
        ceilings: [ceiling],
      }),
    ],
  },
  T15: {
    found: [
      found('there is no outcome on the way', 'none', ['activity'], {
        cards: [activity, output, impact],
        links: ['activity>output', 'output>impact'],
      }),
      found('one way has two, another one', 'one', ['activity'], {
        cards: [activity, output, ...outcomes('a', 'b'), impact],
        links: ['activity>a', 'a>b', 'b>impact', 'activity>output', 'output>b'],
      }),
    ],
    clean: [
      clean('there are two', {
        cards: [activity, ...outcomes('a', 'b'), impact],
        links: ['activity>a', 'a>b', 'b>impact'],
      }),
      clean('the short way is feedback', {
        cards: [activity, ...outcomes('a', 'b'), impact],
        links: ['activity>a', 'a>b', 'b>impact', { from: 'a', to: 'impact', feedback: true }],
      }),
    ],
  },
  T21: {
    found: [
      found('eight lead to one', 'causes', ['z'], {
        cards: [...numbered(8, (i) => card('outcome', `o${i}`)), card('outcome', 'z')],
        links: Array.from({ length: 8 }, (_, i) => `o${i}>z`),
      }),
      found(
        '41 are on one map',
        'cards',
        Array.from({ length: 41 }, (_, i) => `o${i}`),
        { cards: numbered(41, (i) => card('outcome', `o${i}`)) },
      ),
    ],
    clean: [
      clean('seven lead to one', {
        cards: [...numbered(7, (i) => card('outcome', `o${i}`)), card('outcome', 'z')],
        links: Array.from({ length: 7 }, (_, i) => `o${i}>z`),
      }),
      clean('40 are on each of two pages', {
        cards: numbered(80, (i) => card('outcome', `o${i}`, {}, { pageId: `page:${i % 2}` })),
      }),
    ],
  },
} satisfies Record<string, RuleExamples>;
