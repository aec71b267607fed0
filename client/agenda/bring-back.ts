// Brings the groups' results back: one map beside everything, with a copy of each group's cards, notes and links that says where
// it comes from. The groups' own stay. One step for undo.
import { fieldNames, fieldOf, type CardFields } from '@commonboard/shared/domain/fields.ts';
import type { BoardFacts } from '@commonboard/shared/board/board-model.ts';
import { withOrigin } from '@commonboard/shared/board/notes/group-origin.ts';
import { isCard, type CardProps } from '@commonboard/shared/schema/card-shape.ts';
import type { ZoneProps } from '@commonboard/shared/schema/zone-shape.ts';
import { mergeGroups, type MergedThing, type MergedZone } from '@commonboard/shared/templates/merge-groups.ts';
import { createShapeId, type Editor, type TLShapeId, type TLShapePartial } from 'tldraw';
import { modelNow } from '../canvas/live-model.ts';
import { showShapes } from '../canvas/show-shapes.ts';

/** False where there is no room for so many more on the page. */
export function bringResultsBack(editor: Editor, facts: BoardFacts): boolean {
  const model = modelNow(editor, facts);
  const merged = mergeGroups(model);
  if (!merged) return true;
  const things = [...merged.cards, ...merged.notes];
  // Id of a group's own -> id of its copy.
  const copies = new Map(
    [...things, ...merged.links].map(({ source }) => [source as TLShapeId, createShapeId()] as const),
  );
  const zones = new Map(merged.zones.map(({ part }) => [part, createShapeId()]));
  const page = model.zones.find(({ part }) => part !== null && zones.has(part))?.pageId;
  if (!editor.canCreateShapes([...copies.values(), ...zones.values()].map((id) => ({ id, type: 'geo' })))) return false;
  editor.markHistoryStoppingPoint('bring results back');
  editor.run(() => {
    editor.createShapes(
      merged.zones.flatMap((zone) => {
        const id = zones.get(zone.part);
        return id ? [zoneShape(id, page as TLShapeId, zone)] : [];
      }),
    );
    editor.createShapes(things.flatMap((thing) => copyOf(editor, thing, copies, zones.get(thing.part)) ?? []));
    for (const { source } of merged.links) copyLink(editor, source as TLShapeId, copies);
  });
  showShapes(editor, [...zones.values()]);
  return true;
}

function zoneShape(id: TLShapeId, parentId: TLShapeId, merged: MergedZone): TLShapePartial {
  const { x, y, across, up, kind, shows, ...rest } = merged;
  const props: ZoneProps = {
    ...rest,
    cells: [...rest.cells],
    rows: [...rest.rows],
    accepts: [...rest.accepts],
    sets: { ...rest.sets },
    ...(across && { across }),
    ...(up && { up }),
    ...(kind !== null && { kind }),
    ...(shows && { shows: [...shows] }),
  };
  return { id, type: 'zone', parentId, x, y, props };
}

function copyOf(
  editor: Editor,
  { source, group, x, y }: MergedThing,
  copies: ReadonlyMap<string, TLShapeId>,
  parentId: TLShapeId | undefined,
): TLShapePartial | null {
  const shape = editor.getShape(source as TLShapeId);
  const id = copies.get(source);
  if (!shape || !id || !parentId) return null;
  const place = { id, parentId, x, y };
  if (isCard(shape)) {
    const { meta, props } = withOrigin(shape, group, source);
    return { ...place, type: 'card', meta, props: { ...props, ...namedCards(props, copies) } };
  }
  if (shape.type !== 'note') return null;
  const { meta, props } = withOrigin(shape, group, source);
  return { ...place, type: 'note', meta, props };
}

/** Fields that name a card which has been copied too name the copy. */
function namedCards(props: CardProps, copies: ReadonlyMap<string, TLShapeId>): CardFields {
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = props[name];
      const copy = fieldOf(name).type === 'card' && typeof value === 'string' ? copies.get(value) : undefined;
      return copy ? [[name, copy]] : [];
    }),
  );
}

function copyLink(editor: Editor, source: TLShapeId, copies: ReadonlyMap<string, TLShapeId>): void {
  const arrow = editor.getShape(source);
  const id = copies.get(source);
  if (!arrow || arrow.type !== 'arrow' || !id) return;
  const ends = editor.getBindingsFromShape(arrow, 'arrow');
  editor.createShape({ id, type: 'arrow', x: arrow.x, y: arrow.y, meta: arrow.meta, props: arrow.props });
  editor.createBindings(
    ends.flatMap(({ toId, props }) => {
      const copy = copies.get(toId);
      return copy ? [{ type: 'arrow', fromId: id, toId: copy, props }] : [];
    }),
  );
}
