// React's view of what the group leaves with, and the word to everybody when it is published.
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import { useCallback, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { HarvestStore } from './harvest-store.ts';

/** Null until the server has said it. */
export function useHarvest(store: HarvestStore): HarvestAnswer | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.onChange(listener), [store]),
    () => store.view(),
  );
}

/** Says it when it comes about, and not when the page opens. */
export function usePublishedToast(store: HarvestStore | null, onSee: () => void): void {
  const before = useRef<HarvestAnswer | null>(null);
  const see = useEffectEvent(onSee);
  useEffect(() => {
    if (!store) return;
    const look = (): void => {
      const [was, is] = [before.current, store.view()];
      before.current = is;
      // Who leads has done it, or sees it where they would.
      if (!was || !is || is.leads || was.published?.at === is.published?.at) return;
      if (!is.published) showToast('done', t('harvest.taken-back'));
      else showToast('done', t('harvest.published'), [{ label: t('harvest.see'), onAct: () => see() }]);
    };
    look();
    return store.onChange(look);
  }, [store]);
}
