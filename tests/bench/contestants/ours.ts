// Ours: the product's own binding and layout, with a bare store in place of the canvas.
import { createBoardBinding } from '@commonboard/shared/board/binding.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import type { TLShapeId } from '@tldraw/tlschema';
import type { Contestant } from './contestant.ts';
import { openYjsSession, type YjsLayout } from './yjs-session.ts';

export const oursLayout: YjsLayout = {
  seed: seedBoard,
  bind(doc, store) {
    let edited: TLShapeId | null = null;
    const binding = createBoardBinding({
      doc,
      store,
      nextFrame: (run) => {
        const frame = requestAnimationFrame(run);
        return () => cancelAnimationFrame(frame);
      },
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    binding.attachEditor({
      isReplaying: () => false,
      runMerge: (merge) => merge(),
      editedId: () => edited,
      showText: () => null,
    });
    return {
      edit: (id) => (edited = id),
      flush: () => binding.flush(),
      stop: () => binding.stop(),
    };
  },
};

export const ours: Contestant = { name: 'ours', open: (options) => openYjsSession(oursLayout, options) };
