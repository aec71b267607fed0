// The typed fetch: one checked answer, or one typed error.
import { ApiError, call } from '@commonboard/client/sync/api.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const id = boardIdSchema.parse('b'.repeat(16));
const fetched = vi.fn<typeof fetch>();
const json = (value: unknown, status = 200): Response => Response.json(value, { status });

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

function requestOf(index = 0): { path: string; init: RequestInit; headers: Headers } {
  const [path, init = {}] = fetched.mock.calls[index] ?? [];
  return { path: typeof path === 'string' ? path : '', init, headers: new Headers(init.headers) };
}

describe('a call', () => {
  it('fills the path, sends JSON and the token, and gives the checked answer', async () => {
    const info = { id, title: 'Plan', template: null, role: 'facilitate', createdAt: '2027-05-03T00:00:00Z' };
    fetched.mockResolvedValue(json(info));
    const answer = await call('renameBoard', { params: { id }, token: 'tok', body: { title: 'Plan' } });
    expect(answer).toEqual(info);
    const { path, init, headers } = requestOf();
    expect([path, init.method, init.body]).toEqual([`/api/boards/${id}`, 'PATCH', '{"title":"Plan"}']);
    expect([headers.get('authorization'), headers.get('content-type')]).toEqual(['Bearer tok', 'application/json']);
  });

  it('sends a file as it is', async () => {
    fetched.mockResolvedValue(
      json({ id: `${'a'.repeat(32)}.png`, src: 'asset:x', width: 1, height: 1, type: 'image/png' }, 201),
    );
    const file = new Blob(['x'], { type: 'image/png' });
    await call('addAsset', { params: { id }, token: 'tok', file });
    expect([requestOf().init.body, requestOf().headers.get('content-type')]).toEqual([file, 'image/png']);
  });

  it('without an answer to give resolves to undefined', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await call('deleteBoard', { params: { id }, token: 'tok' })).toBeUndefined();
  });
});

describe('what goes wrong is an ApiError', () => {
  const thrown = async (): Promise<ApiError> => {
    const error = await call('config').catch((caught: unknown) => caught);
    if (!(error instanceof ApiError)) throw new Error('It resolved, or threw something else.');
    return error;
  };

  it('with the code, sentence and status of the server', async () => {
    fetched.mockResolvedValue(json({ error: { code: 'too-many', message: 'Wait.' } }, 429));
    expect(await thrown()).toMatchObject({ code: 'too-many', message: 'Wait.', status: 429 });
  });

  it.each([
    ['a lost connection', new TypeError('Failed to fetch')],
    ['a server that does not answer in time', new DOMException('late', 'TimeoutError')],
  ])('with the code offline for %s', async (_, error) => {
    fetched.mockRejectedValue(error);
    expect(await thrown()).toMatchObject({ code: 'offline', status: 0 });
  });

  it.each([
    ['an answer of another form', () => json({ something: 'else' })],
    ['a page instead of JSON', () => new Response('<html>', { status: 200 })],
    ["a proxy's error page", () => new Response('<html>Bad gateway', { status: 502 })],
  ])('with the code unreadable for %s', async (_, response) => {
    fetched.mockResolvedValue(response());
    expect(await thrown()).toMatchObject({ code: 'unreadable' });
  });
});

it('who gives up gets their own reason back', async () => {
  const stop = new AbortController();
  fetched.mockImplementation(async (_, init) => {
    stop.abort(new Error('enough'));
    throw init?.signal?.reason;
  });
  await expect(call('outline', { params: { id }, token: 'tok', signal: stop.signal })).rejects.toThrow('enough');
});
