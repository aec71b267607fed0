// Drafts -> notes on the board: new ids, nothing of the drafts but what they say, and in an anonymous round an order that was
// drawn by lot. Rules R149 and R150.
import { createShapeId, type TLRecord, type TLRichText, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { allowedContent } from '../board/repair/content-rules.ts';
import { anonymousKey } from '../board/notes/group-origin.ts';
import { plainFromRichText } from '../board/text/rich-text.ts';
import { noteSide } from '../board/notes/new-note.ts';
import { growthOf } from '../board/notes/note-growth.ts';
import { noteProps } from '../board/notes/note-props.ts';
import { indicesAbove } from '../board/notes/next-index.ts';
import { saidFields } from '../board/notes/said-fields.ts';
import { isKind } from '../domain/kinds.ts';
import { limits } from '../protocol/limits.ts';
import { boardSchema } from '../schema/board-schema.ts';
import { type CardShape, cardWidth } from '../schema/card-shape.ts';
import { isZone, type ZoneShape } from '../schema/zone-shape.ts';
import { shuffled } from '../session/drawn.ts';
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
    drafts.map((own) => {
      const draft = round.isAnonymous ? withoutDirections(own) : own;
      const meta = metaOf(name, round.isAnonymous);
      return { person, meta, ...drawn(draft, zone, round.isAnonymous, meta) };
    }),
  );
  const ordered = round.isAnonymous ? shuffled(each, below) : each;
  const sizes = ordered.map(({ height, scalable }) => ({ height, scalable }));
  const places = gridPlaces(records, zone, sizes);
  const tops = new Map<string, IndexKey[]>();
  for (const parent of new Set(places.map(({ parentId }) => parentId))) {
    const count = places.filter(({ parentId }) => parentId === parent).length;
    tops.set(parent, indicesAbove(records, parent, count));
  }
  return ordered.flatMap(({ person, type, props, meta }, i) => {
    const place = places[i];
    if (!place) return [];
    const { parentId, x, y, scale } = place;
    const index = tops.get(parentId)?.shift();
    const record = shapeOf({ type, props: type === 'note' ? { ...props, scale } : props, meta, parentId, x, y, index });
    return { person, record };
  });
}

/** Throws where it would not be one. */
function shapeOf(said: object): TLShape {
  const usual = { id: createShapeId(), typeName: 'shape', rotation: 0, isLocked: false, opacity: 1 };
  return boardSchema.types.shape.validate({ ...usual, ...said }) as TLShape;
}

/** The zone of a round: by its id, or the first that was made from this part of the template. Null: there is none. */
export function roundZone(records: readonly TLRecord[], zone: string | null): ZoneShape | null {
  if (zone === null) return null;
  const zones = records.flatMap((record) => (record.typeName === 'shape' && isZone(record) ? record : []));
  return zones.find(({ id }) => id === zone) ?? zones.find(({ props }) => props.part === zone) ?? null;
}

function metaOf(name: string, isAnonymous: boolean): TLShape['meta'] {
  return isAnonymous ? { [anonymousKey]: true } : { [writtenByKey]: name };
}

const cardHeight = 140;

interface Drawn {
  type: 'note' | 'card';
  props: object;
  height: number;
  scalable: boolean;
}

/** As a card where one is meant and can be made, else as a note: the drafts are erased, so none may be hidden or stop the others. */
function drawn(draft: DraftShape, zone: ZoneShape | null, isAnonymous: boolean, meta: TLShape['meta']): Drawn {
  const card = cardOf(draft, zone);
  return card && canBeShown(card, meta) ? card : noteOf(draft, isAnonymous);
}

function cardOf(draft: DraftShape, zone: ZoneShape | null): Drawn | null {
  if (draft.type === 'card') return asCard(draft.props);
  const { kind, sets } = zone?.props ?? {};
  if (kind === undefined || !isKind(kind)) return null;
  return asCard({ ...saidFields(sets), kind, w: cardWidth, richText: draft.props.richText });
}

function asCard({ sources: _sources, group: _group, noteColor: _color, ...props }: CardShape['props']): Drawn {
  return { type: 'card', props: { ...props, w: cardWidth }, height: cardHeight, scalable: false };
}

function noteOf(draft: DraftShape, isAnonymous: boolean): Drawn {
  // A favourite colour would tell whose it is.
  const color = draft.type === 'note' && !isAnonymous ? draft.props.color : 'yellow';
  const { richText } = draft.props;
  // How high it was drawn would tell of the device.
  const grown = draft.type === 'note' && !isAnonymous ? draft.props.growY : growthOf(plainFromRichText(richText));
  const growY = Math.min(Math.max(0, grown), limits.revealedGrowthMax);
  return {
    type: 'note',
    props: { ...noteProps('', color), richText, growY },
    height: noteSide + growY,
    scalable: true,
  };
}

function canBeShown({ type, props }: Drawn, meta: TLShape['meta']): boolean {
  try {
    return allowedContent(shapeOf({ type, props, meta, parentId: 'page:page', x: 0, y: 0, index: 'a1' }));
  } catch {
    return false;
  }
}

function withoutDirections(draft: DraftShape): DraftShape {
  const richText = JSON.parse(JSON.stringify(draft.props.richText), (key, value: unknown) =>
    key === 'dir' ? undefined : value,
  ) as TLRichText;
  return { ...draft, props: { ...draft.props, richText } } as DraftShape;
}
