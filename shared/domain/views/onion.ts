// The onion: stakeholders in rings around the goal, by the field `ring`. Rings are counted from the middle, from 1.
import type { BoardModel, Card, Zone } from '../model.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

export interface OnionRing {
  ring: number;
  title: Text;
  cards: Card[];
}

const usual: readonly Text[] = [
  { en: 'Core team' },
  { en: 'Direct partners' },
  { en: 'Wider system' },
  { en: 'Environment' },
];

/** As many rings as the board's disc has, else four; more where a card stands farther out. */
export function onion(model: BoardModel): { rings: OnionRing[]; unplaced: Card[] } {
  const { cards, zones } = withoutExamples(model);
  const all = cards.filter(({ kind }) => kind === 'stakeholder');
  const drawn = drawnRings(zones);
  const outermost = all.reduce(
    (most, { fields: { ring } }) => Math.max(most, ring ?? 0),
    drawn.size > 0 ? Math.max(...drawn.keys()) : usual.length,
  );
  return {
    rings: Array.from({ length: outermost }, (_, i) => ({
      ring: i + 1,
      title: (drawn.size > 0 ? drawn.get(i + 1) : usual[i]) ?? { en: `Ring ${i + 1}` },
      cards: all.filter(({ fields }) => fields.ring === i + 1),
    })),
    unplaced: all.filter(({ fields: { ring } }) => ring === undefined),
  };
}

/** Ring -> its title, of the first disc whose parts set the ring. */
function drawnRings(zones: readonly Zone[]): Map<number, Text> {
  for (const { cells, rows } of zones) {
    const rings = [...cells, ...rows].flatMap(({ sets, title }): [number, Text][] => {
      const ring = sets?.['ring'];
      return typeof ring === 'number' ? [[ring, { en: title }]] : [];
    });
    if (rings.length > 0) return new Map(rings);
  }
  return new Map();
}
