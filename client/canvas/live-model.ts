// The board as the domain reads it, kept current while people work: a moment after the last change, and not while somebody here
// is writing or dragging, so that what is computed from it stays quiet.
import { boardModel, type BoardFacts } from '@commonboard/shared/board/board-model.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { useEffect, useState } from 'react';
import type { Editor } from 'tldraw';

const quietMs = 400;

/** Call `onModel` with the board now, and again after each change of it. Returns its stop. */
function watchModel(editor: Editor, facts: BoardFacts, onModel: (model: BoardModel) => void): () => void {
  let timer: number | undefined;
  const read = (): void => onModel(modelNow(editor, facts));
  const later = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (isBusy(editor) ? later() : read()), quietMs);
  };
  read();
  const stop = editor.store.listen(later, { scope: 'document' });
  return () => {
    stop();
    window.clearTimeout(timer);
  };
}

/** As it is at this moment, for what is done with it once: what is shown may be a moment old. */
export function modelNow(editor: Editor, facts: BoardFacts): BoardModel {
  return boardModel(editor.store.allRecords(), { title: facts.title, template: facts.template });
}

/** Null until it has been read. */
export function useBoardModel(editor: Editor, { title, template }: BoardFacts): BoardModel | null {
  const [model, setModel] = useState<BoardModel | null>(null);
  useEffect(() => watchModel(editor, { title, template }, setModel), [editor, title, template]);
  return model;
}

function isBusy(editor: Editor): boolean {
  return editor.getEditingShapeId() !== null || editor.inputs.getIsDragging();
}
