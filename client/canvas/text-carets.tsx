// Carets of others in texts: a thin line in the person's colour, their name for a moment, and what they have selected. Drawn
// in a layer over the canvas and not in the texts, so that no text moves, no export has them, and those who only look see them.
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useEditor, useQuickReactor, useValue, type Editor } from 'tldraw';
import { inkOn } from '../ui/person-mark.ts';
import { placeOfCaret, type CaretPlace } from './caret-places.ts';
import { caretOfPerson, type PersonCaret } from './other-people.ts';
import styles from './text-carets.module.css';

interface DrawnCaret {
  id: string;
  name: string;
  color: string;
  /** Another where the person has moved the caret, the same where others' letters have. */
  move: string;
  place: CaretPlace;
  /** The flag goes to the other side of the caret where it would leave the screen. */
  isAtEdge: boolean;
}

const caretsPerTextMax = 8;
/** Width of the longest flag, in px. */
const flagPx = 112;

export function TextCarets() {
  const editor = useEditor();
  const layer = useRef<HTMLDivElement>(null);
  useQuickReactor(
    'camera of the carets',
    () => {
      const { x, y, z } = editor.getCamera();
      layer.current?.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`);
      layer.current?.style.setProperty('--zoom', String(z));
    },
    [editor],
  );
  const drawn = useDrawnCarets(editor);
  return (
    <div ref={layer} className={styles.layer} aria-hidden>
      {drawn.map((caret) => (
        <Caret key={caret.id} {...caret} />
      ))}
    </div>
  );
}

function Caret({ name, color, move, place, isAtEdge }: DrawnCaret) {
  const { x, y, height, angle, boxes } = place;
  return (
    <>
      {boxes.map((box) => (
        <div
          key={`${box.x} ${box.y} ${box.w}`}
          className={styles.tint}
          data-selected-by={name}
          style={{ left: box.x, top: box.y, width: box.w, height: box.h, background: color }}
        />
      ))}
      <div
        className={styles.caret}
        data-caret-of={name}
        style={{ height, background: color, transform: `translate(${x}px, ${y - height / 2}px) rotate(${angle}rad)` }}
      >
        <span
          key={move}
          className={styles.flag}
          data-edge={isAtEdge}
          style={{ background: color, color: inkOn(color) } satisfies CSSProperties}
        >
          {name}
        </span>
      </div>
    </>
  );
}

/** Measured at each tick of the canvas while somebody writes: fonts, others' letters and moved shapes all change the place. */
function useDrawnCarets(editor: Editor): readonly DrawnCaret[] {
  const [drawn, setDrawn] = useState<readonly DrawnCaret[]>([]);
  const carets = useValue('carets of others', () => caretsHere(editor), [editor]);
  useEffect(() => {
    let before = '';
    const measure = (): void => {
      const next = carets.flatMap((caret) => drawnCaret(editor, caret));
      const now = JSON.stringify(next);
      if (now !== before) setDrawn(next);
      before = now;
    };
    measure();
    if (carets.length === 0) return;
    editor.on('tick', measure);
    return () => void editor.off('tick', measure);
  }, [editor, carets]);
  return drawn;
}

function caretsHere(editor: Editor): PersonCaret[] {
  const countOf = new Map<string, number>();
  return editor.getCollaboratorsOnCurrentPage().flatMap((person) => {
    const caret = caretOfPerson(person);
    if (!caret) return [];
    const count = (countOf.get(caret.shapeId) ?? 0) + 1;
    countOf.set(caret.shapeId, count);
    return count <= caretsPerTextMax ? [caret] : [];
  });
}

function drawnCaret(editor: Editor, caret: PersonCaret): DrawnCaret[] {
  const place = placeOfCaret(editor, caret);
  if (!place) return [];
  const { x } = editor.pageToViewport(place);
  const isAtEdge = x + flagPx > editor.getViewportScreenBounds().w;
  const { id, name, color, move } = caret;
  return [{ id, name, color, move, place, isAtEdge }];
}
