// What was read and looked at -> the board: one step for undo, in pieces that leave the page alive. Stopped half-way, the board is
// as it was.
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { fieldNames, fieldOf, type CardFields } from '@commonboard/shared/domain/fields.ts';
import type { Intake, IntakeCard } from '@commonboard/shared/domain/intake/intake.ts';
import { cardWidth, isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { inSlices } from './in-slices.ts';
import { newPlaces, type Into } from './new-places.ts';
import { LinkWriter } from './write-links.ts';

export interface Written {
  created: number;
  changed: number;
  links: number;
  /** New cards for which the zone had no room. */
  outside: number;
  /** Links whose cards lie on different pages. */
  lostLinks: number;
  /** Of the new cards and those that changed. */
  ids: readonly TLShapeId[];
}

interface WriteOptions {
  into: Into;
  /** What was pasted, as it was then, and becomes cards now. */
  replaces: TLShape | null;
  /** Where a place says something, a card with new values moves. */
  onValues: (editor: Editor, card: CardShape, changed: readonly string[]) => void;
  signal: AbortSignal;
  onShare: (share: number) => void;
}

/** Of cards and of links; each also brings in two bindings. */
const [cardsAtOnce, linksAtOnce] = [100, 50] as const;

/** Rejects with the signal's reason when it is stopped. */
export async function writeIntake(editor: Editor, intake: Intake, options: WriteOptions): Promise<Written> {
  const mark = editor.markHistoryStoppingPoint('bring in');
  try {
    return await inSlices(writing(editor, intake, options), options);
  } catch (error) {
    editor.bailToMark(mark);
    throw error;
  }
}

function* writing(editor: Editor, intake: Intake, options: WriteOptions): Generator<number, Written> {
  const { into, replaces, onValues } = options;
  const ids = idsOf(editor, intake);
  const withIds = intake.cards.map((card) => ({ ...card, fields: withKnownIds(card.fields, ids) }));
  const fresh = withIds.filter(({ match }) => match === null);
  const changed = withIds.filter(({ match, changes }) => match !== null && changes.length > 0);
  const links = intake.links.filter(({ match, changes }) => match === null || changes.length > 0);
  const all = fresh.length + changed.length + links.length;
  let done = 0;
  const idOf = (key: string): TLShapeId => ids.get(key) ?? (key as TLShapeId);

  if (replaces && isAsPasted(editor, replaces)) editor.deleteShapes([replaces.id]);
  const places = newPlaces(editor, fresh, into);
  for (const piece of pieces(fresh, cardsAtOnce)) {
    createCards(editor, piece, { idOf, places, into });
    yield (done += piece.length) / all;
  }
  for (const piece of pieces(changed, cardsAtOnce)) {
    changeCards(editor, piece, onValues);
    yield (done += piece.length) / all;
  }
  const writer = new LinkWriter(editor, idOf);
  for (const piece of pieces(links, linksAtOnce)) {
    writer.write(piece);
    yield (done += piece.length) / all;
  }
  return {
    created: fresh.length,
    changed: changed.length,
    links: links.length - writer.lost,
    outside: into.zoneId === null ? 0 : [...places.values()].filter(({ isInZone }) => !isInZone).length,
    lostLinks: writer.lost,
    ids: [...fresh, ...changed].map(({ key }) => idOf(key)),
  };
}

/** What somebody has written on it since stays. */
function isAsPasted(editor: Editor, pasted: TLShape): boolean {
  return JSON.stringify(editor.getShape(pasted.id)?.props) === JSON.stringify(pasted.props);
}

/** What the intake calls a card or link -> its id on the board. An id of our own files stays where it is free. */
function idsOf(editor: Editor, { cards, links }: Intake): Map<string, TLShapeId> {
  const free = (key: string): boolean => key.startsWith('shape:') && !editor.getShape(key as TLShapeId);
  return new Map(
    [...cards, ...links].map(({ key, match }) => {
      if (match) return [key, match.id as TLShapeId];
      return [key, free(key) ? (key as TLShapeId) : createShapeId()];
    }),
  );
}

function withKnownIds(fields: CardFields, ids: ReadonlyMap<string, TLShapeId>): CardFields {
  const known = fieldNames.flatMap((name) => {
    const value = fields[name];
    const id = fieldOf(name).type === 'card' && typeof value === 'string' ? ids.get(value) : undefined;
    return id === undefined ? [] : [[name, id] as const];
  });
  return { ...fields, ...Object.fromEntries(known) };
}

interface CreateOptions {
  idOf: (key: string) => TLShapeId;
  places: ReturnType<typeof newPlaces>;
  into: Into;
}

function createCards(editor: Editor, cards: readonly IntakeCard[], { idOf, places, into }: CreateOptions): void {
  editor.createShapes(
    cards.map(({ key, kind, title, fields }) => {
      const { x = 0, y = 0, isInZone = false } = places.get(key) ?? {};
      return {
        id: idOf(key),
        type: 'card',
        parentId: isInZone && into.zoneId !== null ? into.zoneId : editor.getCurrentPageId(),
        x,
        y,
        props: { ...fields, kind, w: cardWidth, richText: richTextFromPlain(title) },
      };
    }),
  );
  keepWhatWasSaid(editor, cards, idOf);
}

function changeCards(editor: Editor, cards: readonly IntakeCard[], onValues: WriteOptions['onValues']): void {
  const idOf = ({ match }: IntakeCard): TLShapeId => (match?.id ?? '') as TLShapeId;
  editor.updateShapes(
    cards.map((card) => ({
      id: idOf(card),
      type: 'card',
      props: {
        ...card.fields,
        kind: card.kind,
        ...(card.changes.includes('title') && { richText: richTextFromPlain(card.title) }),
      },
    })),
  );
  for (const card of cards) {
    const shape = editor.getShape(idOf(card));
    if (shape && isCard(shape)) onValues(editor, shape, card.changes);
  }
  keepWhatWasSaid(editor, cards, (key) => key as TLShapeId);
}

/** A zone writes what its places say on what is put there; what the file says comes before that. */
function keepWhatWasSaid(editor: Editor, cards: readonly IntakeCard[], idOf: (key: string) => TLShapeId): void {
  const changed = cards.flatMap(({ key, kind, fields }) => {
    const shape = editor.getShape(idOf(key));
    if (!shape || !isCard(shape)) return [];
    const now: Readonly<Record<string, unknown>> = { ...shape.props };
    const isSame = Object.entries({ ...fields, kind }).every(
      ([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value),
    );
    return isSame ? [] : [{ id: shape.id, type: 'card' as const, props: { ...fields, kind } }];
  });
  if (changed.length > 0) editor.updateShapes(changed);
}

function* pieces<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
