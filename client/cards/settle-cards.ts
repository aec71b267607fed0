// What a person drops in a zone takes on what the zone says: a note becomes its kind of card, a card its values. On drop, not on
// each move; and with the drop it is one step for undo.
import { plainFromRichText } from '@commonboard/shared/board/rich-text.ts';
import { isKind, kindOf } from '@commonboard/shared/domain/kinds.ts';
import { kindAt, type Written } from '@commonboard/shared/domain/placement.ts';
import { isFieldName } from '@commonboard/shared/domain/fields.ts';
import type { ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, zonePlan } from '@commonboard/shared/schema/zone-shape.ts';
import { react, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { isReplayingHistory } from '../canvas/replaying-history.ts';
import { fieldChange, putCard, type FieldChanges } from './card-changes.ts';
import { middleIn, unwrittenFields, zoneAround } from './place-of-card.ts';

const gestures = ['select.translating', 'select.resizing', 'select.rotating', 'note.pointing'] as const;

/** Returns its stop. */
export function settleCards(editor: Editor): () => void {
  /** Moved by this person and not settled -> what it lay in before. */
  const moved = new Map<TLShapeId, TLShape['parentId']>();
  let isSettling = false;
  const note = (shape: TLShape, parent: TLShape['parentId'], source: 'remote' | 'user'): void => {
    if (source !== 'user' || isSettling || isReplayingHistory(editor)) return;
    if ((isCard(shape) || shape.type === 'note') && !moved.has(shape.id)) moved.set(shape.id, parent);
  };
  const settleAll = (): void => {
    if (isSettling || moved.size === 0 || editor.isInAny(...gestures)) return;
    const editing = editor.getEditingShapeId();
    const ready = [...moved].filter(([id]) => id !== editing && !isUnwritten(editor, id));
    if (ready.length === 0) return;
    isSettling = true;
    try {
      editor.run(() => {
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

function settle(editor: Editor, id: TLShapeId, from: TLShape['parentId']): void {
  const shape = editor.getShape(id);
  if (!shape) return;
  const zone = zoneAround(editor, shape);
  // As it was dropped: a card is wider than the note it was.
  const middle = zone && middleIn(editor, zone, id);
  const plan = zone && zonePlan(zone.props);
  const kind = plan && middle ? kindAt(plan, middle) : null;
  if (shape.type === 'note' && kind !== null && isKind(kind)) putCard(editor, shape, kind);
  const card = editor.getShape(id);
  if (!card || !isCard(card)) return;
  const written = {
    ...(zone?.id === from ? {} : axesOf(editor, from)),
    ...(plan && middle ? unwrittenFields(plan, card, middle) : {}),
  };
  write(editor, card, written, plan ? kindOnDrop(plan, card, kind) : null);
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
