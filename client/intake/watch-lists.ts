// Lists and tables that reach the canvas: files that are dropped or pasted there, and text of several lines. The files open the
// dialog; the text is put on the board as always, and cards are only offered.
import { defaultHandleExternalTextContent, type Editor, type TLShape, type TLTextExternalContent } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { isListFile } from './file-text.ts';
import type { IntakeStart } from './intake-dialog.tsx';

/** Longer is a text, and no list. */
const lineCharsMax = 200;

/** Returns its stop. */
export function watchLists(editor: Editor, onStart: (start: IntakeStart) => void): () => void {
  const container = editor.getContainer();
  const take = (event: Event, transfer: DataTransfer | null): void => {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0 || !files.every(isListFile) || editor.getIsReadonly()) return;
    event.preventDefault();
    event.stopPropagation();
    onStart({ files });
  };
  const onDrop = (event: DragEvent): void => take(event, event.dataTransfer);
  const onPaste = (event: ClipboardEvent): void => take(event, event.clipboardData);
  // Before the canvas, which knows nothing to do with such files.
  container.addEventListener('drop', onDrop, { capture: true });
  container.addEventListener('paste', onPaste, { capture: true });
  const put = (content: TLTextExternalContent): Promise<void> => defaultHandleExternalTextContent(editor, content);
  const putAndOffer = async (content: TLTextExternalContent): Promise<void> => {
    const before = editor.getCurrentPageShapeIds();
    await put(content);
    if (!isListText(content.text)) return;
    const pasted = editor.getOnlySelectedShape();
    // Not what was chosen before, should nothing have been put.
    offer(content.text, pasted && !before.has(pasted.id) ? pasted : null, onStart);
  };
  editor.registerExternalContentHandler('text', (content) => void putAndOffer(content));
  return () => {
    container.removeEventListener('drop', onDrop, { capture: true });
    container.removeEventListener('paste', onPaste, { capture: true });
    editor.registerExternalContentHandler('text', (content) => void put(content));
  };
}

function offer(text: string, replaces: TLShape | null, onStart: (start: IntakeStart) => void): void {
  showToast('done', t('intake.offer'), [{ label: t('intake.offer.act'), onAct: () => onStart({ text, replaces }) }]);
}

function isListText(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const isTable = lines.length >= 2 && lines.every((line) => line.includes('\t'));
  return isTable || (lines.length >= 3 && lines.every(({ length }) => length <= lineCharsMax));
}
