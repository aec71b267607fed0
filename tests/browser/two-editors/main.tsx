// Two real editors in one page, each with a document and a binding of its own; a test passes updates between them by hand.
import { cardParts } from '@commonboard/client/cards/canvas-parts.tsx';
import { BoardCanvas, type BoardCanvasProps } from '@commonboard/client/canvas/board-canvas.tsx';
import { createBoardMode, createBoardStore } from '@commonboard/client/canvas/board-store.ts';
import { isReplayingHistory } from '@commonboard/client/canvas/replaying-history.ts';
import { BINDING, createBoardBinding, type BoardBinding } from '@commonboard/shared/board/binding.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { createRoot } from 'react-dom/client';
import type { TLStore } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { playRound, type RoundResult } from './round.ts';

export type Editor = Parameters<BoardCanvasProps['onEditor']>[0];

export interface Side {
  doc: Y.Doc;
  store: TLStore;
  binding: BoardBinding;
  editor: Editor;
  /** Updates this side's binding wrote, oldest first. */
  sent: Uint8Array[];
  /** Draws what has come. */
  frame: () => void;
}

declare global {
  interface Window {
    /** Resolves when both editors are there. */
    twoEditors: Promise<{ round(seed: number, acts: number): RoundResult }>;
  }
}

const template = findTemplate('stakeholder-grid');
if (!template) throw new Error('The template is there.');
const start = new Y.Doc();
seedBoard(start, templateRecords(template, 'en'));
const seed = Y.encodeStateAsUpdate(start);

function mountSide(name: string): Promise<Side> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === BINDING) sent.push(update);
  });
  const store = createBoardStore({
    boardId: 'AAAAAAAAAAAAAAAA' as BoardId,
    mode: createBoardMode(true),
    upload: () => Promise.reject(new Error('There is no server.')),
  });
  const due = new Set<() => void>();
  const hold = (run: () => void): (() => void) => {
    due.add(run);
    return () => due.delete(run);
  };
  const binding = createBoardBinding({ doc, store, nextFrame: hold, after: (_ms, run) => hold(run) });
  const frame = (): void => {
    const runs = [...due];
    due.clear();
    for (const run of runs) run();
  };
  const place = document.createElement('div');
  place.style.position = 'relative';
  document.querySelector('#root')?.append(place);
  const crash = {
    onReload: () => undefined,
    onText: () => undefined,
    onData: () => undefined,
    onHome: () => undefined,
    onCrash: () => undefined,
  };
  return new Promise((resolve) => {
    const onEditor = (editor: Editor): (() => void) => {
      binding.attachEditor({
        isReplaying: () => isReplayingHistory(editor),
        runMerge: (merge) => void editor.run(merge, { history: 'ignore', ignoreShapeLock: true }),
        editedId: () => null,
        showText: () => null,
      });
      resolve({ doc, store, binding, editor, sent, frame });
      return () => undefined;
    };
    const self = { participantId: `p${name.padEnd(16, '0')}`, name, color: '#0b6e69' };
    createRoot(place).render(
      <BoardCanvas
        store={store}
        self={self}
        licenceKey={null}
        parts={cardParts}
        isFacilitator
        crash={crash}
        onEditor={onEditor}
      />,
    );
  });
}

window.twoEditors = Promise.all([mountSide('Ana'), mountSide('Ben')]).then((sides) => ({
  round: (roundSeed, acts) => playRound(sides, roundSeed, acts),
}));
