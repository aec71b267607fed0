// What all rules look at: the board without its examples, with what several of them need found once.
import { belongings, type Belongings } from '../belongs-to.ts';
import { causalGraph, forwardGraph, type CausalGraph } from '../graph/causal-graph.ts';
import { kindOf, type Kind } from '../kinds.ts';
import type { BoardModel, Card, Link } from '../model.ts';
import { withoutExamples } from '../without-examples.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './rules.ts';

export interface CheckOptions {
  /** As `2027-03-31`. */
  today: string;
  /** Names of the people of the board; null: not known. */
  participants: readonly string[] | null;
  /** Of the words on the board, such as `fr` or `fr-CA`. */
  locale: string;
  /** Rules that the group has switched off. */
  off: readonly RuleId[];
  /** People that a room holds, by its name as written on the sessions. */
  roomCapacities?: Readonly<Record<string, number>>;
  /** The findings are for a copy that others will read with everything in it. */
  isOpenCopy?: boolean;
}

export interface CheckedBoard {
  model: BoardModel;
  options: CheckOptions;
  cards: ReadonlyMap<string, Card>;
  /** Causal links with both their cards. */
  causal: readonly { link: Link; from: Card; to: Card }[];
  /** Impacts, outcomes, outputs, activities and inputs. */
  chain: readonly Card[];
  graph: CausalGraph;
  /** Without feedback. */
  forward: CausalGraph;
  indicators: Belongings;
  assumptions: Belongings;
  ofKind: (...kinds: Kind[]) => readonly Card[];
}

/** What a rule finds; null where there is nothing that it could be said of. */
export type Check = (board: CheckedBoard) => Finding[] | null;

export function checkedBoard(all: BoardModel, options: CheckOptions): CheckedBoard {
  const model = withoutExamples(all);
  const cards = new Map(model.cards.map((card) => [card.id, card]));
  return {
    model,
    options,
    cards,
    causal: model.links.flatMap((link) => {
      const [from, to] = [cards.get(link.from), cards.get(link.to)];
      return link.type === 'causal' && from && to ? [{ link, from, to }] : [];
    }),
    chain: model.cards.filter(({ kind }) => kindOf(kind).family === 'chain'),
    graph: causalGraph(model),
    forward: forwardGraph(model),
    indicators: belongings(model, 'indicator'),
    assumptions: belongings(model, 'assumption'),
    ofKind: (...kinds) => model.cards.filter(({ kind }) => kinds.includes(kind)),
  };
}

/** What `look` finds at each; null where there are none. */
export function each<T>(subjects: readonly T[], look: (subject: T) => Finding | Finding[] | null): Finding[] | null {
  return subjects.length === 0 ? null : subjects.flatMap((subject) => look(subject) ?? []);
}
