// What a person drops in a zone takes on what the zone says: a note becomes its kind of card, a card its values. On drop, not on
// each move; and with the drop it is one step for undo.
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { isWritten } from '@commonboard/shared/board/notes/written-shape.ts';
import { isKind, kindOf, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { kindAt, type Written } from '@commonboard/shared/domain/placement.ts';
import { isFieldName } from '@commonboard/shared/domain/fields.ts';
import type { ZoneCell, ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, zonePlan } from '@commonboard/shared/schema/zone-shape.ts';
import { react, type Editor, type TLNoteShape, type TLShape, type TLShapeId } from 'tldraw';
import { isReplayingHistory } from '../canvas/replaying-history.ts';
import { fieldChange, putCard, type FieldChanges } from './card-changes.ts';
import { middleIn, moveToItsValues, unwrittenFields, zoneAround } from './place-of-card.ts';

const gestures = ['select.translating', 'select.resizing', 'select.rotating', 'note.pointing'] as const;

/** Returns its stop. */
export function settleCards(editor: Editor): () => void {
  /** Moved by this person and not settled -> what it lay in before. */
  const moved = new Map<TLShapeId, TLShape['parentId']>();
  /** Zones that this person made larger, smaller, or of other parts: their cards go where their values are now. */
  const replanned = new Set<TLShapeId>();
  let isSettling = false;
  const note = (shape: TLShape, parent: TLShape['parentId'], source: 'remote' | 'user'): void => {
    if (source !== 'user' || isSettling || isReplayingHistory(editor)) return;
    for (const one of placed(editor, shape)) if (!moved.has(one.id)) moved.set(one.id, parent);
  };
  const settleAll = (): void => {
    if (isSettling || moved.size + replanned.size === 0 || editor.isInAny(...gestures)) return;
    const editing = editor.getEditingShapeId();
    const ready = [...moved].filter(([id]) => id !== editing && !isUnwritten(editor, id));
    if (ready.length + replanned.size === 0) return;
    isSettling = true;
    try {
      editor.run(() => {
        for (const id of replanned) placeAgain(editor, id);
        replanned.clear();
        for (const [id, from] of ready) {
          moved.delete(id);
          settle(editor, id, from);
        }
      });
    } finally {
      isSettling = false;
    }
  };
  const stops = [
    editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => note(shape, shape.parentId, source)),
    editor.sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (source === 'user' && isReplanned(before, after) && !isReplayingHistory(editor)) replanned.add(after.id);
      if (before.parentId !== after.parentId || before.x !== after.x || before.y !== after.y)
        note(after, before.parentId, source);
    }),
    editor.sideEffects.registerOperationCompleteHandler(settleAll),
    react('settle when a gesture ends', () => {
      editor.getPath();
      editor.getEditingShapeId();
      // Not within the change that ended it: what comes with it belongs to it.
      editor.timers.requestAnimationFrame(settleAll);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What lies somewhere by its own place: the shape itself, or all in a group or frame that moves with it. What lies in a zone
 * keeps its place there. */
function placed(editor: Editor, shape: TLShape): TLShape[] {
  if (isWritten(shape)) return [shape];
  if (shape.type !== 'group' && shape.type !== 'frame') return [];
  return editor.getSortedChildIdsForParent(shape.id).flatMap((id) => {
    const child = editor.getShape(id);
    return child ? placed(editor, child) : [];
  });
}

/** Whether the parts of a zone lie elsewhere, or write to other fields. */
function isReplanned(before: TLShape, after: TLShape): boolean {
  if (!isZone(before) || !isZone(after) || before.props === after.props) return false;
  const [old, now] = [zonePlan(before.props), zonePlan(after.props)].map(({ w, h, layout, cells, rows, across, up }) =>
    JSON.stringify([w, h, layout, [cells, rows].map(sizes), across?.field, up?.field]),
  );
  return old !== now;
}

function sizes(cells: readonly ZoneCell[]): (number | undefined)[] {
  return cells.map(({ size }) => size);
}

/** Cards with values go to them; those without take on what lies under them now. */
function placeAgain(editor: Editor, id: TLShapeId): void {
  const zone = editor.getShape(id);
  if (!zone || !isZone(zone)) return;
  for (const inside of editor.getShapeAndDescendantIds([id])) {
    const card = editor.getShape(inside);
    if (!card || !isCard(card)) continue;
    moveToItsValues(editor, card);
    settle(editor, inside, card.parentId);
  }
}

function settle(editor: Editor, id: TLShapeId, from: TLShape['parentId']): void {
  const shape = editor.getShape(id);
  if (!shape) return;
  const zone = zoneAround(editor, shape);
  const middle = zone && middleIn(editor, zone, id);
  const plan = zone && zonePlan(zone.props);
  const kind = plan && middle ? kindAt(plan, middle) : null;
  if (shape.type === 'note' && kind !== null && isKind(kind)) putCardInPlace(editor, shape, kind);
  const card = editor.getShape(id);
  if (!card || !isCard(card)) return;
  const written = {
    ...(zone?.id === from ? {} : axesOf(editor, from)),
    ...(plan && middle ? unwrittenFields(plan, card, middle) : {}),
  };
  write(editor, card, written, plan ? kindOnDrop(plan, card, kind) : null);
}

/** Its middle stays where the note's was, since that is what was read: a card is wider and not as high. */
function putCardInPlace(editor: Editor, note: TLNoteShape, kind: Kind): void {
  const was = editor.getShapePageBounds(note)?.center;
  putCard(editor, note, kind);
  const is = editor.getShapePageBounds(note.id)?.center;
  const corner = editor.getShapePageTransform(note.id).point();
  if (!was || !is) return;
  const { x, y } = editor.getPointInParentSpace(note.id, corner.add(was).sub(is));
  editor.updateShape({ id: note.id, type: 'card', x, y });
}

/** A note without a word: it is what it will be when there is one. */
function isUnwritten(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.getShape(id);
  return shape?.type === 'note' && plainFromRichText(shape.props.richText) === '';
}

/** Within one family the place decides: an outcome moved up to the impacts is one. Null: it stays what it is. */
function kindOnDrop(plan: ZonePlan, card: CardShape, kind: string | null): string | null {
  const { kind: now } = card.props;
  if (kind === null || kind === now || plan.accepts.includes(now) || !isKind(kind)) return null;
  return isKind(now) && kindOf(now).family === kindOf(kind).family ? kind : null;
}

/** Pulled out of a grid, a card is not placed any more. */
function axesOf(editor: Editor, parentId: TLShape['parentId']): Written {
  const parent = editor.getShape(parentId);
  if (!parent || !isZone(parent)) return {};
  const { across, up } = zonePlan(parent.props);
  return Object.fromEntries([across, up].flatMap((axis) => (axis ? [[axis.field, null]] : [])));
}

function write(editor: Editor, card: CardShape, written: Written, kind: string | null): void {
  let changes: FieldChanges = {};
  const props: Readonly<Record<string, unknown>> = { ...card.props };
  for (const [name, value] of Object.entries(written))
    if (isFieldName(name) && (value !== null || props[name] !== undefined))
      changes = { ...changes, ...fieldChange(name, value ?? undefined) };
  if (kind === null && Object.keys(changes).length === 0) return;
  editor.updateShape({ id: card.id, type: 'card', props: { ...changes, ...(kind !== null && { kind }) } });
}
