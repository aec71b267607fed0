// One round of the two editors: both do things, some of it arrives on the way, then everything does, and what must hold is
// looked at. Numbers come from a seed, so that a round that fails can be played again.
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { boardRecordTypes } from '@commonboard/shared/board/layout/layout.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { sameRecord } from '@commonboard/shared/board/layout/same-record.ts';
import { createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import type { Editor, Side } from './main.tsx';

export interface RoundResult {
  /** What each act was, for the report of a round that fails. */
  acts: string[];
  /** Ids that differ between the stores, or between a store and the document. */
  differing: string[];
  orphans: string[];
  /** Updates written only because something was received. */
  echoes: number;
  /** Undo entries that came from receiving. */
  foreignUndo: number;
  errors: string[];
}

/** mulberry32, Tommy Ettinger: 32 bits of state, good enough to choose acts. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function playRound(sides: readonly Side[], seed: number, count: number): RoundResult {
  const random = randomFrom(seed);
  const result: RoundResult = { acts: [], differing: [], orphans: [], echoes: 0, foreignUndo: 0, errors: [] };
  for (let i = 0; i < count; i++) {
    const side = sides[random() < 0.5 ? 0 : 1];
    if (!side) continue;
    try {
      result.acts.push(act(side, sides, random));
    } catch (error) {
      result.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  settle(sides, result);
  check(sides, result);
  return result;
}

type Random = () => number;
type Act = (editor: Editor, random: Random) => void;

const acts: Record<string, Act> = {
  note: (editor, random) =>
    void editor.createShape({
      id: createShapeId(),
      type: 'note',
      x: random() * 2_400,
      y: random() * 1_400,
      props: { color: 'blue' },
    }),
  geo: (editor, random) =>
    void editor.createShape({
      id: createShapeId(),
      type: 'geo',
      x: random() * 2_400,
      y: random() * 1_400,
      props: { w: 120, h: 80 },
    }),
  arrow: (editor, random) => {
    const [from, to] = [any(editor, random), any(editor, random)];
    if (!from || !to || from === to || from.type === 'arrow' || to.type === 'arrow') return;
    const id = createShapeId();
    editor.createShape({ id, type: 'arrow', x: 0, y: 0 });
    for (const [terminal, shape] of [
      ['start', from],
      ['end', to],
    ] as const) {
      editor.createBinding({
        type: 'arrow',
        fromId: id,
        toId: shape.id,
        props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true, snap: 'none' },
      });
    }
  },
  move: (editor, random) => {
    const shape = any(editor, random);
    if (shape)
      editor.updateShape({
        id: shape.id,
        type: shape.type,
        x: shape.x + random() * 200 - 100,
        y: shape.y + random() * 200 - 100,
      });
  },
  reparent: (editor, random) => {
    const shape = any(editor, random);
    const zone = pick(
      shapes(editor).filter(({ type }) => type === 'zone'),
      random,
    );
    if (!shape || !zone || shape.id === zone.id || editor.hasAncestor(zone, shape.id)) return;
    editor.reparentShapes([shape.id], random() < 0.3 ? editor.getCurrentPageId() : zone.id);
  },
  group: (editor, random) => {
    // What is printed in a zone is locked, and nobody can pick it up.
    const chosen = [1, 2, 3]
      .flatMap(() => any(editor, random) ?? [])
      .filter(({ type, isLocked }) => type !== 'zone' && !isLocked);
    // Each once: named twice, tldraw itself forgets where a shape came from.
    const ids = [...new Set(chosen.map(({ id }) => id))];
    if (ids.length > 1) editor.groupShapes(ids);
  },
  ungroup: (editor, random) => {
    const group = pick(
      shapes(editor).filter(({ type }) => type === 'group'),
      random,
    );
    if (group) editor.ungroupShapes([group.id]);
  },
  delete: (editor, random) => {
    const shape = any(editor, random);
    if (shape) editor.deleteShapes([shape.id]);
  },
  duplicate: (editor, random) => {
    const shape = any(editor, random);
    if (shape && shapes(editor).length < 120) editor.duplicateShapes([shape.id], { x: 20, y: 20 });
  },
  colour: (editor, random) => {
    const shape = any(editor, random);
    if (shape && 'color' in shape.props)
      editor.updateShape({
        id: shape.id,
        type: shape.type,
        props: { color: pick(['red', 'green', 'violet'], random) },
      } as Parameters<Editor['updateShape']>[0]);
  },
  type: (editor, random) => {
    const shape = pick(
      shapes(editor).filter(({ type }) => type === 'note' || type === 'geo'),
      random,
    );
    if (shape)
      editor.updateShape({
        id: shape.id,
        type: shape.type,
        props: { richText: richTextFromPlain(`words ${Math.floor(random() * 1_000)}`) },
      } as Parameters<Editor['updateShape']>[0]);
  },
  front: (editor, random) => {
    const shape = any(editor, random);
    if (shape) editor.bringToFront([shape.id]);
  },
  select: (editor, random) => {
    const shape = any(editor, random);
    if (shape) editor.select(shape.id);
  },
  undo: (editor) => void editor.undo(),
  redo: (editor) => void editor.redo(),
};

function act(side: Side, sides: readonly Side[], random: Random): string {
  const choice = random();
  if (choice < 0.2) {
    deliver(side, sides, random);
    return 'deliver';
  }
  if (choice < 0.3) {
    side.frame();
    return 'frame';
  }
  const name = pick(Object.keys(acts), random) ?? 'move';
  if (name !== 'undo' && name !== 'redo') side.editor.markHistoryStoppingPoint(name);
  acts[name]?.(side.editor, random);
  // As at the end of a task: text and structure leave.
  side.binding.flush();
  return `${sides.indexOf(side)} ${name}`;
}

/** A piece of what the other side wrote, in any order, perhaps again. */
function deliver(side: Side, sides: readonly Side[], random: Random): void {
  const other = sides.find((one) => one !== side);
  const update = other && pick(other.sent, random);
  if (update) Y.applyUpdate(side.doc, update, 'network');
}

function settle(sides: readonly Side[], result: RoundResult): void {
  for (const { binding } of sides) binding.flush();
  const written = sides.map(({ sent }) => sent.length);
  const undos = sides.map(({ editor }) => undoCount(editor));
  for (const to of sides)
    for (const from of sides) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'network');
  for (let i = 0; i < 3; i++) for (const { frame } of sides) frame();
  for (const { binding } of sides) binding.flush();
  result.echoes = sides.reduce((sum, { sent }, i) => sum + sent.length - (written[i] ?? 0), 0);
  result.foreignUndo = sides.reduce((sum, { editor }, i) => sum + undoCount(editor) - (undos[i] ?? 0), 0);
}

