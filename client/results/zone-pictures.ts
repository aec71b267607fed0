// Pictures of the zones for the document. A zone that would show what the copy leaves out is not drawn, and that is said.
import type { Exported } from '@commonboard/shared/domain/harvest/for-export.ts';
import { oneWay } from '@commonboard/shared/domain/harvest/table.ts';
import type { BoardModel, Zone } from '@commonboard/shared/domain/model.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Box, Editor, TLShapeId } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { filledPart } from './filled-part.ts';

export interface ZonePicture {
  zone: string;
  /** Base64. */
  png: string;
  alt: string;
  caption: string;
}

export interface ZonePictures {
  pictures: ZonePicture[];
  /** Sentences: which zones are not drawn, and why. */
  leftOut: string[];
}

/** A PNG of this part of its page with so many pixels for each page unit, the zone's ground and heading included. */
export type DrawZone = (zoneId: TLShapeId, part: Box, scale: number) => Promise<Blob>;

/** An editor with a board in it, and what draws the zones of all its pages. */
export interface ZoneDrawer {
  editor: Editor;
  draw: DrawZone;
}

interface Drawing {
  onProgress: (done: number, count: number) => void;
  signal: AbortSignal;
  /** Of the room that the pictures may take, so much is for these. */
  share?: number;
}

/** Pixels: twice what a page of paper shows. */
const pictureSideMax = 1_280;
const altCharsMax = 600;
/** Of the JSON that they travel in, and some room for the rest of it. */
const lettersMax = limits.reportBodyBytesMax - 256 * 1024;

/** Rejects with the signal's reason when it is cancelled. */
export async function zonePictures(
  { editor, draw }: ZoneDrawer,
  board: BoardModel,
  exported: Exported,
  { onProgress, signal, share = 1 }: Drawing,
): Promise<ZonePictures> {
  const hidden = hiddenIds(board, exported.model);
  const filled = exported.model.zones.filter(({ id }) => holdsSomething(exported.model, id));
  const shown = filled.filter(({ id }) => !shows(editor, id, hidden));
  const drawn = shown.slice(0, limits.reportPicturesMax);
  const pictures: ZonePicture[] = [];
  let [letters, failed, tooLarge] = [0, 0, shown.length - drawn.length];
  for (const [i, zone] of drawn.entries()) {
    onProgress(i + 1, drawn.length);
    signal.throwIfAborted();
    const png = await drawnZone(editor, zone, draw);
    if (png === null) failed += 1;
    else if (letters + png.length > lettersMax * share) tooLarge += 1;
    else {
      letters += png.length;
      pictures.push({ zone: zone.id, png, ...wordsOf(zone, exported.model) });
    }
  }
  signal.throwIfAborted();
  return {
    pictures,
    leftOut: [
      ...counted(filled.length - shown.length, (count) => t('results.left-out.zones', { count })),
      ...counted(failed, (count) => t('results.left-out.failed', { count })),
      ...counted(tooLarge, (count) => t('results.left-out.size', { count })),
    ],
  };
}

async function drawnZone(editor: Editor, { id }: Zone, draw: DrawZone): Promise<string | null> {
  const zoneId = id as TLShapeId;
  const part = filledPart(editor, zoneId);
  if (!part) return null;
  const scale = Math.min(2, pictureSideMax / Math.max(part.w, part.h));
  try {
    return base64(new Uint8Array(await (await draw(zoneId, part, scale)).arrayBuffer()));
  } catch {
    // The browser could not draw it; that it is missing is said.
    return null;
  }
}

/** What is on the board and not in this copy, examples included. */
function hiddenIds(board: BoardModel, kept: BoardModel): Set<string> {
  const ids = new Set([...kept.cards, ...kept.notes].map(({ id }) => id));
  return new Set([...board.cards, ...board.notes].map(({ id }) => id).filter((id) => !ids.has(id)));
}

function shows(editor: Editor, zoneId: string, hidden: ReadonlySet<string>): boolean {
  return [...editor.getShapeAndDescendantIds([zoneId as TLShapeId])].some((id) => hidden.has(id));
}

function holdsSomething({ cards, notes }: BoardModel, zoneId: string): boolean {
  return [...cards, ...notes].some((one) => one.zoneId === zoneId);
}

/** For those who do not see the picture: what the report says of this zone. */
function wordsOf(zone: Zone, { cards, notes }: BoardModel): { alt: string; caption: string } {
  const caption = oneWay(zone.title) || t('results.caption.untitled');
  const texts = [...cards.map(({ zoneId, title }) => ({ zoneId, title })), ...notes.map(noteWords)]
    .filter(({ zoneId, title }) => zoneId === zone.id && title.trim() !== '')
    .map(({ title }) => oneWay(title).replaceAll('\n', ' '));
  const words = t('results.alt', { title: caption, words: texts.join('; ') });
  return { caption, alt: words.length > altCharsMax ? `${words.slice(0, altCharsMax)}…` : words };
}

function noteWords({ zoneId, text }: BoardModel['notes'][number]): { zoneId: string | null; title: string } {
  return { zoneId, title: text };
}

function counted(count: number, say: (count: number) => string): string[] {
  return count > 0 ? [say(count)] : [];
}

function base64(bytes: Uint8Array): string {
  const chunk = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
