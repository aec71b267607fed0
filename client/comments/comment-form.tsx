// Where a comment is written: its text, somebody to mention, and the button that sends it.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { AtSign } from 'lucide-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import { TextArea } from '../ui/form-fields.tsx';
import { useKept } from '../ui/kept-state.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './comments.module.css';

export interface Mentionable {
  participantId: ParticipantId;
  name: string;
}

export interface WrittenComment {
  text: string;
  mentions: ParticipantId[];
}

interface CommentFormProps {
  /** With what it is kept while it is not sent, and as which one. */
  keptIn: object;
  keptAs: string;
  label: string;
  /** The word on the button. */
  action: string;
  text?: string;
  people: readonly Mentionable[];
  /** False: it was not taken, and stays here. */
  onSend: (written: WrittenComment) => Promise<boolean>;
  onCancel: () => void;
}

export function CommentForm(props: CommentFormProps) {
  const { keptIn, keptAs, label, action, text: before = '', people, onSend } = props;
  const { value: text, set: setText, forget } = useKept(keptIn, keptAs, () => before);
  const [busy, setBusy] = useState(false);
  const ready = text.trim();
  async function send(): Promise<void> {
    if (ready === '' || busy) return;
    setBusy(true);
    const isSent = await onSend({ text: ready, mentions: mentionedIn(ready, people) });
    setBusy(false);
    if (isSent) forget();
  }
  function onCancel(): void {
    forget();
    props.onCancel();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={label}
        value={text}
        onText={setText}
        onKeyDown={onKey}
        maxLength={limits.commentCharsMax}
        autoFocus
      />
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={busy} disabled={ready === ''}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        {people.length > 0 && (
          <Menu
            label={t('comments.mention')}
            trigger={
              <IconButton label={t('comments.mention')}>
                <AtSign size={18} aria-hidden="true" />
              </IconButton>
            }
          >
            {people.map(({ participantId, name }) => (
              <MenuItem key={participantId} onSelect={() => setText(withName(text, name))}>
                {name}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
    </form>
  );
}

/** Whoever is named behind an @, also by hand. */
function mentionedIn(text: string, people: readonly Mentionable[]): ParticipantId[] {
  const named = people.filter(({ name }) => isNamed(text, `@${name}`));
  return named.slice(0, limits.mentionsPerCommentMax).map(({ participantId }) => participantId);
}

/** Not where it is the beginning of a longer name. */
function isNamed(text: string, name: string): boolean {
  return text.split(name).some((after, i) => i > 0 && !/^[\p{L}\p{N}]/u.test(after));
}

function withName(text: string, name: string): string {
  return `${text}${text === '' || text.endsWith(' ') ? '' : ' '}@${name} `;
}
