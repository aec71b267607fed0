// A zone for each group: copies of the one they work on, with what is printed in it, in rows beside everything on its page.
import { createShapeId, type TLPage, type TLRecord, type TLShape } from '@tldraw/tlschema';
import type { WrittenShape } from '../board/group-origin.ts';
import { indicesAbove } from '../board/next-index.ts';
import { pagePlace } from '../board/page-place.ts';
import { widthOf } from '../drafts/grid-places.ts';
import { roundZone } from '../drafts/reveal-notes.ts';
import { limits } from '../protocol/limits.ts';
import { boardSchema } from '../schema/board-schema.ts';
import type { ZoneProps, ZoneShape } from '../schema/zone-shape.ts';
import type { GroupSet } from './group-set.ts';

/** Where there is none to copy. */
const emptyZone: ZoneProps = { w: 1200, h: 900, title: '', prompt: '' };
const between = 120;
/** From what is on the page. */
const aside = 240;

export interface GroupZones {
  shapes: TLShape[];
  /** Id of each group's zone, by its number. */
  zones: Map<number, string>;
}

/** The same ones whenever it is asked for the same groups, so that asking again makes nothing twice. */
export function groupZones(records: readonly TLRecord[], { id, groups, zone, title }: GroupSet): GroupZones {
  const source = roundZone(records, zone);
  const props = source?.props ?? emptyZone;
  const { pageId, x, y } = startOf(records, source, props, groups.length);
  const columns = Math.ceil(Math.sqrt(groups.length));
  const indices = indicesAbove(records, pageId, groups.length);
  const printed = source ? printedIn(records, source).slice(0, limits.printedCopiesMax) : [];
  const zones = new Map<number, string>();
  const shapes = groups.flatMap(({ number }, i) => {
    const zoneId = createShapeId(`${id}-${number}`);
    zones.set(number, zoneId);
    // The original stands for its part of the template.
    const { part: _part, ...rest } = props;
    const column = i % columns;
    const own = shapeOf({
      id: zoneId,
      type: 'zone',
      parentId: pageId,
      index: indices[i],
      x: x + column * (props.w + between),
      y: y + Math.floor(i / columns) * (props.h + between),
      rotation: 0,
      isLocked: false,
      opacity: 1,
      meta: {},
      props: { ...rest, title: title.replace('#', String(number)), group: String(number), locked: true },
    });
    const copies = printed.map((shape) => ({
      ...shape,
      id: createShapeId(`${id}-${number}-${shape.id.slice('shape:'.length)}`.slice(0, limits.idCharsMax / 2)),
      parentId: zoneId,
    }));
    return [own, ...copies];
  });
  return { shapes, zones };
}

/** What nobody moves: the lines and words of the template. What people have written is theirs, locked or not. */
export function printedIn(records: readonly TLRecord[], { id }: Pick<ZoneShape, 'id'>): TLShape[] {
  return records.flatMap((record) =>
    record.typeName === 'shape' && record.parentId === id && record.isLocked && !isWritten(record) ? [record] : [],
  );
}

export function isWritten(shape: TLShape): shape is WrittenShape {
  return shape.type === 'note' || shape.type === 'card';
}

/** Throws where it would not be one. */
function shapeOf(said: object): TLShape {
  return boardSchema.types.shape.validate({ typeName: 'shape', ...said }) as TLShape;
}

/** To the right of all that stands on the page, as high as the zone that is copied. */
function startOf(records: readonly TLRecord[], source: ZoneShape | null, { w, h }: ZoneProps, count: number) {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const at = source && pagePlace(source, (id) => byId.get(id));
  const pageId = (at?.pageId as TLPage['id'] | undefined) ?? firstPage(records);
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const right = records.reduce(
    (most, record) =>
      record.typeName === 'shape' && record.parentId === pageId ? Math.max(most, record.x + widthOf(record)) : most,
    -aside,
  );
  // Who stands far out must not push them to where nothing is drawn.
  const within = (wanted: number, length: number) => Math.min(wanted, limits.coordinateMax - length);
  return {
    pageId,
    x: within(right + aside, columns * (w + between)),
    y: within(at?.y ?? 0, rows * (h + between)),
  };
}

function firstPage(records: readonly TLRecord[]): TLPage['id'] {
  const pages = records.filter((record): record is TLPage => record.typeName === 'page');
  return pages.toSorted((a, b) => (a.index < b.index ? -1 : 1))[0]?.id ?? ('page:page' as TLPage['id']);
}
