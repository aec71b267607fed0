// How people get in just now, as facilitators set it. What went wrong is said in a message.
import type { AccessInfo } from '@commonboard/shared/protocol/access.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useState } from 'react';
import { call, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

export interface Access {
  /** Null until it has been fetched. */
  info: AccessInfo | null;
  /** False where it was not done. */
  change: (change: RouteBody<'changeAccess'>) => Promise<boolean>;
  openCode: () => Promise<void>;
  closeCode: () => Promise<void>;
  /** Null where there is none. */
  newRecoveryCode: () => Promise<string | null>;
}

export function useAccess(id: BoardId, withToken: WithToken): Access {
  const [info, setInfo] = useState<AccessInfo | null>(null);
  useEffect(() => {
    let left = false;
    withToken((token) => call('access', { params: { id }, token })).then(
      (found) => left || setInfo(found),
      (error: unknown) => left || showToast('trouble', errorText(error)),
    );
    return () => {
      left = true;
    };
  }, [id, withToken]);

  /** Null where it did not work. */
  async function ask<T>(work: (token: string) => Promise<T>): Promise<T | null> {
    try {
      return await withToken(work);
    } catch (error) {
      showToast('trouble', errorText(error));
      return null;
    }
  }
  return {
    info,
    change: async (change) => {
      const changed = await ask((token) => call('changeAccess', { params: { id }, token, body: change }));
      if (!changed) return false;
      setInfo(changed);
      showToast('done', t('rules.saved'));
      return true;
    },
    openCode: async () => {
      const changed = await ask((token) => call('openCode', { params: { id }, token, body: {} }));
      if (changed) setInfo(changed);
    },
    closeCode: async () => {
      const closed = await ask(async (token) => {
        await call('closeCode', { params: { id }, token });
        return true;
      });
      if (closed !== true) return;
      setInfo((now) => now && { ...now, shortCode: null });
      showToast('done', t('short.closed'));
    },
    newRecoveryCode: async () => {
      const made = await ask((token) => call('newRecoveryCode', { params: { id }, token }));
      return made?.recoveryCode ?? null;
    },
  };
}
