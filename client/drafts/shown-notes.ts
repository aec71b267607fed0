// After a private round: says that its notes are on the board and leads to them. They may lie where this person does not look.
import { anonymousKey } from '@commonboard/shared/board/notes/group-origin.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import { Box, type Editor, type TLShapeId } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

export interface RoundsHeard {
  rounds: () => readonly PrivateRound[];
  /** Returns its stop. */
  onChange: (listener: () => void) => () => void;
}

/** They come with the document, beside the news that they are there, and many in several pieces. */
const settledMs = 500;
const aboutShown = 'shown-notes';

/** Says nothing of rounds that were over before. Returns its stop. */
export function tellShownNotes(editor: Editor, { rounds, onChange }: RoundsHeard): () => void {
  /** Notes of earlier rounds, and those that somebody has shown already, by the rounds that are open. */
  const before = new Map<string, ReadonlySet<TLShapeId>>();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    for (const { id, stage } of rounds()) {
      const known = before.get(id);
      if (stage === 'open') before.set(id, notesOfRounds(editor));
      else if (stage !== 'revealing') before.delete(id);
      if (stage === 'revealed' && known) waiting = setTimeout(() => tell(editor, known), settledMs);
    }
  }
  const stop = onChange(look);
  look();
  return () => {
    stop();
    clearTimeout(waiting);
  };
}

function tell(editor: Editor, known: ReadonlySet<TLShapeId>): void {
  const fresh = [...notesOfRounds(editor)].filter((id) => !known.has(id));
  const bounds = fresh.flatMap((id) => editor.getShapePageBounds(id) ?? []);
  if (bounds.length === 0 || editor.getViewportPageBounds().contains(Box.Common(bounds))) return;
  const go = { label: t('drafts.shown.go'), onAct: () => showShapes(editor, fresh) };
  showToast('done', t('drafts.shown', { count: fresh.length }), [go], aboutShown);
}

/** On all pages. */
function notesOfRounds(editor: Editor): Set<TLShapeId> {
  const notes = editor.store.allRecords().flatMap((record) => {
    const isOne = record.typeName === 'shape' && (record.meta[anonymousKey] === true || writtenByKey in record.meta);
    return isOne ? [record.id] : [];
  });
  return new Set(notes);
}
