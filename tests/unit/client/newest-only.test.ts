// What comes late or twice changes nothing.
import { newestOnly } from '@commonboard/client/sync/newest-only.ts';
import { expect, test } from 'vitest';

test('[R33] old news and repeats are not passed on', () => {
  const passed: number[] = [];
  const tell = newestOnly(({ revision }: { revision: number }) => passed.push(revision));
  for (const revision of [2, 1, 2, 3, 0]) tell({ revision });
  expect(passed).toEqual([2, 3]);
});
