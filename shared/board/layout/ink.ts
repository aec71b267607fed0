// A stroke while it is being drawn: chunks that say how its last segment goes on, so that a pen sends its new points and not
// the whole line again. At the stroke's end they give way to the plain value.
//
//   [drop, bytes]   take so many bytes off the end of the last segment's path, then add these
//   a segment       begins here
import type { TLDrawShape, TLDrawShapeSegment, TLHighlightShape, TLRecord } from '@tldraw/tlschema';
import * as buffer from 'lib0/buffer';
import * as Y from 'yjs';
import { limits } from '../../protocol/limits.ts';
import { propPrefix, recordKeys, type RecordMap } from './layout.ts';

type InkChunk = readonly [drop: number, bytes: Uint8Array] | TLDrawShapeSegment;

export const segmentsKey = `${propPrefix}segments`;

export function isStroke(record: TLRecord): record is TLDrawShape | TLHighlightShape {
  return record.typeName === 'shape' && (record.type === 'draw' || record.type === 'highlight');
}

/** `segments` as they stand without the chunks, with the chunks applied. Chunks that fit nothing are passed over. */
export function withInk(segments: unknown, chunks: unknown): unknown {
  if (!(chunks instanceof Y.Array) || chunks.length === 0 || !isSegments(segments)) return segments;
  const drawn = segments.map((segment) => ({ segment, path: new GrowingBytes(buffer.fromBase64(segment.path)) }));
  for (const chunk of chunks.toArray().slice(0, limits.inkChunksMax)) {
    if (isDelta(chunk)) drawn.at(-1)?.path.replaceEnd(chunk[0], chunk[1]);
    else if (isSegments([chunk]))
      drawn.push({
        segment: chunk as TLDrawShapeSegment,
        path: new GrowingBytes(buffer.fromBase64((chunk as TLDrawShapeSegment).path)),
      });
  }
  return drawn.map(({ segment, path }) => ({ ...segment, path: buffer.toBase64(path.bytes()) }));
}

/**
 * Of the keys about to be written for a stroke: turns new segments into chunks while it is being drawn, and at its end puts
 * the plain value in and the chunks away. Call inside a transaction.
 */
export function writeInk(
  map: RecordMap,
  { props }: TLDrawShape | TLHighlightShape,
  keys: Map<string, unknown>,
  replaying: boolean,
): void {
  const chunks = map.get(recordKeys.ink);
  const isEnd = chunks !== undefined && props.isComplete;
  if (!keys.has(segmentsKey) && !isEnd) return;
  const isFull = chunks instanceof Y.Array && chunks.length >= limits.inkChunksMax;
  const before = withInk(plainSegments(map), chunks);
  const goesOn = !replaying && !props.isComplete && !isFull && isSegments(before);
  const news = goesOn ? chunksBetween(before, props.segments) : null;
  if (!news) {
    if (chunks !== undefined) map.delete(recordKeys.ink);
    keys.set(segmentsKey, props.segments);
    return;
  }
  if (chunks instanceof Y.Array) chunks.push(news);
  else map.set(recordKeys.ink, Y.Array.from(news));
  keys.delete(segmentsKey);
}

function plainSegments(map: RecordMap): unknown {
  const base = map.get(recordKeys.base) as { props?: { segments?: unknown } } | undefined;
  return map.get(segmentsKey) ?? base?.props?.segments;
}

/** Null where what was there is not simply gone on with. */
function chunksBetween(before: readonly TLDrawShapeSegment[], after: readonly TLDrawShapeSegment[]): InkChunk[] | null {
  const at = before.length - 1;
  const [from, to] = [before[at], after[at]];
  if (!from || !to || from.type !== to.type || from.dim !== to.dim) return null;
  if (before.slice(0, at).some((segment, i) => segment.path !== after[i]?.path || segment.type !== after[i].type))
    return null;
  const [old, drawn] = [buffer.fromBase64(from.path), buffer.fromBase64(to.path)];
  let same = 0;
  while (same < old.length && same < drawn.length && old[same] === drawn[same]) same++;
  const news: InkChunk[] = after.slice(before.length).map((segment) => ({ ...segment }));
  return from.path === to.path ? news : [[old.length - same, drawn.slice(same)], ...news];
}

function isDelta(chunk: unknown): chunk is readonly [number, Uint8Array] {
  return Array.isArray(chunk) && Number.isInteger(chunk[0]) && chunk[0] >= 0 && chunk[1] instanceof Uint8Array;
}

function isSegments(value: unknown): value is TLDrawShapeSegment[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part: unknown) => typeof part === 'object' && part !== null && 'path' in part && isBase64(part.path))
  );
}

function isBase64(path: unknown): path is string {
  const isBounded = typeof path === 'string' && path.length <= limits.inkCharsMax && path.length % 4 === 0;
  return isBounded && /^[A-Za-z0-9+/]*={0,2}$/.test(path);
}

/** Bytes to which more are added than copied. What grows past the longest path there may be is cut there. */
class GrowingBytes {
  #held: Uint8Array;
  #length: number;

  constructor(start: Uint8Array) {
    this.#held = start;
    this.#length = start.length;
  }

  /** Takes `drop` bytes off the end and adds others. */
  replaceEnd(drop: number, added: Uint8Array): void {
    const kept = Math.max(0, this.#length - drop);
    const more = added.subarray(0, Math.max(0, limits.inkCharsMax - kept));
    if (kept + more.length > this.#held.length) {
      const larger = new Uint8Array(Math.max(2 * this.#held.length, kept + more.length));
      larger.set(this.#held.subarray(0, kept));
      this.#held = larger;
    }
    this.#held.set(more, kept);
    this.#length = kept + more.length;
  }

  bytes(): Uint8Array {
    return this.#held.subarray(0, this.#length);
  }
}
