// When a board that many open at once is packed anew.
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PackedState } from '@commonboard/server/sync/document/packed-state.ts';

function packed() {
  let now = 0;
  let version = 0;
  const state = new PackedState(
    () => new TextEncoder().encode(`version ${version}`),
    () => now,
  );
  return {
    change: (bytes: number) => {
      version++;
      state.changed(bytes);
    },
    pass: (ms: number) => (now += ms),
    read: async () => gunzipSync(await state.bytes()).toString(),
  };
}

it('[R86] is the same for all who come within two seconds', async () => {
  const { change, pass, read } = packed();
  expect(await read()).toBe('version 0');
  change(60);
  pass(1_500);
  expect(await read()).toBe('version 0');
  pass(600);
  expect(await read()).toBe('version 1');
});

it('[R86] stays as long as nothing changes', async () => {
  const { pass, read } = packed();
  const first = await read();
  pass(60_000);
  expect(await read()).toBe(first);
});

it('[R86] is made anew at once when much is missing in it', async () => {
  const { change, read } = packed();
  await read();
  change(100_000);
  expect(await read()).toBe('version 0');
  change(100_000);
  expect(await read()).toBe('version 2');
  change(60);
  expect(await read()).toBe('version 2');
});
