// Zones in the order in which the agenda comes to them, those it never names after them as people read them.
import { inReadingOrder } from '../domain/reading-order.ts';
import type { Phase } from './phase.ts';

/** Page units. */
export interface OrderedZone {
  id: string;
  part: string | null;
  title: string;
  x: number;
  y: number;
}

export function zonesInAgendaOrder<Z extends OrderedZone>(
  zones: readonly Z[],
  { phases }: { phases: readonly Pick<Phase, 'zones' | 'isSkipped'>[] },
): Z[] {
  const read = inReadingOrder(zones);
  const named = phases
    .filter(({ isSkipped }) => !isSkipped)
    .flatMap((phase) => phase.zones)
    .flatMap((name) => read.filter(({ id, part }) => id === name || part === name));
  return [...new Set([...named, ...read])];
}

/** The same, page by page: the page that the agenda comes to first is the first. */
export function zonesPageByPage<Z extends OrderedZone & { pageId: string }>(
  zones: readonly Z[],
  agenda: Parameters<typeof zonesInAgendaOrder>[1],
): Z[] {
  return [...Map.groupBy(zonesInAgendaOrder(zones, agenda), ({ pageId }) => pageId).values()].flat();
}
