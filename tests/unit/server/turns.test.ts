// Work in turn: one piece after the other, whatever becomes of them, and each board by itself.
import { expect, it } from 'vitest';
import { Turns, TurnsOfEach } from '@commonboard/server/ops/turns.ts';

it('begins a piece of work when the one before is done, also where that has failed', async () => {
  const turns = new Turns();
  const first = Promise.withResolvers<void>();
  const begun: number[] = [];
  const failing = turns.next(async () => {
    begun.push(1);
    await first.promise;
  });
  const second = turns.next(async () => {
    begun.push(2);
    return 'second';
  });
  await Promise.resolve();
  expect(begun).toEqual([1]);
  expect(turns.waiting).toBe(2);
  first.reject(new Error('the disk is full'));
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await second).toBe('second');
  await turns.done;
  expect(begun).toEqual([1, 2]);
  expect(turns.waiting).toBe(0);
});

it('lets each go by itself: who waits on one board keeps nobody on another', async () => {
  const turns = new TurnsOfEach<string>();
  const first = Promise.withResolvers<void>();
  const done: string[] = [];
  const at = (key: string, before: Promise<void> = Promise.resolve()) =>
    turns.next(key, async () => {
      await before;
      done.push(key);
    });
  const slow = [at('a', first.promise), at('a')];
  await at('b');
  expect(done).toEqual(['b']);
  first.resolve();
  await Promise.all(slow);
  await at('a');
  expect(done).toEqual(['b', 'a', 'a', 'a']);
});
