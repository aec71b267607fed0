// The lines under the bar: the board is paused, a right is still to be confirmed, a code is to be kept.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useState } from 'react';
import { NoticeBar } from '../../board/notice-bar.tsx';
import { call } from '../../sync/api.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { showToast } from '../../ui/toast-list.ts';
import type { BoardAccess } from '../board-access.ts';
import { dropRecoveryCode, recoveryCodeOf } from '../recovery-codes.ts';

interface RoomNoticesProps {
  joined: Joined;
  isPaused: boolean;
  withToken: BoardAccess['withToken'];
}

export function RoomNotices({ joined, isPaused, withToken }: RoomNoticesProps) {
  const [code, setCode] = useState(() => recoveryCodeOf(joined.id));
  const leads = joined.role === 'facilitate';
  async function goOn(): Promise<void> {
    try {
      await withToken((token) => call('changeAccess', { params: { id: joined.id }, token, body: { paused: false } }));
    } catch (error) {
      showToast('trouble', errorText(error));
    }
  }
  function closeCode(): void {
    dropRecoveryCode(joined.id);
    setCode(null);
  }
  return (
    <>
      {isPaused && (
        <NoticeBar kind="pause" text={leads ? t('access.paused.led') : t('access.paused')}>
          {leads && <Button onClick={() => void goOn()}>{t('access.go-on')}</Button>}
        </NoticeBar>
      )}
      {joined.asked === true && <NoticeBar kind="info" text={t('access.asked')} />}
      {code !== null && (
        <NoticeBar kind="keep" text={t('access.recovery.keep')} code={code} onClose={closeCode}>
          <Button onClick={() => void copyCode(code)}>{t('common.copy')}</Button>
        </NoticeBar>
      )}
    </>
  );
}

async function copyCode(code: string): Promise<void> {
  if (await copyText(code)) showToast('done', t('access.recovery.copied'));
}
