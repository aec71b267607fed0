// Behind "More" in the banner: a reaction, and a word at one's pointer. What facilitators have switched off is not there.
import { reactionKinds } from '@commonboard/shared/protocol/presence.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Ellipsis, MessageCircle } from 'lucide-react';
import { useEffect } from 'react';
import type { Editor } from 'tldraw';
import { mayChat, openChat, react } from '../../canvas/own-signals.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { reactionText } from '../../ui/messages/session-text.ts';
import { t } from '../../ui/messages/t.ts';
import { reactionSigns } from './signals.tsx';

interface OwnSignalsProps {
  editor: Editor;
  view: Pick<SessionView, 'off'>;
}

export function OwnSignals({ editor, view: { off } }: OwnSignalsProps) {
  const [hasReactions, hasChat] = [!off.includes('reactions'), !off.includes('chat')];
  if (!hasReactions && !hasChat) return null;
  return (
    <Menu
      label={t('session.signals.own')}
      trigger={
        <IconButton label={t('session.more')}>
          <Ellipsis size={20} aria-hidden="true" />
        </IconButton>
      }
    >
      {hasReactions &&
        reactionKinds.map((kind) => {
          const Sign = reactionSigns[kind];
          return (
            <MenuItem key={kind} icon={<Sign size={18} />} onSelect={() => react(editor, kind)}>
              {reactionText(kind)}
            </MenuItem>
          );
        })}
      {hasChat && (
        <MenuItem icon={<MessageCircle size={18} />} onSelect={() => openChat(editor)}>
          {t('session.chat')}
        </MenuItem>
      )}
    </Menu>
  );
}

/** By its key too, also while no session runs. */
export function useMayChat(editor: Editor | null, isAllowed: boolean): void {
  useEffect(() => {
    if (!editor) return;
    mayChat.set(editor, isAllowed);
    if (!isAllowed) editor.updateInstanceState({ isChatting: false, chatMessage: '' });
  }, [editor, isAllowed]);
}
