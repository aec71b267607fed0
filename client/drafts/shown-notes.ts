// After a private round: says that its notes are on the board and leads to them. They may lie where this person does not look.
import { anonymousKey } from '@commonboard/shared/board/notes/group-origin.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import { type Editor, react, type TLShapeId } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { t } from '../ui/messages/t.ts';
import { closeToastAbout, showToast } from '../ui/toast-list.ts';

export interface RoundsHeard {
  rounds: () => readonly PrivateRound[];
  /** Returns its stop. */
  onChange: (listener: () => void) => () => void;
}

/** They come with the document, beside the news that they are there, and many in several pieces. */
const settledMs = 500;
const offeredMs = 30_000;
const aboutShown = 'shown-notes';

/** Says nothing of rounds that were over before. Returns its stop. */
export function tellShownNotes(editor: Editor, { rounds, onChange }: RoundsHeard): () => void {
  /** Notes of earlier rounds, and those that somebody has shown already, by the rounds that are open. */
  const before = new Map<string, ReadonlySet<TLShapeId>>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let withdraw = (): void => undefined;

  function look(): void {
    for (const { id, stage } of rounds()) {
      const known = before.get(id);
      if (stage === 'open') before.set(id, notesOfRounds(editor));
      else if (stage !== 'revealing') before.delete(id);
      if (stage !== 'revealed' || !known) continue;
      waiting = setTimeout(() => {
        withdraw();
        withdraw = tell(editor, known);
      }, settledMs);
    }
  }
  const stop = onChange(look);
  look();
  return () => {
    stop();
    clearTimeout(waiting);
    withdraw();
  };
}

/** Until most of them are seen, or for a while. Returns its stop. */
function tell(editor: Editor, known: ReadonlySet<TLShapeId>): () => void {
  const fresh = [...notesOfRounds(editor)].filter((id) => !known.has(id));
  if (areSeen(editor, fresh)) return () => undefined;
  const go = { label: t('drafts.shown.go'), onAct: () => showShapes(editor, fresh) };
  showToast('done', t('drafts.shown', { count: fresh.length }), [go], aboutShown);
  const end = (): void => {
    clearTimeout(timer);
    stop();
    closeToastAbout(aboutShown);
  };
  const timer = setTimeout(end, offeredMs);
  const stop = react('shown notes are seen', () => {
    if (areSeen(editor, fresh)) closeToastAbout(aboutShown);
  });
  return end;
}

function areSeen(editor: Editor, notes: readonly TLShapeId[]): boolean {
  const view = editor.getViewportPageBounds();
  const seen = notes.filter((id) => {
    const bounds = editor.getShapePageBounds(id);
    return bounds && editor.getAncestorPageId(id) === editor.getCurrentPageId() && view.containsPoint(bounds.center);
  });
  return seen.length * 2 >= notes.length;
}

/** On all pages. */
function notesOfRounds(editor: Editor): Set<TLShapeId> {
  const notes = editor.store.allRecords().flatMap((record) => {
    const isOne = record.typeName === 'shape' && (record.meta[anonymousKey] === true || writtenByKey in record.meta);
    return isOne ? [record.id] : [];
  });
  return new Set(notes);
}
