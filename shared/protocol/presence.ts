// Message 67, both ways: the hot part of presence - cursor, view, brush, laser, caret, reaction, chat. Never stored, only the
// latest counts.
// Up:   67, body.   Down: 67, varuint n, n x (varuint client id, varuint length, body).
// Body: one flag byte, then for each flag set its 32-bit floats in page units; then the caret as id and two points, the reaction as
// its kind and a count that is another for each, and what is said at the cursor. Flags
// that a reader does not know and what follows for them are passed over.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { cleanLine } from './clean-text.ts';
import { limits } from './limits.ts';
import { messageTypes } from './message-types.ts';

export interface HotPresence {
  /** Pointer in page space; null while it is off the canvas. */
  cursor: { x: number; y: number } | null;
  /** What the person sees: camera and viewport size in px. */
  view: { x: number; y: number; zoom: number; width: number; height: number } | null;
  /** A selection box being drawn, in page space. */
  brush: { x: number; y: number; w: number; h: number } | null;
  /** Laser trail, newest last, at most 60 points in page space. */
  laser: { x: number; y: number }[];
  /** Where the person is writing. */
  caret: PresenceCaret | null;
  /** The last one of the person, for some seconds. */
  reaction?: Reaction;
  /** Said at the cursor. */
  chat?: string;
}

