// One line each of a report: a card or note in its zone, a decision with what was objected.
import { isIllustrative } from '../checks/cases.ts';
import { kindOf } from '../kinds.ts';
import type { BoardModel, Card, Note, Zone } from '../model.ts';
import { textIn, type Text } from '../text.ts';
import { cardFacts } from './card-facts.ts';
import type { Exported } from './for-export.ts';
import { groupFacts } from './group-column.ts';
import type { ListItem } from './report-blocks.ts';
import { oneWay } from './table.ts';

const words = {
  dots: { en: 'dots' },
  illustrative: { en: 'without a source, so it only illustrates' },
  objection: { en: 'Objection' },
  notMet: { en: 'not met yet' },
} as const satisfies Record<string, Text>;

/** What lies in each zone, in reading order; zones with nothing in them are not told of. Null: in none. */
export function zonesOf({ zones, cards, notes }: BoardModel): { zone: Zone | null; items: (Card | Note)[] }[] {
  const written = [...cards, ...notes.filter(({ text }) => text.trim() !== '')];
  const inZone = Map.groupBy(written, ({ zoneId }) => zoneId);
  return [...zones, null].flatMap((zone) => {
    const items = inZone.get(zone?.id ?? null) ?? [];
    return items.length > 0 ? [{ zone, items }] : [];
  });
}

export function itemLine(one: Card | Note, exported: Exported, locale: string): ListItem {
  const dots = dotsOn(exported, one.id, locale);
  const group = exported.redacted ? [] : groupFacts(one, locale);
  if ('text' in one) return { lead: '', text: oneWay(one.text), more: [...group, ...dots].join('; ') };
  const { label, shows } = kindOf(one.kind);
  const isWithoutSource = one.kind === 'caseStudy' && isIllustrative(one);
  return {
    lead: textIn(label, locale),
    text: oneWay(one.title),
    more: [
      ...cardFacts(one, shows, locale),
      ...(isWithoutSource ? [textIn(words.illustrative, locale)] : []),
      ...group,
      ...dots,
    ].join('; '),
  };
}

export function decisionLines({ model }: Pick<Exported, 'model'>, locale: string): ListItem[] {
  return model.cards.filter(({ kind }) => kind === 'decision').map((card) => decisionLine(card, model, locale));
}

function decisionLine(card: Card, { cards }: BoardModel, locale: string): ListItem {
  const objections = cards
    .filter(({ kind, fields }) => kind === 'objection' && fields.proposal === (card.fields.proposal ?? card.id))
    .map(({ title, fields }) => {
      const met = fields.resolved ?? textIn(words.notMet, locale);
      return `${textIn(words.objection, locale)}: ${oneWay(title)} (${met})`;
    });
  const facts = cardFacts(card, ['outcome', 'decidedBy', 'tally', 'review', 'reason'], locale);
  return { lead: '', text: oneWay(card.title), more: [...facts, ...objections].join('; ') };
}

/** Of the last vote that it stood in. */
function dotsOn({ votes }: Exported, id: string, locale: string): string[] {
  const dots = votes
    .filter(({ method }) => method === 'choose')
    .flatMap(({ options }) => options.filter(({ option }) => option === id))
    .at(-1)?.total;
  return dots === undefined ? [] : [`${dots} ${textIn(words.dots, locale)}`];
}
