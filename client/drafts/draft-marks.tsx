// A quiet mark on each of one's own drafts, over the canvas: only you see this. Where the round asks for the best, also what chooses it.
import { bestKey, isBest } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { EyeOff, Star } from 'lucide-react';
import { createContext, useContext } from 'react';
import { type Atom, type Editor, type TLShapeId, useEditor, useValue } from 'tldraw';
import { Hidden } from '../ui/hidden.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './draft-marks.module.css';
import { placeInView } from './place-in-view.ts';

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
  width: number;
  isBest: boolean;
}

/** Narrower than this, in px, a mark is its sign alone. */
const wordsFromPx = { only: 132, both: 264 };

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
        <div key={mark.id} className={styles.mark} style={{ left: mark.left, top: mark.top, width: mark.width }}>
          <OnlyYou hasWords={mark.width >= (best === null ? wordsFromPx.only : wordsFromPx.both)} />
          {best !== null && <BestButton mark={mark} isFull={chosen >= best} onChoose={() => choose(editor, mark)} />}
        </div>
      ))}
    </div>
  );
}

function OnlyYou({ hasWords }: { hasWords: boolean }) {
  return (
    <span className={styles.only}>
      <EyeOff size={14} aria-hidden="true" />
      {hasWords ? t('drafts.mark') : <Hidden>{t('drafts.mark')}</Hidden>}
    </span>
  );
}

function BestButton({ mark, isFull, onChoose }: { mark: Mark; isFull: boolean; onChoose: () => void }) {
  const words = mark.isBest ? t('drafts.best.marked') : t('drafts.best.mark');
  return (
    <button
      type="button"
      className={styles.best}
      aria-pressed={mark.isBest}
      disabled={!mark.isBest && isFull}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onChoose}
    >
      <Star size={14} aria-hidden="true" />
      {mark.width >= wordsFromPx.both ? words : <Hidden>{words}</Hidden>}
    </button>
  );
}

/** Of those in view, at their upper corner. */
function marksOf(editor: Editor, ids: ReadonlySet<string>): Mark[] {
  return [...ids].flatMap((id) => {
    const shape = editor.getShape(id as TLShapeId);
    const place = shape && placeInView(editor, shape);
    return place ? [{ id: shape.id, ...place, isBest: isBest(shape) }] : [];
  });
}

function choose(editor: Editor, { id, isBest: was }: Mark): void {
  const shape = editor.getShape(id);
  if (!shape) return;
  editor.updateShape({ id, type: shape.type, meta: { ...shape.meta, [bestKey]: !was } });
}