/** In the order of their numbers on the wire. */
export const reactionKinds = ['thumb', 'heart', 'bravo', 'idea', 'question'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface Reaction {
  kind: ReactionKind;
  /** Another for each. */
  count: number;
}

/** A selection in the text of a shape; both ends are one where nothing is selected. */
export interface PresenceCaret {
  shapeId: string;
  anchor: TextPoint;
  head: TextPoint;
}

/** The letter before a place in a text, by its id in the document; null before all letters. */
export type TextPoint = { client: number; clock: number } | null;

const flags = { cursor: 1, view: 2, brush: 4, laser: 8, caret: 16, reaction: 32, chat: 64 } as const;
const reactionCountMax = 0xffff;
const shapeIdCharsMax = 80;
const clientIdMax = 0xffff_ffff;
const laserPointsMax = 60;
// As a 32-bit float the smallest zoom is a little less than it says.
const zoomMin = Math.fround(0.01);
const zoomMax = 100;
const viewSideMax = 100_000;

export function encodeHotBody(hot: HotPresence): Uint8Array {
  const encoder = encoding.createEncoder();
  const floats: number[] = [];
  let flag = 0;
  if (hot.cursor) {
    flag |= flags.cursor;
    floats.push(hot.cursor.x, hot.cursor.y);
  }
  if (hot.view) {
    flag |= flags.view;
    floats.push(hot.view.x, hot.view.y, hot.view.zoom, hot.view.width, hot.view.height);
  }
  if (hot.brush) {
    flag |= flags.brush;
    floats.push(hot.brush.x, hot.brush.y, hot.brush.w, hot.brush.h);
  }
  if (hot.laser.length > 0) flag |= flags.laser;
  if (hot.caret) flag |= flags.caret;
  if (hot.reaction) flag |= flags.reaction;
  const chat = (hot.chat ?? '').slice(0, limits.chatCharsMax);
  if (chat !== '') flag |= flags.chat;
  encoding.writeUint8(encoder, flag);
  for (const value of floats) encoding.writeFloat32(encoder, value);
  if (hot.laser.length > 0) {
    const points = hot.laser.slice(-laserPointsMax);
    encoding.writeVarUint(encoder, points.length);
    for (const point of points) {
      encoding.writeFloat32(encoder, point.x);
      encoding.writeFloat32(encoder, point.y);
    }
  }
  if (hot.caret) {
    encoding.writeVarString(encoder, hot.caret.shapeId);
    for (const point of [hot.caret.anchor, hot.caret.head]) writePoint(encoder, point);
  }
  if (hot.reaction) {
    encoding.writeVarUint(encoder, reactionKinds.indexOf(hot.reaction.kind));
    encoding.writeVarUint(encoder, hot.reaction.count % (reactionCountMax + 1));
  }
  if (chat !== '') encoding.writeVarString(encoder, chat);
  return encoding.toUint8Array(encoder);
}

/** 0 for the beginning, else clock + 1 and the client id. */
function writePoint(encoder: encoding.Encoder, point: TextPoint): void {
  encoding.writeVarUint(encoder, point ? point.clock + 1 : 0);
  if (point) encoding.writeVarUint(encoder, point.client);
}

function readPoint(decoder: decoding.Decoder): TextPoint {
  const next = decoding.readVarUint(decoder);
  if (next === 0) return null;
  const client = decoding.readVarUint(decoder);
  if (client > clientIdMax) throw new RangeError('not a client id');
  return { client, clock: next - 1 };
}

function readCaret(decoder: decoding.Decoder): PresenceCaret {
  const shapeId = decoding.readVarString(decoder);
  if (!shapeId.startsWith('shape:') || shapeId.length > shapeIdCharsMax) throw new RangeError('not a shape id');
  return { shapeId, anchor: readPoint(decoder), head: readPoint(decoder) };
}

function readReaction(decoder: decoding.Decoder): Reaction {
  const kind = reactionKinds[decoding.readVarUint(decoder)];
  const count = decoding.readVarUint(decoder);
  if (kind === undefined || count > reactionCountMax) throw new RangeError('not a reaction');
  return { kind, count };
}

/** One line, without what cannot be seen. */
function readChat(decoder: decoding.Decoder): string {
  const chat = decoding.readVarString(decoder);
  if (chat.length > limits.chatCharsMax) throw new RangeError('too much is said');
  return cleanLine(chat);
}

/** Null for anything that is not a whole body of numbers that a person can point at: what follows a view would break. */
export function decodeHotBody(body: Uint8Array): HotPresence | null {
  try {
    const decoder = decoding.createDecoder(body);
    const flag = decoding.readUint8(decoder);
    const next = (min: number = -limits.coordinateMax, max: number = limits.coordinateMax): number => {
      const value = decoding.readFloat32(decoder);
      // Written so that not-a-number fails too.
      if (!(value >= min && value <= max)) throw new RangeError('not a number in these bounds');
      return value;
    };
    const nextZoom = () => next(zoomMin, zoomMax);
    const nextSide = () => next(1, viewSideMax);
    const hot: HotPresence = { cursor: null, view: null, brush: null, laser: [], caret: null };
    if (flag & flags.cursor) hot.cursor = { x: next(), y: next() };
    if (flag & flags.view) hot.view = { x: next(), y: next(), zoom: nextZoom(), width: nextSide(), height: nextSide() };
    if (flag & flags.brush) hot.brush = { x: next(), y: next(), w: next(), h: next() };
    if (flag & flags.laser) {
      const count = Math.min(decoding.readVarUint(decoder), laserPointsMax);
      for (let i = 0; i < count; i++) hot.laser.push({ x: next(), y: next() });
    }
    if (flag & flags.caret) hot.caret = readCaret(decoder);
    if (flag & flags.reaction) hot.reaction = readReaction(decoder);
    if (flag & flags.chat) hot.chat = readChat(decoder);
    return hot;
  } catch {
    // A body is another person's bytes: one that cannot be read is shown as nothing.
    return null;
  }
}

export function encodeHotUp(body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.presence);
  encoding.writeUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export interface HotEntry {
  clientId: number;
  body: Uint8Array;
}

/** One person's part of a frame: made once, sent to many. */
export function encodeHotEntry(clientId: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** From parts that `encodeHotEntry` has made. */
export function encodeHotFrame(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.presence);
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) encoding.writeUint8Array(encoder, entry);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. Throws on a truncated frame. */
export function decodeHotDown(decoder: decoding.Decoder): HotEntry[] {
  const count = decoding.readVarUint(decoder);
  const entries: HotEntry[] = [];
  for (let i = 0; i < count; i++) {
    entries.push({ clientId: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) });
  }
  return entries;
}
