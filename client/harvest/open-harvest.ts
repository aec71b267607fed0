// What the group leaves with, in this page, on its HTTP calls.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { call, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { showToast } from '../ui/toast-list.ts';
import { createHarvestStore, type HarvestStore } from './harvest-store.ts';

export function openHarvest(id: BoardId, withToken: WithToken): HarvestStore {
  return createHarvestStore({
    ask: () => withToken((token) => call('harvest', { params: { id }, token })),
    failed: (error) => showToast('trouble', errorText(error)),
  });
}
