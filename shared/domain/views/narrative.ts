// The map told in sentences: for each impact, what it needs, why, as long as what holds, who does what, and how one will know.
// What is missing is printed as a gap, so that it is seen.
import { belongings, type Belongings } from '../belongs-to.ts';
import { forwardGraph, type CausalGraph, type Step } from '../graph/causal-graph.ts';
import type { BoardModel, Card } from '../model.ts';
import { filled } from '../sentence.ts';
import { textIn, type Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

/** More than anybody reads aloud. */
export const sentencesMax = 300;

export interface Sentence {
  /** The card it tells of. */
  cardId: string;
  /** Arrows from the impact. */
  depth: number;
  text: string;
}

export interface Narrative {
  stories: { impactId: string; sentences: Sentence[] }[];
  /** The map holds more than is told. */
  isShortened: boolean;
}

const words = {
  aim: { en: 'We aim for {impact} for {who} by {year}.' },
  needs: { en: 'That needs {cause}, since {rationale}, as long as {assumption}.' },
  furtherNeeds: { en: '“{effect}” needs {cause}, since {rationale}, as long as {assumption}.' },
  work: { en: 'Toward “{effect}”, {responsible} will {activity}, giving {output}.' },
  look: { en: 'We will look at {indicator}: from {baseline} to {target} by {date}.' },
  told: { en: '“{effect}” needs {cause} too, as told above.' },
} satisfies Record<string, Text>;

const gaps = {
  impact: { en: 'the lasting change' },
  who: { en: 'whom' },
  year: { en: 'the year' },
  cause: { en: 'what has to happen first' },
  rationale: { en: 'why' },
  assumption: { en: 'what has to hold' },
  responsible: { en: 'who' },
  activity: { en: 'what we do' },
  output: { en: 'what comes of it' },
  indicator: { en: 'how we would know' },
  baseline: { en: 'where it stands' },
  target: { en: 'how far' },
  date: { en: 'the day' },
} satisfies Record<string, Text>;
const notAgreed: Text = { en: '[not yet agreed: {gap}]' };

interface Telling {
  graph: CausalGraph;
  cards: ReadonlyMap<string, Card>;
  assumptions: Belongings;
  indicators: Belongings;
  told: Set<string>;
  say: (text: Text, values: Partial<Record<keyof typeof gaps | 'effect', string>>) => string;
}

export function narrative(model: BoardModel, locale: string): Narrative {
  const board = withoutExamples(model);
  const telling: Telling = {
    graph: forwardGraph(board),
    cards: new Map(board.cards.map((card) => [card.id, card])),
    assumptions: belongings(board, 'assumption'),
    indicators: belongings(board, 'indicator'),
    told: new Set(),
    say: (text, values) => sentence(text, values, locale),
  };
  const all = board.cards
    .filter(({ kind }) => kind === 'impact')
    .map((impact) => ({ impactId: impact.id, sentences: tell(telling, impact) }));
  let left = sentencesMax;
  const stories = all.map(({ impactId, sentences }) => {
    const kept = sentences.slice(0, left);
    left -= kept.length;
    return { impactId, sentences: kept };
  });
  return {
    stories,
    isShortened: all.some(({ sentences }, i) => sentences.length > (stories[i]?.sentences.length ?? 0)),
  };
}

/** Depth first, each card once; a card that two need is told where it comes first. */
function tell(telling: Telling, impact: Card): Sentence[] {
  const { graph, cards, told } = telling;
  const sentences: Sentence[] = [];
  const add = (cardId: string, depth: number, texts: readonly string[]): void => {
    for (const text of texts) sentences.push({ cardId, depth, text });
  };
  add(impact.id, 0, [aimOf(telling, impact), ...looksAt(telling, impact)]);
  const open = causesOf(telling, impact.id)
    .map((step) => ({ step, effect: impact, depth: 1 }))
    .toReversed();
  if (open.length === 0) add(impact.id, 1, [telling.say(words.needs, {})]);
  for (let next = open.pop(); next && sentences.length <= sentencesMax; next = open.pop()) {
    const { step, effect, depth } = next;
    const cause = cards.get(step.to);
    if (!cause) continue;
    if (told.has(cause.id)) {
      add(cause.id, depth, [telling.say(words.told, { effect: effect.title, cause: cause.title })]);
      continue;
    }
    told.add(cause.id);
    if (cause.kind === 'activity' || cause.kind === 'output') {
      add(cause.id, depth, worksOf(telling, cause, effect));
    } else add(cause.id, depth, [needOf(telling, step, cause, effect, depth), ...looksAt(telling, cause)]);
    const further = cause.kind === 'output' ? furtherCauses(telling, cause) : causesOf(telling, cause.id);
    for (const below of further.toReversed()) open.push({ step: below, effect: cause, depth: depth + 1 });
    if (cause.kind === 'outcome' && graph.causes(cause.id).length === 0 && cause.fields.external !== true)
      add(cause.id, depth + 1, [telling.say(words.furtherNeeds, { effect: cause.title })]);
  }
  return sentences;
}

/** Inputs are not told: they are listed with the activities. */
function causesOf({ graph, cards }: Telling, id: string): Step[] {
  return graph.causes(id).filter(({ to }) => cards.get(to)?.kind !== 'input');
}

/** The activities that give an output are told with it. */
function furtherCauses(telling: Telling, output: Card): Step[] {
  return causesOf(telling, output.id).filter(({ to }) => telling.cards.get(to)?.kind !== 'activity');
}

function aimOf({ say }: Telling, { title, fields: { who, horizon } }: Card): string {
  return say(words.aim, {
    impact: title,
    ...(who !== undefined && { who }),
    ...(horizon !== undefined && { year: String(horizon) }),
  });
}

function needOf({ say, assumptions }: Telling, { link }: Step, cause: Card, effect: Card, depth: number): string {
  const held = [...(assumptions.get(link.id) ?? []), ...(assumptions.get(cause.id) ?? [])].map(({ title }) => title);
  return say(depth === 1 ? words.needs : words.furtherNeeds, {
    effect: effect.title,
    cause: cause.title,
    rationale: link.rationale,
    assumption: [...new Set(held)].join('; '),
  });
}

function worksOf(telling: Telling, card: Card, effect: Card): string[] {
  const { say, cards, told } = telling;
  const responsibleOf = ({ fields: { responsible = '' } }: Card): string => responsible;
  if (card.kind === 'activity')
    return [say(words.work, { effect: effect.title, responsible: responsibleOf(card), activity: card.title })];
  const doing = causesOf(telling, card.id).flatMap(({ to }) => {
    const cause = cards.get(to);
    return cause?.kind === 'activity' ? [cause] : [];
  });
  if (doing.length === 0)
    return [say(words.work, { effect: effect.title, responsible: responsibleOf(card), output: card.title })];
  return doing.map((activity) => {
    told.add(activity.id);
    const responsible = responsibleOf(activity) || responsibleOf(card);
    return say(words.work, { effect: effect.title, responsible, activity: activity.title, output: card.title });
  });
}

/** What is measured of the impact and the outcomes. */
function looksAt({ say, indicators }: Telling, { id, kind }: Card): string[] {
  const own = indicators.get(id) ?? [];
  if (own.length === 0) return kind === 'outcome' || kind === 'impact' ? [say(words.look, {})] : [];
  return own.map(({ title, fields: { baseline, target, targetDate, unit } }) => {
    const withUnit = target === undefined ? '' : [String(target), ...(unit === undefined ? [] : [unit])].join(' ');
    return say(words.look, {
      indicator: title,
      baseline: String(baseline ?? ''),
      target: withUnit,
      date: targetDate ?? '',
    });
  });
}

function sentence(text: Text, values: Partial<Record<string, string>>, locale: string): string {
  const gap = (name: string): string =>
    Object.hasOwn(gaps, name) ? filled(notAgreed, { gap: gaps[name as keyof typeof gaps] }, locale) : '';
  return textIn(text, locale).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = (values[name] ?? '').replaceAll(/\s+/g, ' ').trim();
    return value === '' ? gap(name) : value;
  });
}
