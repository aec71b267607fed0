// What is kept for each key is bounded, whoever makes up keys.
import { expect, it } from 'vitest';
import { NewestKeys } from '@commonboard/server/ops/newest-keys.ts';

it('keeps what is asked for, and drops what nobody has asked for longest', () => {
  let made = 0;
  const keys = new NewestKeys(() => ({ number: ++made }));
  const first = keys.get('first');
  const second = keys.get('second');
  expect(keys.get('first')).toBe(first);
  for (let i = 0; i < 9_999; i++) keys.get(`other ${i}`);
  expect(keys.get('first')).toBe(first);
  expect(keys.get('second')).not.toBe(second);
});
