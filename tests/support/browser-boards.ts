// Boards made and read over HTTP, beside the browser: what a test needs to begin with, and what the server holds at its end.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { isWritten } from '@commonboard/shared/board/notes/written-shape.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';

/** Page units. */
export interface PageBox {
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Reached {
  readonly origin: string;
}

export const tocTemplate = 'toc-backward-map';

/** A blank board where no template is named. */
export async function newBoard({ origin }: Reached, template?: string): Promise<CreatedBoard> {
  return await answer(origin, '/api/boards', { body: template === undefined ? {} : { template } });
}

export async function joinByApi(
  { origin }: Reached,
  { id, keys }: CreatedBoard,
  role: Role,
  name = 'Outside',
): Promise<Joined> {
  return await answer(origin, `/api/boards/${id}/join`, { body: { key: keys[role], name } });
}

export async function deleteBoard({ origin }: Reached, { id }: CreatedBoard, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${origin}/api/boards/${id}`, { method: 'DELETE', headers });
  if (!response.ok) throw new Error(`The board was not deleted: ${response.status}`);
}

/** What the server holds, without being anybody on the board's list of people. */
export async function recordsOf(server: Reached, board: CreatedBoard): Promise<TLRecord[]> {
  const { token } = await joinByApi(server, board, 'view');
  const { records } = await answer<{ records: TLRecord[] }>(server.origin, `/api/boards/${board.id}/records`, {
    token,
  });
  return records;
}

export async function shapesOf(server: Reached, board: CreatedBoard): Promise<TLShape[]> {
  return (await recordsOf(server, board)).filter((record) => record.typeName === 'shape');
}

/** Texts of the notes, and of the cards that zones have made of notes, in no order. */
export async function notesOf(server: Reached, board: CreatedBoard): Promise<string[]> {
  return (await shapesOf(server, board)).flatMap((shape) => (isWritten(shape) ? [textOf(shape)] : []));
}

/** Where the note with this text lies on the page, or the card that a zone has made of it. */
export function noteBox(shapes: readonly TLShape[], text: string): PageBox {
  const note = shapes.find((shape) => isWritten(shape) && textOf(shape) === text);
  if (!note) throw new Error(`No note says "${text}".`);
  const { x, y } = pagePoint(shapes, note);
  // A card of one line is as high as this at least.
  return isCard(note) ? { x, y, w: note.props.w, h: 84 } : { x, y, w: 200, h: 200 };
}

export function zonesOf(shapes: readonly TLShape[]): ZoneShape[] {
  return shapes.filter(isZone);
}

function pagePoint(shapes: readonly TLShape[], { x, y, parentId }: TLShape): { x: number; y: number } {
  const parent = shapes.find(({ id }) => id === parentId);
  if (!parent) return { x, y };
  const at = pagePoint(shapes, parent);
  return { x: at.x + x, y: at.y + y };
}

function textOf(shape: TLShape): string {
  return 'richText' in shape.props ? plainFromRichText(shape.props.richText) : '';
}

async function answer<T>(
  origin: string,
  path: string,
  { body, token }: { body?: unknown; token?: string },
): Promise<T> {
  const response = await fetch(origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
