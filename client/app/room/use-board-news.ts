// What the page does when the server says who may do what: opens anew with another role, tells facilitators who waits,
// and goes on with a link that was made anew.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { BoardNews } from '@commonboard/shared/protocol/session-message.ts';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { t } from '../../ui/messages/t.ts';
import { closeToastAbout, showToast } from '../../ui/toast-list.ts';
import { withKey } from '../device/device-board.ts';
import { replaceSecret } from '../router.ts';
import { aboutWaiting, tellWaiting } from './tell-waiting.ts';
import { thisDevice } from '../device/this-device.ts';

/** Another role is another page. It opens when nothing of this one is on its way. */
export function useNewRole(joined: Joined, news: BoardNews | null, unsaved: number, onRole: () => void): void {
  const isNew = news?.role !== undefined && news.role !== joined.role && unsaved === 0;
  const changed = useEffectEvent(onRole);
  useEffect(() => {
    if (isNew) changed();
  }, [isNew]);
}

/** What facilitators are told over the board. `onShow` is missing while the list of people is open. */
export function useFacilitatorToasts(news: BoardNews | null, onShow: (() => void) | null): void {
  useCodeStoppedToast(news);
  useWaitingToast(news, onShow);
}

function useWaitingToast(news: BoardNews | null, onShow: (() => void) | null): void {
  const waiting = news?.waiting ?? 0;
  const before = useRef(0);
  const tell = useEffectEvent(() => {
    if (onShow) tellWaiting(before.current, waiting, onShow);
  });
  useEffect(() => {
    tell();
    before.current = waiting;
  }, [waiting]);
  // Who looks at the list needs no message about it.
  const isDone = waiting === 0 || !onShow;
  useEffect(() => {
    if (isDone) closeToastAbout(aboutWaiting);
  }, [isDone]);
}

/** Facilitators hear that nobody gets in by the code any more. */
function useCodeStoppedToast(news: BoardNews | null): void {
  const isStopped = news?.codeStopped === true;
  useEffect(() => {
    if (isStopped) showToast('trouble', t('short.stopped'));
  }, [isStopped]);
}

type BoardKey = [key: string, current: () => string, goOnWith: (key: string) => void];

/** The secret this person comes back with, on this device too. */
export function useBoardKey(id: BoardId, first: string): BoardKey {
  const [key, setKey] = useState(first);
  const latest = useRef(first);
  const current = useCallback(() => latest.current, []);
  const goOnWith = useCallback(
    (next: string) => {
      latest.current = next;
      setKey(next);
      replaceSecret(id, next);
      const board = thisDevice.get(id);
      if (board) thisDevice.remember({ ...board, keys: withKey(board.keys, 'facilitate', next) });
    },
    [id],
  );
  return [key, current, goOnWith];
}
