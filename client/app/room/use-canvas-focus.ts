// While a dialog is open over the canvas, keys are the dialog's; afterwards they are the canvas's again, wherever the focus is.
import { useEffect } from 'react';
import type { Editor } from 'tldraw';

export function useCanvasFocus(editor: Editor | null, isDialogOpen: boolean): void {
  useEffect(() => {
    if (!editor || !isDialogOpen) return;
    editor.blur({ blurContainer: false });
    return () => void editor.focus({ focusContainer: false });
  }, [editor, isDialogOpen]);
}
