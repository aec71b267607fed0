// Tells who facilitates how many wait to be let in, while nobody looks at the list of them.
import { t } from '../../ui/messages/t.ts';
import { isToastShown, showToast } from '../../ui/toast-list.ts';

export const aboutWaiting = 'waiting';

/** More are news; where fewer wait only what is still shown is said anew. */
export function tellWaiting(before: number, waiting: number, onShow: () => void): void {
  if (waiting === 0 || (waiting <= before && !isToastShown(aboutWaiting))) return;
  const show = { label: t('access.waiting.show'), onAct: onShow };
  showToast('done', t('access.waiting', { count: waiting }), [show], aboutWaiting);
}
