// The name of who wrote it, on notes of a named round: over the canvas, across their lower edge.
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import { type Editor, type TLShape, useEditor, useValue } from 'tldraw';
import styles from './draft-marks.module.css';
import { placeInView } from './place-in-view.ts';

/** Smaller, in px, and a name would cover the note. */
const widthMinPx = 96;
const namesMax = 200;

export function WriterNames() {
  const editor = useEditor();
  const notes = useValue(
    'notes with a name',
    () => editor.getCurrentPageShapes().filter((shape) => nameOn(shape) !== null),
    [editor],
  );
  const names = useValue('names in view', () => namesOf(editor, notes), [editor, notes]);
  return (
    <div className={styles.layer}>
      {names.map(({ id, name, left, top, width }) => (
        <span key={id} className={styles.name} style={{ left, top, maxWidth: width }} dir="auto">
          {name}
        </span>
      ))}
    </div>
  );
}

function nameOn({ meta }: TLShape): string | null {
  const name = meta[writtenByKey];
  return typeof name === 'string' ? name : null;
}

function namesOf(editor: Editor, notes: readonly TLShape[]) {
  const names = notes.flatMap((note) => {
    const place = placeInView(editor, note);
    if (!place || place.width < widthMinPx) return [];
    const { left, top, width, height } = place;
    return [{ id: note.id, name: nameOn(note), left, top: top + height, width }];
  });
  return names.slice(0, namesMax);
}
