// Drafts -> notes on the board: new ids, nothing of the drafts but what they say, and in an anonymous round an order that was
// drawn by lot. Rules R149 and R150.
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { getIndicesAbove } from '@tldraw/utils';
import { noteProps } from '../board/note-props.ts';
import { topIndex } from '../board/next-index.ts';
import { isFieldName } from '../domain/fields.ts';
import { isKind } from '../domain/kinds.ts';
import { boardSchema } from '../schema/board-schema.ts';
import { type CardShape, cardWidth } from '../schema/card-shape.ts';
import { isZone, type ZoneShape } from '../schema/zone-shape.ts';
import type { DraftShape } from './draft-notes.ts';
import { gridPlaces } from './grid-places.ts';
import type { PrivateRound } from './private-round.ts';

export interface PersonsDrafts<Person> {
  person: Person;
  /** As people know them. */
  name: string;
  drafts: readonly DraftShape[];
}

export interface RevealedNote<Person> {
  record: TLShape;
  person: Person;
}

/** Key in `meta` of a named note: the name of who wrote it. */
export const writtenByKey = 'by';

/** `below(n)`: a whole number from 0 to n - 1, which nobody can foretell. */
export function revealedNotes<Person>(
  records: readonly TLRecord[],
  round: Pick<PrivateRound, 'isAnonymous' | 'zone'>,
  people: readonly PersonsDrafts<Person>[],
  below: (n: number) => number,
): RevealedNote<Person>[] {
  const zone = roundZone(records, round.zone);
  const each = people.flatMap(({ person, name, drafts }) =>
    drafts.map((draft) => ({
      person,
      ...drawn(draft, zone, round.isAnonymous),
      meta: metaOf(name, round.isAnonymous),
    })),
  );
  const ordered = round.isAnonymous ? shuffled(each, below) : each;
  const sizes = ordered.map(({ height, scalable }) => ({ height, scalable }));
  const places = gridPlaces(records, zone, sizes);
  const tops = new Map<string, string[]>();
  for (const parent of new Set(places.map(({ parentId }) => parentId))) {
    const count = places.filter(({ parentId }) => parentId === parent).length;
    tops.set(parent, getIndicesAbove(topIndex(records, parent), count));
  }
  return ordered.flatMap(({ person, type, props, meta }, i) => {
    const place = places[i];
    if (!place) return [];
    const { parentId, x, y, scale } = place;
    const record = {
      id: createShapeId(),
      typeName: 'shape',
      type,
      parentId,
      x,
      y,
      rotation: 0,
      index: tops.get(parentId)?.shift(),
      isLocked: false,
      opacity: 1,
      props: type === 'note' ? { ...props, scale } : props,
      meta,
    };
    return { person, record: boardSchema.types.shape.validate(record) as TLShape };
  });
}

/** The zone of a round: by its id, or the first that was made from this part of the template. Null: there is none. */
export function roundZone(records: readonly TLRecord[], zone: string | null): ZoneShape | null {
  if (zone === null) return null;
  const zones = records.flatMap((record) => (record.typeName === 'shape' && isZone(record) ? record : []));
  return zones.find(({ id }) => id === zone) ?? zones.find(({ props }) => props.part === zone) ?? null;
}

function metaOf(name: string, isAnonymous: boolean): TLShape['meta'] {
  return isAnonymous ? {} : { [writtenByKey]: name };
}

const noteSide = 200;
const cardHeight = 140;

function drawn(draft: DraftShape, zone: ZoneShape | null, isAnonymous: boolean) {
  const { richText } = draft.props;
  if (draft.type === 'card') return asCard(draft.props);
  const kind = zone?.props.kind;
  if (kind !== undefined && isKind(kind)) {
    const said = Object.entries(zone?.props.sets ?? {}).filter(([name]) => isFieldName(name));
    return asCard({ ...Object.fromEntries(said), kind, w: cardWidth, richText });
  }
  // A favourite colour would tell whose it is.
  const color = draft.type === 'note' && !isAnonymous ? draft.props.color : 'yellow';
  const growY = draft.type === 'note' ? Math.max(0, draft.props.growY) : 0;
  return {
    type: 'note' as const,
    props: { ...noteProps('', color), richText, growY },
    height: noteSide + growY,
    scalable: true,
  };
}

function asCard({ sources: _sources, group: _group, noteColor: _color, ...props }: CardShape['props']) {
  return { type: 'card' as const, props: { ...props, w: cardWidth }, height: cardHeight, scalable: false };
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], below: (n: number) => number): T[] {
  const left = [...items];
  for (let end = left.length - 1; end > 0; end--) {
    const at = below(end + 1);
    [left[end], left[at]] = [left[at] as T, left[end] as T];
  }
  return left;
}
