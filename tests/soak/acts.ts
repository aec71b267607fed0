// What people do at a board, in the time it takes them. Every act leaves as many shapes and as much text as it found.
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { nextIndex } from '@commonboard/shared/board/notes/next-index.ts';
import {
  b64Vecs,
  createShapeId,
  toRichText,
  type TLBinding,
  type TLDrawShape,
  type TLNoteShape,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tlschema';
import { between, pick, randomId } from '../support/seeded-random.ts';
import type { Bot } from './bot.ts';

/** Rejects when the soak ends. */
export type Wait = (ms: number) => Promise<void>;
type Act = (bot: Bot, wait: Wait) => Promise<void>;

const dragFrameMs = 50;
const dragFrames = 40;
const strokeEvents = 60;
const strokeEventMs = 33;
const keysPerVisit = 12;
const letters = 'etaoinshrdlu'.split('');
const colors = ['black', 'yellow', 'light-blue', 'blue', 'green', 'orange', 'red', 'violet'] as const;

const acts: readonly (readonly [act: Act, weight: number])[] = [
  [dragOne, 8],
  [dragSelection, 2],
  [type, 4],
  [recolour, 2],
  [replace, 2],
  [redraw, 1],
  [takeBack, 1],
];
const chances = acts.flatMap(([act, weight]) => Array.from({ length: weight }, () => act));

export async function actOnce(bot: Bot, wait: Wait): Promise<void> {
  await pick(bot.random, chances)(bot, wait);
}

async function dragOne(bot: Bot, wait: Wait): Promise<void> {
  const shape = bot.pickShape(isLoose);
  if (shape) await drag(bot, wait, [shape.id]);
}

async function dragSelection(bot: Bot, wait: Wait): Promise<void> {
  const count = between(bot.random, 3, 12);
  const ids = Array.from({ length: count }, () => bot.pickShape(isLoose)?.id).filter((id) => id !== undefined);
  await drag(bot, wait, [...new Set(ids)]);
}

async function drag(bot: Bot, wait: Wait, ids: readonly TLShapeId[]): Promise<void> {
  bot.beginGesture();
  const step = { x: between(bot.random, -9, 9), y: between(bot.random, -9, 9) };
  for (let frame = 0; frame < dragFrames; frame++) {
    const shapes = ids.map((id) => bot.store.get(id)).filter((record): record is TLShape => record !== undefined);
    bot.store.put(shapes.map((shape) => ({ ...shape, x: shape.x + step.x, y: shape.y + step.y })));
    await wait(dragFrameMs);
  }
  bot.endGesture();
}

/** What was typed in one visit is taken away again in the next. */
async function type(bot: Bot, wait: Wait): Promise<void> {
  const { typed } = bot;
  const note = typed && bot.store.has(typed.into) ? bot.store.get(typed.into) : bot.pickShape(isNote);
  if (!note) return;
  const erasing = typed?.into === note.id;
  const keys = erasing ? typed.letters : keysPerVisit;
  bot.beginGesture();
  bot.editing = note.id;
  bot.typed = erasing ? null : { into: bot.editing, letters: keysPerVisit };
  for (let key = 0; key < keys; key++) {
    const now = bot.store.get(bot.editing);
    if (!now || !isNote(now)) break;
    const text = plainFromRichText(now.props.richText);
    const next = erasing ? text.slice(0, -1) : text + pick(bot.random, letters);
    bot.store.put([{ ...now, props: { ...now.props, richText: toRichText(next) } }]);
    await wait(between(bot.random, 90, 220));
  }
  bot.editing = null;
}

async function recolour(bot: Bot, wait: Wait): Promise<void> {
  const shape = bot.pickShape(({ type: kind }) => kind === 'note' || kind === 'geo');
  if (!shape) return;
  bot.beginGesture();
  bot.store.put([{ ...shape, props: { ...shape.props, color: pick(bot.random, colors) } } as TLShape]);
  await wait(200);
}

/** A copy is made and the first one deleted. */
async function replace(bot: Bot, wait: Wait): Promise<void> {
  const bound = boundIds(bot);
  const shape = bot.pickShape((one) => isLoose(one) && !bound.has(one.id));
  if (!shape) return;
  const index = nextIndex(bot.shapes(), shape.parentId);
  const id = createShapeId(randomId(bot.random));
  bot.store.put([{ ...shape, id, index, x: shape.x + 20, y: shape.y + 20 }]);
  await wait(800);
  deleteOne(bot, shape.id, id);
  bot.beginGesture();
}

/** A stroke is drawn point by point where another one was, which then goes. */
async function redraw(bot: Bot, wait: Wait): Promise<void> {
  const old = bot.pickShape((shape) => shape.type === 'draw');
  if (!old || old.type !== 'draw') return;
  const id = createShapeId(randomId(bot.random));
  const points = [{ x: 0, y: 0, z: 0.5 }];
  const index = nextIndex(bot.shapes(), old.parentId);
  let stroke: TLDrawShape = { ...old, id, index };
  for (let event = 0; event < strokeEvents; event++) {
    const last = points.at(-1) ?? { x: 0, y: 0 };
    points.push({ x: last.x + between(bot.random, -2, 6), y: last.y + between(bot.random, -4, 4), z: 0.5 });
    const path = b64Vecs.encodePoints(points, 2);
    stroke = {
      ...stroke,
      props: { ...stroke.props, isComplete: event === strokeEvents - 1, segments: [{ type: 'free', path, dim: 2 }] },
    };
    bot.store.put([stroke]);
    await wait(strokeEventMs);
  }
  deleteOne(bot, old.id, id);
  bot.beginGesture();
}

async function takeBack(bot: Bot, wait: Wait): Promise<void> {
  bot.undo();
  await wait(100);
}

/** Somebody else may have been quicker: then one's own copy goes, so that there are not more than before. */
function deleteOne(bot: Bot, id: TLShapeId, copy: TLShapeId): void {
  bot.store.remove([bot.store.has(id) ? id : copy]);
}

function boundIds(bot: Bot): Set<string> {
  const bindings = bot.store.allRecords().filter((record): record is TLBinding => record.typeName === 'binding');
  return new Set(bindings.map(({ toId }) => toId));
}

function isLoose(shape: TLShape): boolean {
  return shape.type !== 'arrow';
}

function isNote(shape: TLShape | { type?: unknown }): shape is TLNoteShape {
  return shape.type === 'note';
}
