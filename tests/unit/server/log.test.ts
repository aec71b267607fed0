// What the log keeps of a flood.
import { expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { createLog } from '@commonboard/server/ops/log.ts';

const { logLinesBurst, logLinesPerSecond } = limits;

it('[R6] leaves out lines of an event that happens too often, says how many, and keeps those of others', () => {
  const lines: string[] = [];
  let now = 0;
  const log = createLog(
    (line) => lines.push(line),
    () => now,
  );
  for (let i = 0; i < 1_800; i++) log.warn('frame not readable', { bytes: i });
  expect(lines).toHaveLength(logLinesBurst);
  log.error('not saving');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'error',
    event: 'not saving',
  });
  now += 1_000 / logLinesPerSecond;
  log.warn('frame not readable', { bytes: 1 });
  log.warn('frame not readable', { bytes: 2 });
  expect(lines).toHaveLength(logLinesBurst + 2);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ bytes: 1, leftOut: 1_800 - logLinesBurst });
});
