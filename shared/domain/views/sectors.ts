// Sectors and what joins them: who is in which, links from sector to sector, silos, bridges, and how well each is joined.
import type { LinkType } from '../link-types.ts';
import type { BoardModel, Card, Link } from '../model.ts';
import { sectorLabel, sectorNames } from '../stakeholder-facts.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

export interface SectorRow {
  sector: string;
  label: Text;
  cards: Card[];
  /** It has stakeholders, others have too, and no link leads from one to the other. */
  isSilo: boolean;
}

/** Two sectors, in the order of the rows, or one and itself. */
export interface SectorPair {
  a: string;
  b: string;
  /** Links either way. */
  count: number;
  byType: Partial<Record<LinkType, number>>;
}

export interface SectorMap {
  rows: SectorRow[];
  /** Only pairs that have a link. */
  pairs: SectorPair[];
  /** Stakeholders linked with two or more sectors other than their own. */
  bridges: { card: Card; sectors: string[] }[];
  /** Stakeholder id -> with how many others it is linked. */
  degrees: ReadonlyMap<string, number>;
  /** Stakeholders whose sector is not said. They have a degree, and are in no pair. */
  unplaced: Card[];
}

export function sectorMap(model: BoardModel): SectorMap {
  const { cards, links } = withoutExamples(model);
  const all = new Map(cards.filter(({ kind }) => kind === 'stakeholder').map((card) => [card.id, card]));
  const between = links.filter(
    ({ from, to, type }) => from !== to && type !== 'derives' && all.has(from) && all.has(to),
  );
  const neighbours = neighboursOf(all.keys(), between);
  const sectorOf = (id: string): string | undefined => all.get(id)?.fields.sector;
  const otherSectors = (id: string): string[] => {
    const found = new Set([...(neighbours.get(id) ?? [])].map(sectorOf).filter((sector) => sector !== undefined));
    return sectorNames.filter((sector) => found.has(sector) && sector !== sectorOf(id));
  };
  const bySector = Map.groupBy(all.values(), ({ fields: { sector } }) => sector);
  const isOnlyOne = sectorNames.filter((sector) => bySector.has(sector)).length < 2;
  return {
    rows: sectorNames.map((sector) => {
      const own = bySector.get(sector) ?? [];
      const isSilo = own.length > 0 && !isOnlyOne && own.every(({ id }) => otherSectors(id).length === 0);
      return { sector, label: sectorLabel(sector), cards: own, isSilo };
    }),
    pairs: pairsOf(between, sectorOf),
    bridges: [...all.values()]
      .map((card) => ({ card, sectors: otherSectors(card.id) }))
      .filter(({ sectors }) => sectors.length >= 2),
    degrees: new Map([...neighbours].map(([id, others]) => [id, others.size])),
    unplaced: bySector.get(undefined) ?? [],
  };
}

function neighboursOf(ids: Iterable<string>, links: readonly Link[]): Map<string, Set<string>> {
  const neighbours = new Map([...ids].map((id) => [id, new Set<string>()]));
  for (const { from, to } of links) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  return neighbours;
}

function pairsOf(links: readonly Link[], sectorOf: (id: string) => string | undefined): SectorPair[] {
  const pairs = new Map<string, SectorPair>();
  for (const { from, to, type } of links) {
    const [one, other] = [sectorOf(from), sectorOf(to)];
    if (one === undefined || other === undefined) continue;
    const [a, b] = place(one) <= place(other) ? [one, other] : [other, one];
    const pair: SectorPair = pairs.get(`${a} ${b}`) ?? { a, b, count: 0, byType: {} };
    pair.count += 1;
    pair.byType[type] = (pair.byType[type] ?? 0) + 1;
    pairs.set(`${a} ${b}`, pair);
  }
  return [...pairs.values()].toSorted((x, y) => place(x.a) - place(y.a) || place(x.b) - place(y.b));
}

function place(sector: string): number {
  return sectorNames.indexOf(sector);
}
