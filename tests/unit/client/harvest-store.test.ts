// What a page knows of the harvest while leading comes and goes, and answers overtake each other.
import { expect, it, vi } from 'vitest';
import { createHarvestStore } from '@commonboard/client/harvest/harvest-store.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';

const led = { edit: newHarvest().edit, people: 2, agreed: [] };
const answer = (more: Partial<HarvestAnswer> = {}): HarvestAnswer => ({
  revision: 1,
  published: null,
  named: false,
  leads: null,
  ...more,
});

function opened(asked: HarvestAnswer) {
  const ask = vi.fn<() => Promise<HarvestAnswer>>(() => Promise.resolve(asked));
  const failed = vi.fn<(error: unknown) => void>();
  return { ask, failed, store: createHarvestStore({ ask, failed }) };
}

it('[R209] asks at once when this person begins to lead, and only then', async () => {
  const { ask, store } = opened(answer({ leads: led }));
  store.setLeading(true);
  expect(ask).not.toHaveBeenCalled();
  store.answered(answer());
  store.setLeading(false);
  expect(ask).not.toHaveBeenCalled();
  store.setLeading(true);
  store.setLeading(true);
  expect(ask).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(store.view()?.leads).toEqual(led));
});

it('[R209] has it no more at once when they lead no more, whatever answer is still on its way', () => {
  const { ask, store } = opened(answer());
  store.answered(answer({ leads: led }));
  store.setLeading(true);
  const heard = vi.fn<() => void>();
  store.onChange(heard);
  store.setLeading(false);
  expect(store.view()?.leads).toBeNull();
  expect(heard).toHaveBeenCalledOnce();
  store.answered(answer({ revision: 2, leads: led }));
  expect(store.view()).toEqual(answer({ revision: 2 }));
  expect(ask).not.toHaveBeenCalled();
});

it('[R209] says where the server could not be asked, and asks again with the next change', async () => {
  const { ask, failed, store } = opened(answer({ leads: led }));
  store.answered(answer());
  store.setLeading(false);
  ask.mockRejectedValueOnce(new Error('away'));
  store.setLeading(true);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  await store.refresh();
  expect(store.view()?.leads).toEqual(led);
});

it('an answer that was overtaken is passed over', () => {
  const { store } = opened(answer());
  store.answered(answer({ revision: 3 }));
  store.answered(answer({ revision: 2, named: true }));
  expect(store.view()).toEqual(answer({ revision: 3 }));
});
