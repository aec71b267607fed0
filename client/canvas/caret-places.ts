// Where a place in a shape's text lies on the page, as the browser has laid the text out: in the open editor if the text is
// being edited here, else in the text as it is shown. Reads the page's elements, changes nothing.
import type { Editor, TLShapeId } from 'tldraw';
import type { TextCaret } from './own-caret.ts';

/** In page units. `x` and `y` are the middle of the caret, `angle` in radians. */
export interface CaretPlace {
  x: number;
  y: number;
  height: number;
  angle: number;
  /** What is selected. Empty in a turned shape. */
  boxes: { x: number; y: number; w: number; h: number }[];
}

const boxesMax = 60;
/** Of a caret in a text that has no letters yet, and so is not drawn. */
const emptyHeight = 24;

/** Null where the text is not on the screen. */
export function placeOfCaret(editor: Editor, caret: TextCaret): CaretPlace | null {
  const shapeId = caret.shapeId as TLShapeId;
  const bounds = editor.getShapePageBounds(shapeId);
  if (!bounds || editor.getCulledShapes().has(shapeId)) return null;
  const angle = editor.getShapePageTransform(shapeId).rotation();
  const root = textElement(editor, shapeId);
  if (!root) return { ...bounds.center.toJson(), height: emptyHeight, angle, boxes: [] };
  const rect = rectOf(spotAt(root, caret.head));
  if (!rect) return null;
  const middle = editor.screenToPage({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  const zoom = editor.getZoomLevel();
  return {
    x: middle.x,
    y: middle.y,
    // A caret has no width, so that of a turned one is all height.
    height: Math.hypot(rect.width, rect.height) / zoom,
    angle,
    boxes: caret.anchor === caret.head || angle !== 0 ? [] : selectedBoxes(editor, root, caret),
  };
}

function textElement(editor: Editor, shapeId: TLShapeId): Element | null {
  const shape = editor.getContainer().querySelector(`[data-shape-id="${CSS.escape(shapeId)}"]`);
  return shape?.querySelector('[contenteditable]') ?? shape?.querySelector('.tl-rich-text') ?? null;
}

function selectedBoxes(editor: Editor, root: Element, { anchor, head }: TextCaret): CaretPlace['boxes'] {
  const range = document.createRange();
  const [first, last] = [spotAt(root, Math.min(anchor, head)), spotAt(root, Math.max(anchor, head))];
  if (!first || !last) return [];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  const zoom = editor.getZoomLevel();
  // A line that is selected whole gives its paragraph's box beside that of its letters.
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0).slice(0, boxesMax);
  return rects.map((rect) => {
    const { x, y } = editor.screenToPage({ x: rect.x, y: rect.y });
    return { x, y, w: rect.width / zoom, h: rect.height / zoom };
  });
}

interface Spot {
  node: Node;
  offset: number;
}

/** Lines are blocks; in each, letters count as UTF-16 units and a break as one. */
function spotAt(root: Element, offset: number): Spot | null {
  let left = offset;
  let last: Spot | null = null;
  for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    last = { node: block, offset: 0 };
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (left <= node.length) return { node, offset: left };
        left -= node.length;
        last = { node, offset: node.length };
      } else if (isBreak(node)) {
        if (left === 0) return { node, offset: 0 };
        left -= 1;
      }
    }
    if (left <= 0) return last;
    left -= 1;
  }
  return last;
}

/** Not the one that only keeps an empty or unfinished line open. */
function isBreak(node: Node): boolean {
  return (
    node instanceof HTMLBRElement && node.nextSibling !== null && !node.classList.contains('ProseMirror-trailingBreak')
  );
}

function rectOf(spot: Spot | null): DOMRect | null {
  if (!spot) return null;
  const range = document.createRange();
  range.setStart(spot.node, spot.offset);
  const found = range.getClientRects()[0];
  if (found && found.height > 0) return found;
  // An empty line: its break stands where a first letter would.
  const element = spot.node instanceof Element ? spot.node : spot.node.parentElement;
  const rect = (element?.querySelector('br') ?? element)?.getBoundingClientRect();
  return rect && rect.height > 0 ? new DOMRect(rect.x, rect.y, 0, rect.height) : null;
}
