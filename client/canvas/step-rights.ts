// In a step in which people change only what is their own, the canvas does not begin what the server would refuse: a refused
// change costs a fresh start. It is no promise; the server's gate is.
import type { Rights } from '@commonboard/shared/session/phase.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor, TLShape } from 'tldraw';
import { refusedHereText } from '../ui/messages/session-text.ts';
import { showToast } from '../ui/toast-list.ts';

export interface StepRights {
  /** At this moment, for this person. */
  rights: () => Rights;
  isOwn: (shape: string) => boolean;
}

const toldEveryMs = 4_000;

/** Returns its stop. */
export function keepStepRights(editor: Editor, { rights, isOwn }: StepRights): () => void {
  let toldAt = -Infinity;
  const refused = (now: Rights): boolean => {
    // A drag asks once for each step.
    const at = performance.now();
    if (now !== 'free' && at - toldAt > toldEveryMs) {
      toldAt = at;
      showToast('trouble', refusedHereText(now));
    }
    return true;
  };
  const stops = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      const now = rights();
      if (source !== 'user' || now === 'free' || isOwn(before.id)) return after;
      const isAllowed = now === 'move' && !isZone(before) && isOnlyMoved(before, after);
      return !isAllowed && refused(now) ? before : after;
    }),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      const now = rights();
      if (source !== 'user' || now === 'free' || isOwn(shape.id)) return;
      return refused(now) ? false : undefined;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const placeKeys: ReadonlySet<string> = new Set(['x', 'y', 'rotation', 'parentId', 'index']);

function isOnlyMoved(before: TLShape, after: TLShape): boolean {
  return (Object.keys(after) as (keyof TLShape)[]).every((key) => placeKeys.has(key) || after[key] === before[key]);
}
