// The tldraw canvas as this product sets it up. Knows a store and a person, not where changes come from.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useMemo } from 'react';
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultFontStyle,
  Tldraw,
  type Editor,
  type TLComponents,
  type TldrawOptions,
  type TLStore,
  type TLUiOverrides,
} from 'tldraw';
import 'tldraw/tldraw.css';
import './canvas-theme.css';
import { showToast } from '../ui/toast-list.ts';
import { CanvasCrashContext, CanvasCrashed, ShapeCrashed, type CanvasCrash } from './canvas-crash.tsx';
import { refuseTooMuch } from './allowed-changes.ts';
import type { CanvasParts } from './canvas-parts.ts';
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
import { ShapeWrapper } from './shape-wrapper.tsx';
import { keepZoneLocks } from './zone-locks.ts';
import { ZoneShapeTool } from './zone-tool.ts';
import { ZoneShapeUtil } from './zone-util.tsx';

// tldraw compares these by identity; a new one would build a new editor.
const assetUrls = getAssetUrlsByImport();
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
/** For one set of parts, once. */
function fittings({ shapeUtils, Over, MenuItems, actions }: CanvasParts, isScreen: boolean) {
  const components: TLComponents = {
    ...canvasComponents,
    InFrontOfTheCanvas: isScreen
      ? null
      : () => (
          <>
            <OverCanvas />
            <Over />
          </>
        ),
    ContextMenu: (props) => (
      <DefaultContextMenu {...props}>
        <MenuItems />
        <DefaultContextMenuContent />
      </DefaultContextMenu>
    ),
    ShapeWrapper,
    ErrorFallback: CanvasCrashed,
    ShapeErrorFallback: ShapeCrashed,
  };
  return {
    components,
    shapeUtils: [ZoneShapeUtil, ...shapeUtils],
    overrides: [canvasOverrides, actionOverrides(actions)],
  };
}

function actionOverrides(more: CanvasParts['actions']): TLUiOverrides {
  return {
    actions: (editor, actions) => ({
      ...actions,
      ...Object.fromEntries(more(editor).map((action) => [action.id, action])),
    }),
  };
}

export interface BoardCanvasProps {
  store: TLStore;
  self: CanvasSelf;
  licenceKey: string | null;
  /** What other features add. */
  parts: CanvasParts;
  isFacilitator: boolean;
  /** Nothing but the drawing: no tools, nobody's cursor. */
  isScreen?: boolean;
  /** What is offered where the canvas meets a mistake. */
  crash: CanvasCrash;
  /** Called once; what it returns is called when the canvas goes. */
  onEditor: (editor: Editor) => () => void;
}

export function BoardCanvas(props: BoardCanvasProps) {
  const { store, self, licenceKey, parts, isFacilitator, isScreen = false, crash, onEditor } = props;
  const user = useMemo(() => canvasUser(self), [self]);
  const { components, shapeUtils, overrides } = useMemo(() => fittings(parts, isScreen), [parts, isScreen]);
  return (
    <CanvasCrashContext value={crash}>
      <Tldraw
        store={store}
        user={user}
        {...(licenceKey === null ? {} : { licenseKey: licenceKey })}
        shapeUtils={shapeUtils}
        tools={tools}
        overrides={overrides}
        components={components}
        hideUi={isScreen}
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
          const stops = [
            makeNotesYellow(editor),
            keepTyping(editor),
            removeRefusedPictures(editor),
            refuseTooMuch(editor),
            keepZoneLocks(editor, isFacilitator),
            parts.watch(editor),
            onEditor(editor),
          ];
          return () => {
            for (const stop of stops) stop();
          };
        }}
      />
    </CanvasCrashContext>
  );
}