function check(sides: readonly Side[], result: RoundResult): void {
  const boards = sides.map(
    ({ store }) =>
      new Map(
        store
          .allRecords()
          .filter(({ typeName }) => boardRecordTypes.has(typeName))
          .map((record) => [record.id as string, record]),
      ),
  );
  const read = new Map(
    readBoardRecords(sides[0]?.doc ?? new Y.Doc()).records.map((record) => [record.id as string, record]),
  );
  const all = [...boards, read];
  const ids = new Set(all.flatMap((board) => [...board.keys()]));
  result.differing = [...ids].flatMap((id) =>
    allSame(all.map((board) => board.get(id))) ? [] : [`${id}: ${all.map((board) => told(board.get(id))).join(' | ')}`],
  );
  for (const board of boards) {
    for (const record of board.values())
      if (record.typeName === 'shape' && !board.has(record.parentId)) result.orphans.push(record.id);
  }
}

function allSame([first, ...others]: (TLRecord | undefined)[]): boolean {
  return first !== undefined && others.every((other) => other !== undefined && sameRecord(first, other));
}

function shapes(editor: Editor): TLShape[] {
  return editor.getCurrentPageShapesSorted();
}

function any(editor: Editor, random: Random): TLShape | undefined {
  return pick(shapes(editor), random);
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** tldraw keeps its count of undo entries to itself. */
function undoCount(editor: Editor): number {
  return (editor as unknown as { history: { getNumUndos(): number } }).history.getNumUndos();
}

/** A record in the report of a round that fails. */
function told(record: TLRecord | undefined): string {
  if (!record) return 'nothing';
  if (record.typeName !== 'shape') return JSON.stringify(record).slice(0, 200);
  const { parentId, x, y, index } = record;
  return `${parentId} ${x} ${y} ${index} ${JSON.stringify(record.props).slice(0, 120)}`;
}
