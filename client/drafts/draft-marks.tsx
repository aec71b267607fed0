// A quiet mark on each of one's own drafts, over the canvas: only you see this. Where the round asks for the best, also what chooses it.
import { bestKey, isBest } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { EyeOff, Star } from 'lucide-react';
import { createContext, useContext } from 'react';
import { type Atom, type Editor, type TLShapeId, useEditor, useValue } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import styles from './draft-marks.module.css';

export interface ShownDrafts {
  ids: Atom<ReadonlySet<string>>;
  round: PrivateRound | null;
  /** Removes a note of an anonymous round and silences its author; null for who may not. */
  onSilence: ((note: string) => void) | null;
}

export const DraftsContext = createContext<ShownDrafts | null>(null);

interface Mark {
  id: TLShapeId;
  left: number;
  top: number;
  isBest: boolean;
}

export function DraftMarks() {
  const drafts = useContext(DraftsContext);
  return drafts && <Marks {...drafts} />;
}

function Marks({ ids, round }: ShownDrafts) {
  const editor = useEditor();
  const marks = useValue('marks of drafts', () => marksOf(editor, ids.get()), [editor, ids]);
  const best = round?.best ?? null;
  const chosen = marks.filter((mark) => mark.isBest).length;
  return (
    <div className={styles.layer}>
      {marks.map((mark) => (
        <div key={mark.id} className={styles.mark} style={{ left: mark.left, top: mark.top }}>
          <span className={styles.only}>
            <EyeOff size={14} aria-hidden="true" />
            {t('drafts.mark')}
          </span>
          {best !== null && (
            <button
              type="button"
              className={styles.best}
              aria-pressed={mark.isBest}
              disabled={!mark.isBest && chosen >= best}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => choose(editor, mark)}
            >
              <Star size={14} aria-hidden="true" />
              {mark.isBest ? t('drafts.best.marked') : t('drafts.best.mark')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

/** Of those in view, at their upper corner. */
function marksOf(editor: Editor, ids: ReadonlySet<string>): Mark[] {
  const view = editor.getViewportPageBounds();
  return [...ids].flatMap((id) => {
    const shape = editor.getShape(id as TLShapeId);
    const bounds = shape && editor.getShapePageBounds(shape);
    if (!bounds || !view.collides(bounds) || editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return [];
    const corner = editor.pageToViewport(bounds.point);
    return [{ id: shape.id, left: corner.x, top: corner.y, isBest: isBest(shape) }];
  });
}

function choose(editor: Editor, { id, isBest: was }: Mark): void {
  const shape = editor.getShape(id);
  if (!shape) return;
  editor.updateShape({ id, type: shape.type, meta: { ...shape.meta, [bestKey]: !was } });
}
