// The toolbar and the actions of the canvas: tldraw's own with a zone tool added and what needs other origins taken out.
import {
  ArrowDownToolbarItem,
  ArrowLeftToolbarItem,
  ArrowRightToolbarItem,
  ArrowToolbarItem,
  ArrowUpToolbarItem,
  AssetToolbarItem,
  CheckBoxToolbarItem,
  CloudToolbarItem,
  DefaultStylePanel,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HeartToolbarItem,
  HexagonToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  OvalToolbarItem,
  RectangleToolbarItem,
  RhombusToolbarItem,
  SelectToolbarItem,
  StarToolbarItem,
  TextToolbarItem,
  ToolbarItem,
  TriangleToolbarItem,
  XBoxToolbarItem,
  type TLComponents,
  type TLUiOverrides,
  type TLUiStylePanelProps,
  EditorAtom,
  useEditor,
  useValue,
} from 'tldraw';
import { createContext, useContext, type ReactNode } from 'react';
import { t } from '../ui/messages/t.ts';
import { addNoteInView } from './first-note.ts';
import { openChat } from './own-signals.ts';

export const canvasOverrides: TLUiOverrides = {
  tools(editor, tools) {
    const { embed: _embed, ...kept } = tools;
    const { note } = tools;
    return {
      ...kept,
      ...(note && {
        note: {
          ...note,
          // From the keyboard there is no pointer to place it with: the note comes to the person.
          onSelect: (source) => (source === 'kbd' ? addNoteInView(editor) : note.onSelect(source)),
        },
      }),
      'more-tools': {
        id: 'more-tools',
        label: t('session.tools.more'),
        icon: 'plus',
        onSelect: () => void wantsAll.set(editor, true),
      },
      'fewer-tools': {
        id: 'fewer-tools',
        label: t('session.tools.fewer'),
        icon: 'minus',
        onSelect: () => void wantsAll.set(editor, false),
      },
      zone: {
        id: 'zone',
        label: t('canvas.tool.zone'),
        icon: 'tool-frame',
        kbd: 'shift+z',
        onSelect: () => void editor.setCurrentTool('zone'),
      },
    };
  },
  actions(editor, actions) {
    const { 'insert-embed': _insert, 'convert-to-embed': _convert, 'open-cursor-chat': _chat, ...kept } = actions;
    return {
      ...kept,
      'say-here': { id: 'say-here', label: t('session.chat'), kbd: '/', onSelect: () => openChat(editor) },
    };
  },
};

/** few: what everybody needs while a session runs, and a switch for the rest. */
export const CanvasToolsContext = createContext<'few' | 'all'>('all');

/** Whether this person wants all of them even so. */
const wantsAll = new EditorAtom('wants all tools', () => false);

function CanvasToolbar() {
  const editor = useEditor();
  const isFew = useContext(CanvasToolsContext) === 'few';
  const hasMore = useValue('wants all tools', () => wantsAll.get(editor), [editor]);
  if (!isFew) return <AllTools />;
  return hasMore ? <AllTools first={<ToolbarItem tool="fewer-tools" />} /> : <FewTools />;
}

function FewTools() {
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <NoteToolbarItem />
      <AssetToolbarItem />
      <ToolbarItem tool="more-tools" />
    </DefaultToolbar>
  );
}

// What a group needs first; the rest of tldraw's tools are behind the arrow at the end.
function AllTools({ first }: { first?: ReactNode }) {
  return (
    <DefaultToolbar>
      {first}
      <SelectToolbarItem />
      <HandToolbarItem />
      <NoteToolbarItem />
      <ToolbarItem tool="zone" />
      <ArrowToolbarItem />
      <DrawToolbarItem />
      <TextToolbarItem />
      <EraserToolbarItem />
      <AssetToolbarItem />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <TriangleToolbarItem />
      <DiamondToolbarItem />
      <HexagonToolbarItem />
      <OvalToolbarItem />
      <RhombusToolbarItem />
      <StarToolbarItem />
      <CloudToolbarItem />
      <HeartToolbarItem />
      <XBoxToolbarItem />
      <CheckBoxToolbarItem />
      <ArrowLeftToolbarItem />
      <ArrowUpToolbarItem />
      <ArrowDownToolbarItem />
      <ArrowRightToolbarItem />
      <LineToolbarItem />
      <HighlightToolbarItem />
      <LaserToolbarItem />
      <FrameToolbarItem />
    </DefaultToolbar>
  );
}

const toolsWithoutStyle: ReadonlySet<string> = new Set(['select', 'hand', 'zoom', 'eraser', 'laser', 'zone']);

/** Their look says what they are. */
const shapesWithoutStyle: ReadonlySet<string> = new Set(['card', 'zone']);

/** Colours and sizes are shown when they would change something, not over the drawing all the time. */
function CanvasStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isOfUse = useValue(
    'style panel is of use',
    () => {
      const selected = editor.getSelectedShapes();
      if (selected.length > 0) return selected.some(({ type }) => !shapesWithoutStyle.has(type));
      return !toolsWithoutStyle.has(editor.getCurrentToolId());
    },
    [editor],
  );
  return isOfUse ? <DefaultStylePanel {...props} /> : null;
}

// People, sharing and the title stand in the bar above the canvas.
export const canvasComponents: TLComponents = {
  Toolbar: CanvasToolbar,
  StylePanel: CanvasStylePanel,
  SharePanel: null,
  TopPanel: null,
  PeopleMenu: null,
  DebugPanel: null,
  DebugMenu: null,
  HelpMenu: null,
  FollowingIndicator: null,
};
