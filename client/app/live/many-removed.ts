// Tells who leads that somebody has removed many things at once, with the one click that brings them back.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { RemovedNews } from '@commonboard/shared/protocol/session-message.ts';
import { call } from '../../sync/api.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { isToastShown, showToast } from '../../ui/toast-list.ts';
import type { BoardAccess } from '../board-access.ts';

const aboutRemoved = 'removed-';

/** Of the same person, a longer list takes the place of the one before. */
export function tellRemoved(id: BoardId, access: BoardAccess, news: RemovedNews): void {
  const { participant, name, ids } = news;
  const onAct = async (): Promise<void> => {
    if (await bringBack(id, access, ids)) return;
    // What has failed can be tried again, unless a longer list has come meanwhile.
    if (!isToastShown(about)) tellRemoved(id, access, news);
  };
  const about = aboutRemoved + participant;
  const back = { label: t('session.removed.back'), onAct: () => void onAct() };
  showToast('trouble', t('session.removed', { name, count: ids.length }), [back], about);
}

async function bringBack(id: BoardId, access: BoardAccess, ids: string[]): Promise<boolean> {
  try {
    const { brought } = await access.withToken((token) => call('bringBack', { params: { id }, token, body: { ids } }));
    showToast('done', t('session.removed.brought', { count: brought }));
    return true;
  } catch (error) {
    showToast('trouble', errorText(error));
    return false;
  }
}
