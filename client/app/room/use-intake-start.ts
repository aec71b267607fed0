// What the dialog for lists and tables opens with: nothing from the panel, or what reached the canvas.
import { useEffect, useState } from 'react';
import type { Editor } from 'tldraw';
import type { IntakeStart } from '../../intake/intake-dialog.tsx';
import { watchLists } from '../../intake/watch-lists.ts';

/** Null while the dialog is closed. */
export function useIntakeStart(editor: Editor | null) {
  const [start, setStart] = useState<IntakeStart | null>(null);
  useEffect(() => (editor ? watchLists(editor, setStart) : undefined), [editor]);
  return [start, setStart] as const;
}
