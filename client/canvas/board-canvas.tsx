// The tldraw canvas as this product sets it up. Knows a store and a person, not where changes come from.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useMemo } from 'react';
import { DefaultFontStyle, Tldraw, type Editor, type TLComponents, type TldrawOptions, type TLStore } from 'tldraw';
import 'tldraw/tldraw.css';
import './canvas-theme.css';
import { showToast } from '../ui/toast-list.ts';
import { CanvasCrashContext, CanvasCrashed, ShapeCrashed, type CanvasCrash } from './canvas-crash.tsx';
import { refuseTooMuch } from './allowed-changes.ts';
import { canvasUser, type CanvasSelf } from './canvas-preferences.ts';
import { canvasComponents, canvasOverrides } from './canvas-tools.tsx';
import { canvasThemes } from './canvas-theme.ts';
import { showAll } from './first-view.ts';
import { keepListsFresh } from './fresh-lists.ts';
import { keepTyping } from './kept-typing.ts';
import { makeNotesYellow } from './note-color.ts';
import { OverCanvas } from './over-canvas.tsx';
import { removeRefusedPictures } from './refused-pictures.ts';
import { registerPastedContent } from './pasted-content.ts';
import { ZoneShapeTool } from './zone-tool.ts';
import { ZoneShapeUtil } from './zone-util.tsx';

// tldraw compares these by identity; a new one would build a new editor.
const assetUrls = getAssetUrlsByImport();
const shapeUtils = [ZoneShapeUtil];
const tools = [ZoneShapeTool];
const options: Partial<TldrawOptions> = {
  maxShapesPerPage: limits.shapesPerPageMax,
  // A text that is opened has the focus already. Its editor would put the caret at the start a moment later, behind the back
  // of who types at once.
  text: { tipTapConfig: { autofocus: false } },
};
const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
const noVideo: string[] = [];
const noEmbeds: [] = [];
const components: TLComponents = {
  ...canvasComponents,
  InFrontOfTheCanvas: OverCanvas,
  ErrorFallback: CanvasCrashed,
  ShapeErrorFallback: ShapeCrashed,
};

export interface BoardCanvasProps {
  store: TLStore;
  self: CanvasSelf;
  licenceKey: string | null;
  /** What is offered where the canvas meets a mistake. */
  crash: CanvasCrash;
  /** Called once; what it returns is called when the canvas goes. */
  onEditor: (editor: Editor) => () => void;
}

export function BoardCanvas({ store, self, licenceKey, crash, onEditor }: BoardCanvasProps) {
  const user = useMemo(() => canvasUser(self), [self]);
  return (
    <CanvasCrashContext value={crash}>
      <Tldraw
        store={store}
        user={user}
        {...(licenceKey === null ? {} : { licenseKey: licenceKey })}
        shapeUtils={shapeUtils}
        tools={tools}
        overrides={canvasOverrides}
        components={components}
        assetUrls={assetUrls}
        options={options}
        themes={canvasThemes}
        acceptedImageMimeTypes={imageTypes}
        acceptedVideoMimeTypes={noVideo}
        maxAssetSize={limits.imageBytesMax}
        embeds={noEmbeds}
        onMount={(editor) => {
          registerPastedContent(editor, (sentence) => showToast('trouble', sentence));
          // Read from a projector and by second-language readers: plain letters unless somebody chooses others.
          editor.run(() => editor.setStyleForNextShapes(DefaultFontStyle, 'sans'), { history: 'ignore' });
          showAll(editor);
          keepListsFresh(editor);
          const stopColors = makeNotesYellow(editor);
          const stopKeeping = keepTyping(editor);
          const stopRefused = removeRefusedPictures(editor);
          const stopTooMuch = refuseTooMuch(editor);
          const stopEditor = onEditor(editor);
          return () => {
            stopColors();
            stopKeeping();
            stopRefused();
            stopTooMuch();
            stopEditor();
          };
        }}
      />
    </CanvasCrashContext>
  );
}
