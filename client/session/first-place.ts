// Where somebody was by themselves before a facilitator brought them on: there "return" leads, however often they are brought on.
import type { Editor, TLCamera, TLPageId } from 'tldraw';
import { isToastShown } from '../ui/toast-list.ts';

interface Place {
  page: TLPageId;
  camera: TLCamera;
}

/** The message that offers the way back. */
export const aboutBringing = 'brought';

const places = new WeakMap<object, Place>();

/** Where they are now, or as long as they are still offered the way back from another place, where that leads. */
export function firstPlace(editor: Pick<Editor, 'getCurrentPageId' | 'getCamera'>): Place {
  const first = isToastShown(aboutBringing) ? places.get(editor) : undefined;
  const place = first ?? { page: editor.getCurrentPageId(), camera: editor.getCamera() };
  places.set(editor, place);
  return place;
}
