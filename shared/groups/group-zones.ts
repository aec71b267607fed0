// The zones of each group: copies of those that they work on, with what is printed and what stands there to begin with, laid out as
// those are, group after group in rows beside everything on their page.
import { createShapeId, type TLPage, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import { metaKeys } from '../board/board-model.ts';
import { indicesAbove } from '../board/notes/next-index.ts';
import { pagePlace } from '../board/layout/page-place.ts';
import { plainFromRichText } from '../board/text/rich-text.ts';
import { widthOf } from '../drafts/grid-places.ts';
import { roundZone } from '../drafts/reveal-notes.ts';
import { limits } from '../protocol/limits.ts';
import { boardSchema } from '../schema/board-schema.ts';
import type { ZoneProps, ZoneShape } from '../schema/zone-shape.ts';
import { type GroupSet, zonesOfGroup } from './group-set.ts';

/** Where there is none to copy. */
const emptyZone: ZoneProps = { w: 1200, h: 900, title: '', prompt: '' };
const between = 120;
/** From what is on the page. */
const aside = 240;

export interface GroupZones {
  shapes: TLShape[];
  /** Id of each group's first zone, by its number. */
  zones: Map<number, string>;
}

/** One of those that are copied, and where it stands among them. */
interface Original {
  /** Which of the group's zones is its copy. */
  at: number;
  zone: ZoneShape | null;
  props: ZoneProps;
  x: number;
  y: number;
}

/** The same ones whenever it is asked for the same groups, so that asking again makes nothing twice. */
export function groupZones(records: readonly TLRecord[], set: GroupSet): GroupZones {
  const { groups, title } = set;
  const { pageId, top, originals } = originalsOf(records, set);
  const size = {
    w: Math.max(...originals.map(({ x, props }) => x + props.w)),
    h: Math.max(...originals.map(({ y, props }) => y + props.h)),
  };
  const columns = Math.ceil(Math.sqrt(groups.length));
  const start = startOf(records, { pageId, top }, size, { columns, rows: Math.ceil(groups.length / columns) });
  const indices = indicesAbove(records, pageId, groups.length * originals.length);
  const givenMost = Math.floor(limits.printedCopiesMax / originals.length);
  const zones = new Map<number, string>();
  const shapes = groups.flatMap(({ number }, i) => {
    const copies = zonesOfGroup(set, number);
    const corner = {
      x: start.x + (i % columns) * (size.w + between),
      y: start.y + Math.floor(i / columns) * (size.h + between),
    };
    return originals.flatMap(({ at, zone, props, x, y }, k) => {
      const id = copies[at]?.copy;
      if (!id) return [];
      if (at === 0) zones.set(number, id);
      const named = title.replace('#', String(number));
      const isAlone = originals.length === 1 || props.title.trim() === '';
      const own = shapeOf({
        id,
        parentId: pageId,
        index: indices[i * originals.length + k],
        x: corner.x + x,
        y: corner.y + y,
        props: {
          ...ofNoPart(props),
          title: isAlone ? named : `${named} · ${props.title}`,
          group: String(number),
          locked: true,
        },
      });
      return [own, ...(zone ? copiedInto(records, zone, id).slice(0, givenMost) : [])];
    });
  });
  return { shapes, zones };
}

/** Those that are on one page with the first that is there; where none is, an empty one. */
function originalsOf(records: readonly TLRecord[], { zone, more }: GroupSet) {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const found = [zone, ...more].flatMap((named, at) => {
    const shape = roundZone(records, named);
    const place = shape && pagePlace(shape, (id) => byId.get(id));
    return shape && place ? [{ at, zone: shape, props: shape.props, place }] : [];
  });
  const [first] = found;
  const pageId = (first?.place.pageId as TLPage['id'] | undefined) ?? firstPage(records);
  if (!first) {
    const originals: Original[] = [{ at: 0, zone: null, props: emptyZone, x: 0, y: 0 }];
    return { pageId, top: 0, originals };
  }
  const together = found.filter(({ place }) => place.pageId === pageId);
  const left = Math.min(...together.map(({ place }) => place.x));
  const top = Math.min(...together.map(({ place }) => place.y));
  const originals = together.map(({ place, ...one }): Original => ({ ...one, x: place.x - left, y: place.y - top }));
  // What lies in another is drawn over it.
  return { pageId, top, originals: originals.toSorted((a, b) => b.props.w * b.props.h - a.props.w * a.props.h) };
}

/** The original stands for its part of the template. */
function ofNoPart({ part: _part, ...props }: ZoneProps): ZoneProps {
  return props;
}

function copiedInto(records: readonly TLRecord[], zone: ZoneShape, parentId: TLShapeId): TLShape[] {
  const prefix = parentId.slice('shape:'.length);
  return givenIn(records, zone).map((shape) => ({
    ...shape,
    id: createShapeId(`${prefix}-${shape.id.slice('shape:'.length)}`.slice(0, limits.idCharsMax / 2)),
    parentId,
  }));
}

/** What nobody of the group has written in its zone. */
export function givenIn(records: readonly TLRecord[], { id }: Pick<ZoneShape, 'id'>): TLShape[] {
  return records.flatMap((record) =>
    record.typeName === 'shape' && record.parentId === id && isGiven(record) ? [record] : [],
  );
}

/**
 * The lines and words of the template, which nobody moves, and its prompts, as long as nobody has written over them. What people have
 * written is theirs, locked or not.
 */
export function isGiven(shape: TLShape): boolean {
  if (shape.type === 'card') return false;
  if (shape.type !== 'note') return shape.isLocked;
  const prompt = shape.meta[metaKeys.prompt];
  return prompt !== undefined && prompt === plainFromRichText(shape.props.richText);
}

/** Throws where it would not be one. */
function shapeOf(said: object): TLShape {
  const usual = { typeName: 'shape', type: 'zone', rotation: 0, isLocked: false, opacity: 1, meta: {} };
  return boardSchema.types.shape.validate({ ...usual, ...said }) as TLShape;
}

/** To the right of all that stands on the page, as high as what is copied. */
function startOf(
  records: readonly TLRecord[],
  { pageId, top }: { pageId: string; top: number },
  { w, h }: { w: number; h: number },
  { columns, rows }: { columns: number; rows: number },
) {
  const right = records.reduce(
    (most, record) =>
      record.typeName === 'shape' && record.parentId === pageId ? Math.max(most, record.x + widthOf(record)) : most,
    -aside,
  );
  // Who stands far out must not push them to where nothing is drawn.
  const within = (wanted: number, length: number) => Math.min(wanted, limits.coordinateMax - length);
  return { x: within(right + aside, columns * (w + between)), y: within(top, rows * (h + between)) };
}

function firstPage(records: readonly TLRecord[]): TLPage['id'] {
  const pages = records.filter((record): record is TLPage => record.typeName === 'page');
  return pages.toSorted((a, b) => (a.index < b.index ? -1 : 1))[0]?.id ?? ('page:page' as TLPage['id']);
}
