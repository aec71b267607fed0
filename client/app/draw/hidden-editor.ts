// An editor that nobody sees: draws records that are not on this page's canvas, or not in this way, as the canvas would.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
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
import { createBoardMode, createBoardStore } from '../../canvas/board-store.ts';
import { canvasThemes } from '../../canvas/canvas-theme.ts';
import { ZoneShapeUtil } from '../../canvas/zone-util.tsx';
import { cardParts } from '../../cards/canvas-parts.tsx';

export interface HiddenPlace {
  /** Whose pictures the records name. */
  boardId: BoardId;
  licenceKey: string | null;
}

export interface HiddenEditor {
  editor: Editor;
  stop: () => void;
}

/** tldraw's own and ours, in the one type that an editor takes. */
const shapeUtils = [
  ...defaultShapeUtils,
  ZoneShapeUtil,
  ...cardParts.shapeUtils,
] as unknown as TLAnyShapeUtilConstructor[];
const noUpload = (): Promise<string> => Promise.reject(new Error('Nothing is added to what is only drawn.'));

export function openHiddenEditor(records: readonly TLRecord[], { boardId, licenceKey }: HiddenPlace): HiddenEditor {
  const store = createBoardStore({ boardId, mode: createBoardMode(false), upload: noUpload });
  store.mergeRemoteChanges(() => store.put([...records]));
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
  editor.updateThemes((themes) => ({ ...themes, ...canvasThemes }));
  return {
    editor,
    stop: () => {
      editor.dispose();
      place.remove();
    },
  };
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
