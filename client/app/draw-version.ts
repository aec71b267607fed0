// Draws a version of a board off screen, as the canvas would: an editor of its own, in a place that nobody sees.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { versionRecords } from '@commonboard/shared/board/version-records.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeUtils,
  Editor,
  tipTapDefaultExtensions,
  type TLAnyShapeUtilConstructor,
  type TLRecord,
} from 'tldraw';
import { createBoardMode, createBoardStore } from '../canvas/board-store.ts';
import { canvasThemes } from '../canvas/canvas-theme.ts';
import { ZoneShapeUtil } from '../canvas/zone-util.tsx';
import { cardParts } from '../cards/canvas-parts.tsx';
import { makePicture, pictureSize } from '../export/export-picture.ts';

/** tldraw's own and ours, in the one type that an editor takes. */
const shapeUtils = [
  ...defaultShapeUtils,
  ZoneShapeUtil,
  ...cardParts.shapeUtils,
] as unknown as TLAnyShapeUtilConstructor[];
const sideMax = 1280;
const noUpload = (): Promise<string> => Promise.reject(new Error('Nothing is added to a version.'));

/** A PNG; null where there is nothing to draw. Rejects where it cannot be read or drawn. `snapshot`: Yjs V2. */
export async function drawVersion(
  snapshot: Uint8Array,
  { boardId, licenceKey }: { boardId: BoardId; licenceKey: string | null },
): Promise<Blob | null> {
  const records = versionRecords(snapshot);
  const page = firstDrawn(records);
  if (page === null) return null;
  const store = createBoardStore({ boardId, mode: createBoardMode(false), upload: noUpload });
  store.mergeRemoteChanges(() => store.put(records));
  const place = hiddenPlace();
  const editor = new Editor({
    store,
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [],
    getContainer: () => place,
    ...(licenceKey !== null && { licenseKey: licenceKey }),
    fontAssetUrls: getAssetUrlsByImport().fonts,
    options: {
      maxShapesPerPage: limits.shapesPerPageMax,
      text: { tipTapConfig: { extensions: tipTapDefaultExtensions }, addFontsFromNode: defaultAddFontsFromNode },
    },
  });
  try {
    editor.updateThemes((themes) => ({ ...themes, ...canvasThemes }));
    editor.setCurrentPage(page);
    return await drawPage(editor);
  } finally {
    editor.dispose();
    place.remove();
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

/** In the page, because texts are measured there. */
function hiddenPlace(): HTMLElement {
  const place = document.createElement('div');
  place.className = 'tl-container tl-theme__light';
  place.inert = true;
  Object.assign(place.style, { position: 'fixed', insetInlineStart: '-20000px', width: '800px', height: '600px' });
  document.body.append(place);
  return place;
}
