// The field a link is pasted into: on the start page, and wherever a link is missing.
import { useState, type FormEvent } from 'react';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { ApiError } from '../../sync/api.ts';
import { Button } from '../../ui/button.tsx';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { readLink, type LinkReading } from './link-text.ts';
import { knownHosts } from '../server-config.ts';
import { recoverHere } from './use-board-entry.ts';
import { goToBoard, goToCode } from '../router.ts';
import { showToast } from '../../ui/toast-list.ts';
import { thisDevice } from '../device/this-device.ts';

interface LinkFormProps {
  hint?: string;
  /** The board whose address is open: its recovery code is taken too. */
  boardId?: BoardId;
}

export function LinkForm({ hint, boardId }: LinkFormProps) {
  const [error, setError] = useState<string | null>(null);
  async function open(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const pasted = new FormData(event.currentTarget).get('link');
    const reading = readLink(typeof pasted === 'string' ? pasted : '', await knownHosts());
    if (reading.kind === 'link') return goToBoard(reading.id, reading.secret);
    // A bare address is enough where this device knows the way back.
    if (reading.kind === 'no-secret' && thisDevice.get(reading.id)) return goToBoard(reading.id);
    if (reading.kind === 'code') return goToCode(reading.code);
    if (reading.kind === 'recovery' && boardId !== undefined) return recover(boardId, reading.code);
    setError(sentenceFor(reading));
  }
  async function recover(id: BoardId, code: string): Promise<void> {
    try {
      await recoverHere(id, code);
      showToast('done', t('access.recovered'));
    } catch (thrown) {
      const isWrong = thrown instanceof ApiError && thrown.code === 'not-found';
      setError(isWrong ? t('access.recovery.wrong') : errorText(thrown));
    }
  }
  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <TextField
        name="link"
        label={t('home.link.label')}
        placeholder={t('home.link.placeholder')}
        hint={hint}
        error={error}
        autoCapitalize="off"
        spellCheck={false}
        onChange={() => setError(null)}
        after={
          <Button type="submit" look="primary" large>
            {t('common.open')}
          </Button>
        }
      />
    </form>
  );
}

function sentenceFor(reading: Exclude<LinkReading, { kind: 'link' | 'code' }>): string {
  switch (reading.kind) {
    case 'empty':
      return t('home.link.empty');
    case 'recovery':
      return t('access.recovery.elsewhere');
    case 'bad':
      return t('home.link.bad');
    case 'no-secret':
      return t('home.link.no-secret');
    case 'other-server':
      return t('home.link.other-server', { host: reading.host });
  }
}
