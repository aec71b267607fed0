// In the menu of a note, for who leads, after an anonymous round: it goes, and nothing more is taken from its author.
import { useContext } from 'react';
import { TldrawUiMenuGroup, TldrawUiMenuItem, useEditor, useValue } from 'tldraw';
import { isDraftShape } from '@commonboard/shared/drafts/draft-notes.ts';
import { t } from '../ui/messages/t.ts';
import { DraftsContext } from './draft-marks.tsx';

export function SilenceItem() {
  const editor = useEditor();
  const onSilence = useContext(DraftsContext)?.onSilence ?? null;
  const note = useValue('the selected note', () => editor.getOnlySelectedShape(), [editor]);
  if (!onSilence || !note || !isDraftShape(note)) return null;
  return (
    <TldrawUiMenuGroup id="drafts">
      <TldrawUiMenuItem id="silence" label={t('drafts.silence')} onSelect={() => onSilence(note.id)} />
    </TldrawUiMenuGroup>
  );
}
