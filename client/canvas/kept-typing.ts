// When somebody else deletes the shape a person is writing in: the person is told and offered the text, and what they go on
// typing does not turn into the canvas' shortcuts.
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import type { Editor, TLShape } from 'tldraw';
import { copyText } from '../ui/copy-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { silenceKeys } from './silence-keys.ts';

/** Returns its stop. */
export function keepTyping(editor: Editor): () => void {
  let endSilence = (): void => undefined;
  const stop = editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || shape.id !== editor.getEditingShapeId()) return;
    endSilence();
    endSilence = silenceKeys(window);
    tell(textOf(shape));
  });
  return () => {
    stop();
    endSilence();
  };
}

function tell(text: string): void {
  if (text.trim() === '') return showToast('trouble', t('canvas.kept.empty'));
  showToast('trouble', t('canvas.kept'), [{ label: t('canvas.kept.copy'), onAct: () => void copy(text) }]);
}

async function copy(text: string): Promise<void> {
  if (await copyText(text)) showToast('done', t('canvas.kept.copied'));
  // To be selected by hand.
  else showToast('trouble', text);
}

function textOf(shape: TLShape): string {
  if (shape.type === 'zone') return [shape.props.title, shape.props.prompt].filter((text) => text !== '').join('\n');
  return 'richText' in shape.props ? plainFromRichText(shape.props.richText) : '';
}
