// What comments bring to the canvas.
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue, type Editor, type TLUiActionItem } from 'tldraw';
import type { CanvasParts } from '../canvas/canvas-parts.ts';
import { t } from '../ui/messages/t.ts';
import { CommentPins } from './comment-pins.tsx';
import { writeComment } from './comment-request.ts';

export const commentParts: Pick<CanvasParts, 'Over' | 'MenuItems' | 'actions'> = {
  Over: CommentPins,
  MenuItems,
  actions: (editor: Editor): TLUiActionItem[] => [
    { id: 'comment', label: t('comments.here'), kbd: 'm', onSelect: () => write(editor) },
  ],
};

function MenuItems() {
  const editor = useEditor();
  const isReadonly = useValue('look only', () => editor.getIsReadonly(), [editor]);
  if (isReadonly) return null;
  return (
    <TldrawUiMenuGroup id="comments">
      <TldrawUiMenuItem
        id="comment"
        label={t('comments.here')}
        kbd="m"
        onSelect={() => writeComment(editor, editor.inputs.getOriginPagePoint())}
      />
    </TldrawUiMenuGroup>
  );
}

function write(editor: Editor): void {
  if (!editor.getIsReadonly()) writeComment(editor);
}
