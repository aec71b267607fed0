// The token of an open board: renewed where the server forgot it, and never in a circle.
import { isPassing, openAccess } from '@commonboard/client/app/board-access.ts';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { joinedSchema, type Joined } from '@commonboard/shared/protocol/routes.ts';
import { expect, test, vi } from 'vitest';

const tokenOf = (letter: string) => letter.repeat(22);
const joinedWith = (token: string, more: object = {}): Joined =>
  joinedSchema.parse({
    id: 'b'.repeat(16),
    title: 'Plan',
    role: 'edit',
    participantId: `p${'a'.repeat(16)}`,
    name: 'Ana',
    color: '#112233',
    token,
    resume: tokenOf('r'),
    ...more,
  });
const forgotten = new ApiError('unauthorised', 'Forgotten.', 401);

test('what the server refuses is done once more, with a new token', async () => {
  const access = openAccess(joinedWith(tokenOf('a')), { join: async () => joinedWith(tokenOf('b')), now: () => 0 });
  const work = vi.fn<(token: string) => Promise<string>>(async (token) => {
    if (token === tokenOf('a')) throw forgotten;
    return token;
  });
  expect(await access.withToken(work)).toBe(tokenOf('b'));
  expect(access.token()).toBe(tokenOf('b'));
  expect(work).toHaveBeenCalledTimes(2);
});

test('any other refusal is passed on, without joining', async () => {
  const join = vi.fn<() => Promise<Joined>>();
  const access = openAccess(joinedWith(tokenOf('a')), { join, now: () => 0 });
  const forbidden = new ApiError('forbidden', 'No.', 403);
  await expect(access.withToken(() => Promise.reject(forbidden))).rejects.toBe(forbidden);
  expect(join).not.toHaveBeenCalled();
});

test('who asks at the same time gets one and the same token', async () => {
  const join = vi.fn<() => Promise<Joined>>(async () => joinedWith(tokenOf('b')));
  const access = openAccess(joinedWith(tokenOf('a')), { join, now: () => 0 });
  expect(await Promise.all([access.renew(), access.renew()])).toEqual([tokenOf('b'), tokenOf('b')]);
  expect(join).toHaveBeenCalledTimes(1);
});

test('two pages do not push each other out for ever: at most one new token a minute', async () => {
  let now = 0;
  const join = vi.fn<() => Promise<Joined>>(async () => joinedWith(tokenOf('b')));
  const access = openAccess(joinedWith(tokenOf('a')), { join, now: () => now });
  await access.renew();
  now = 59_999;
  await expect(access.renew()).rejects.toMatchObject({ code: 'unauthorised' });
  now = 60_000;
  await access.renew();
  expect(join).toHaveBeenCalledTimes(2);
});

test('a failed try does not count, and the next one may succeed', async () => {
  const join = vi
    .fn<() => Promise<Joined>>()
    .mockRejectedValueOnce(new ApiError('offline', 'No answer.', 0))
    .mockResolvedValueOnce(joinedWith(tokenOf('b')));
  const access = openAccess(joinedWith(tokenOf('a')), { join, now: () => 0 });
  await expect(access.renew()).rejects.toMatchObject({ code: 'offline' });
  expect(await access.renew()).toBe(tokenOf('b'));
});

test.each([
  ['another role', { role: 'view' }],
  ['another participant', { participantId: `p${'z'.repeat(16)}` }],
])('%s is not the same visit', async (_, more) => {
  const access = openAccess(joinedWith(tokenOf('a')), {
    join: async () => joinedWith(tokenOf('b'), more),
    now: () => 0,
  });
  await expect(access.renew()).rejects.toMatchObject({ code: 'unauthorised' });
  expect(access.token()).toBe(tokenOf('a'));
});

test('only what another try can mend is passing', () => {
  expect(isPassing(new ApiError('offline', '', 0))).toBe(true);
  expect(isPassing(new ApiError('not-saving', '', 503))).toBe(true);
  expect(isPassing(new ApiError('too-many', '', 429))).toBe(true);
  expect(isPassing(forgotten)).toBe(false);
  expect(isPassing(new ApiError('not-found', '', 404))).toBe(false);
  expect(isPassing(new Error('ours'))).toBe(false);
});
