// Rules T06 to T08, T11 to T13, T16 to T20, by example: words, reasons, indicators and people of a theory of change.
import { card, page, type CardSketch } from '../model-builder.ts';
import { clean, found, type RuleExamples } from '../rule-cases.ts';

const [impact, outcome, output, activity, input] = (['impact', 'outcome', 'output', 'activity', 'input'] as const).map(
  (kind) => card(kind, kind),
) as [CardSketch, CardSketch, CardSketch, CardSketch, CardSketch];
const outcomes = (...ids: string[]): CardSketch[] => ids.map((id) => card('outcome', id));
const ceiling = { id: 'line', pageId: page, y: 100 };
const indicator = { unit: 'pupils', baseline: 'unknown', target: 180, targetDate: '2028-01-01', source: 'survey' };
const guess = { importance: 3, certainty: 1 };
const titled = (title: string): CardSketch => card('outcome', 'a', {}, { title });

export const tocWordsExamples = {
  T06: {
    found: [
      found('a causal link says nothing', 'unexplained', ['outcome', 'outcome>impact', 'impact'], {
        cards: [outcome, impact],
        links: ['outcome>impact'],
      }),
      found('it says blanks', 'unexplained', ['outcome', 'outcome>impact', 'impact'], {
        cards: [outcome, impact],
        links: [{ from: 'outcome', to: 'impact', rationale: ' ' }],
      }),
    ],
    clean: [
      clean('it says why', {
        cards: [outcome, impact],
        links: [{ from: 'outcome', to: 'impact', rationale: 'as seen' }],
      }),
      clean('an assumption belongs to it', {
        cards: [outcome, impact, card('assumption', 's', { on: 'outcome>impact' })],
        links: ['outcome>impact'],
      }),
    ],
  },
  T07: {
    found: [
      found('an outcome has no indicator, and there is no ceiling', 'unmeasured', ['outcome'], { cards: [outcome] }),
      found('it lies on the ceiling', 'unmeasured', ['a'], {
        cards: [card('outcome', 'a', {}, { y: 100 })],
        ceilings: [ceiling],
      }),
      found('the ceiling is another page’s', 'unmeasured', ['a'], {
        cards: [card('outcome', 'a', {}, { y: 99 })],
        ceilings: [{ ...ceiling, pageId: 'page:b' }],
      }),
    ],
    clean: [
      clean('an indicator belongs to it', { cards: [outcome, card('indicator', 'n', { on: 'outcome' })] }),
      clean('an indicator is linked with it, either way', {
        cards: [outcome, card('indicator', 'n')],
        links: ['outcome>n'],
      }),
      clean('it lies above the ceiling, the other has one', {
        cards: [
          card('outcome', 'a', {}, { y: 99 }),
          card('outcome', 'b', {}, { y: 200 }),
          card('indicator', 'n', { on: 'b' }),
        ],
        ceilings: [ceiling],
      }),
    ],
  },
  T08: {
    found: [
      found('an indicator says nothing', 'incomplete', ['n'], { cards: [impact, card('indicator', 'n')] }),
      ...(['unit', 'baseline', 'target', 'targetDate', 'source'] as const).map((name) =>
        found(`its ${name} is not said`, 'incomplete', ['n'], {
          cards: [impact, card('indicator', 'n', { ...indicator, [name]: undefined })],
        }),
      ),
    ],
    clean: [
      clean('all is said, if only that the baseline is unknown', {
        cards: [impact, card('indicator', 'n', indicator)],
      }),
      clean('a percentage needs no other unit', {
        cards: [impact, card('indicator', 'n', { ...indicator, unit: undefined, measure: 'percentage' })],
      }),
      clean('a baseline and a target of 0 are said', {
        cards: [impact, card('indicator', 'n', { ...indicator, baseline: 0, target: 0 })],
      }),
    ],
  },
  T11: {
    found: [
      found('"and" joins two', 'joined', ['a'], { cards: [titled('Teachers stay and pupils learn')] }),
      found('a semicolon does', 'joined', ['a'], { cards: [titled('Teachers stay; pupils learn')] }),
      found(
        '"et" does in French',
        'joined',
        ['a'],
        { cards: [titled('Les maîtres restent et les élèves apprennent')] },
        { locale: 'fr-CA' },
      ),
      found('"और" does in Hindi', 'joined', ['a'], { cards: [titled('शिक्षक रुकते हैं और बच्चे सीखते हैं')] }, { locale: 'hi' }),
      found('141 signs are long', 'long', ['a'], { cards: [titled('x'.repeat(141))] }),
    ],
    clean: [
      clean('140 signs are not', { cards: [titled('x'.repeat(140))] }),
      clean('"and" stands within a word', { cards: [titled('Land and')] }),
      clean('the word is of another language', { cards: [titled('Teachers stay and pupils learn')] }, { locale: 'es' }),
    ],
  },
  T12: {
    found: [
      found('an outcome begins with work', 'work', ['a'], { cards: [titled('Train 40 teachers')] }),
      found('or with "to" and work', 'work', ['a'], { cards: [titled('To build schools')] }),
      found('in French', 'work', ['a'], { cards: [titled('Former les maîtres')] }, { locale: 'fr' }),
      found('in Spanish', 'work', ['a'], { cards: [titled('Capacitar a docentes')] }, { locale: 'es-MX' }),
      found(
        'in Hindi, where the verb comes last',
        'work',
        ['a'],
        { cards: [titled('शिक्षकों को प्रशिक्षण देना')] },
        { locale: 'hi' },
      ),
    ],
    clean: [
      clean('it says a change', { cards: [titled('Teachers train each other')] }),
      clean('the language has no list', { cards: [titled('Train 40 teachers')] }, { locale: 'xx' }),
      clean('there are no words yet', { cards: [titled('')] }),
    ],
  },
  T13: {
    found: [found('an outcome does not say who changes', 'nobody', ['outcome'], { cards: [outcome] })],
    clean: [clean('it does', { cards: [card('outcome', 'a', { who: 'Pupils' })] })],
  },
  T16: {
    found: [
      found('two causes, and nobody has said', 'unasked', ['c'], {
        cards: outcomes('a', 'b', 'c'),
        links: ['a>c', 'b>c'],
      }),
    ],
    clean: [
      clean('the answer is no', {
        cards: [...outcomes('a', 'b'), card('outcome', 'c', { sufficient: false })],
        links: ['a>c', 'b>c'],
      }),
      clean('the answer is yes', {
        cards: [...outcomes('a', 'b'), card('outcome', 'c', { sufficient: true })],
        links: ['a>c', 'b>c'],
      }),
    ],
  },
  T17: {
    found: [
      found('only signs and size differ', 'alike', ['a', 'output'], { cards: [titled('Output!'), output] }),
      found('four of five words are the same', 'alike', ['a', 'b'], {
        cards: [titled('pupils read every day'), card('outcome', 'b', {}, { title: 'Pupils read stories every day' })],
      }),
    ],
    clean: [
      clean('three of four words are the same', {
        cards: [titled('pupils read daily'), card('outcome', 'b', {}, { title: 'pupils read stories daily' })],
      }),
      clean('cards without words', { cards: [titled(''), card('outcome', 'b', {}, { title: '…' })] }),
      clean('two groups say the same', {
        cards: [titled('same'), card('outcome', 'b', {}, { title: 'same', group: 'g' })],
      }),
    ],
  },
  T18: {
    found: [
      found('a guess we stand on has no test', 'untested', ['s'], {
        cards: [impact, card('assumption', 's', { ...guess, testOwner: 'Asha' })],
      }),
      found('nobody tests it', 'untested', ['s'], {
        cards: [impact, card('assumption', 's', { ...guess, test: 'ask them' })],
      }),
    ],
    clean: [
      clean('somebody tests it', {
        cards: [impact, card('assumption', 's', { ...guess, test: 'ask', testOwner: 'Asha' })],
      }),
    ],
  },
  T19: {
    found: [
      found('no card names a key player', 'unnamed', ['Ministry'], {
        cards: [impact, card('stakeholder', 'Ministry', { power: 50, interest: 50 })],
      }),
      found('its name is only part of a word', 'unnamed', ['Ministry'], {
        cards: [
          card('outcome', 'a', { who: 'Ministryland' }),
          card('stakeholder', 'Ministry', { power: 50, interest: 50 }),
        ],
      }),
    ],
    clean: [
      ...(['who', 'responsible', 'owner'] as const).map((name) =>
        clean(`${name} of a card is the key player`, {
          cards: [
            card('outcome', 'a', { [name]: 'the ministry of education' }),
            card('stakeholder', 'Ministry of Education', { power: 50, interest: 50 }),
          ],
        }),
      ),
      clean('a title names it', {
        cards: [
          titled('The ministry, at last, listens'),
          card('stakeholder', 'Ministry', { power: 100, interest: 100 }),
        ],
      }),
    ],
  },
  T20: {
    found: [
      found('nobody is responsible for an activity', 'nobody', ['activity'], { cards: [activity] }),
      found('an input is not confirmed', 'unconfirmed', ['input'], { cards: [input] }),
      found('an input is said not to be confirmed', 'unconfirmed', ['p'], {
        cards: [card('input', 'p', { confirmed: false })],
      }),
    ],
    clean: [
      clean('both are in hands', {
        cards: [card('activity', 'a', { responsible: 'Asha' }), card('input', 'p', { confirmed: true })],
      }),
    ],
  },
} satisfies Record<string, RuleExamples>;
