// Draws a version of a board off screen, as the canvas would.
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Editor, TLRecord } from 'tldraw';
import { makePicture, pictureSize } from '../../export/export-picture.ts';
import { type HiddenPlace, openHiddenEditor } from './hidden-editor.ts';

const sideMax = 1280;

/** A PNG; null where there is nothing to draw. Rejects where it cannot be read or drawn. `snapshot`: Yjs V2. */
export async function drawVersion(snapshot: Uint8Array, where: HiddenPlace): Promise<Blob | null> {
  const records = versionRecords(snapshot);
  const page = firstDrawn(records);
  if (page === null) return null;
  const { editor, stop } = openHiddenEditor(records, where);
  try {
    editor.setCurrentPage(page);
    return await drawPage(editor);
  } finally {
    stop();
  }
}

async function drawPage(editor: Editor): Promise<Blob | null> {
  const whole = { scope: { kind: 'page' }, format: 'png', background: true, dark: false } as const;
  const size = pictureSize(editor, whole.scope, 1);
  if (!size) return null;
  const scale = Math.min(1, sideMax / Math.max(size.width, size.height));
  const picture = await makePicture(editor, { ...whole, scale });
  // Photographs and the like: smaller, so that it can be kept.
  return picture.size <= limits.versionPictureBytesMax ? picture : makePicture(editor, { ...whole, scale: scale / 3 });
}

/** The first page that has anything on it. */
function firstDrawn(records: readonly TLRecord[]) {
  const shapes = records.filter((record) => record.typeName === 'shape');
  const pages = records
    .filter((record) => record.typeName === 'page')
    .toSorted((a, b) => (a.index < b.index ? -1 : 1))
    .filter(({ id }) => shapes.some(({ parentId }) => parentId === id));
  return pages[0]?.id ?? null;
}
