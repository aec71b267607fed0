// Boards for the bench: a theory of change as groups draw it, only much larger, and a tangle in which everything leads to
// everything.
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { card, modelOf, type CardSketch, type LinkSketch } from '../../support/model-builder.ts';
import { between, pick, randomFrom, type Random } from '../../support/seeded-random.ts';

export interface DomainSizes {
  cards: number;
  links: number;
  rounds: number;
}

export const fullDomainSizes: DomainSizes = { cards: 500, links: 1000, rounds: 31 };
export const tinyDomainSizes: DomainSizes = { cards: 20, links: 40, rounds: 1 };

/** Of ten cards, from the work to the impact. */
const mixture: readonly Kind[] = [
  'input',
  'activity',
  'activity',
  'output',
  'output',
  'outcome',
  'outcome',
  'indicator',
  'assumption',
  'stakeholder',
];
const words =
  'pupils teachers parents schools officials learn read stay trust lead every day more often in district budget rules shift clear roles support lessons improve together'.split(
    ' ',
  );

/** Links lead upward; one in fifty is marked as feedback and leads down. */
export function layeredBoard({ cards, links }: DomainSizes): BoardModel {
  const random = randomFrom(1);
  const made = Array.from({ length: cards }, (_, i) =>
    cardOf(random, `c${i}`, i < 3 ? 'impact' : (mixture[Math.floor(((i - 3) * 10) / cards)] ?? 'outcome')),
  );
  const rank: Partial<Record<Kind, number>> = { input: 0, activity: 1, output: 2, outcome: 3, impact: 4 };
  const chain = made.filter(({ kind }) => rank[kind] !== undefined);
  return modelOf({
    cards: made,
    ceilings: [{ id: 'ceiling', pageId: 'page:a', y: 500 }],
    links: Array.from({ length: links }, (_, i): LinkSketch => {
      const [a, b] = [pick(random, chain), pick(random, chain)];
      const isUpward =
        (rank[a.kind] ?? 0) < (rank[b.kind] ?? 0) || (a.kind === b.kind && chain.indexOf(a) < chain.indexOf(b));
      const feedback = i % 50 === 0;
      const [from, to] = isUpward === feedback ? [b.id, a.id] : [a.id, b.id];
      return { id: `l${i}`, from, to, feedback, type: 'causal', rationale: i % 3 === 0 ? 'as seen' : '' };
    }),
  });
}

/** Outcomes, linked at random: nearly all lie in one group of loops without number. */
export function tangledBoard({ cards, links }: DomainSizes): BoardModel {
  const random = randomFrom(2);
  const made = Array.from({ length: cards }, (_, i) => cardOf(random, `c${i}`, i < 3 ? 'impact' : 'outcome'));
  return modelOf({
    cards: made,
    links: Array.from({ length: links }, (_, i) => ({
      id: `l${i}`,
      from: pick(random, made).id,
      to: pick(random, made).id,
      polarity: pick(random, ['+', '-', null] as const),
    })),
  });
}

function cardOf(random: Random, id: string, kind: Kind): CardSketch {
  const title = Array.from({ length: between(random, 4, 12) }, () => pick(random, words)).join(' ');
  const fields: CardFields =
    kind === 'stakeholder'
      ? {
          power: between(random, 0, 100),
          interest: between(random, 0, 100),
          sector: pick(random, ['government', 'market', 'community']),
        }
      : {};
  const half = random() < 0.5 ? { who: pick(random, words), responsible: pick(random, words) } : {};
  return card(kind, id, { ...fields, ...half }, { title, y: between(random, 0, 1000), x: between(random, 0, 2000) });
}
