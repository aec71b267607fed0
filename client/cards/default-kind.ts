// The kind a note most likely becomes: what its zone says, else what most cards of the board are.
import { isKind, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { kindAt } from '@commonboard/shared/domain/placement.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { zonePlan } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor, TLShape } from 'tldraw';
import { kindOfCard } from './card-content.ts';
import { middleIn, zoneAround } from './place-of-card.ts';

export function defaultKind(editor: Editor, shape?: TLShape): Kind {
  const zone = shape && zoneAround(editor, shape);
  const middle = zone && middleIn(editor, zone, shape.id);
  const said = zone && middle ? kindAt(zonePlan(zone.props), middle) : null;
  if (said !== null && isKind(said)) return said;
  return mostFrequent(editor.getCurrentPageShapes().filter(isCard).map(kindOfCard)) ?? 'idea';
}

function mostFrequent(kinds: readonly Kind[]): Kind | undefined {
  const counts = new Map<Kind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
