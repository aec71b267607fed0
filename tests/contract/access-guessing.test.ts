// Guessing at codes, passcodes and keys: little is let through, and nobody shuts out the others.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorSentences } from '@commonboard/shared/protocol/errors.ts';
import { AccessBoard } from '../support/access-board.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { call, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let access: AccessBoard;
let now = Date.now();
beforeEach(async () => {
  now = Date.now();
  server = await startTestServer({ now: () => now, ticks: () => now, joinLimit: { burst: 1e6, perSecond: 0 } });
  access = await AccessBoard.of(server.origin, await makeBoard(server.origin));
});
afterEach(() => server.stop());

const notFound = { status: 404, body: { error: { code: 'not-found', message: errorSentences['not-found'] } } };
const recover = (code: string, more: object = {}, id: string = access.board.id) =>
  call(server.origin, 'POST', `/api/boards/${id}/recover`, { json: { code, ...more } });

describe('guessing', () => {
  const guesses = 10_000;
  it.each([
    ['short codes', (i: number) => access.byCode(String(i).padStart(8, '0'))],
    ['recovery codes', (i: number) => recover(`2222-2222-2222-2222-${i}`)],
    ['keys', (i: number) => access.join({ key: String(i).padStart(22, 'A') })],
  ])(
    `[R79] [R80] [R81] ${guesses} %s get 404 or 429 and nothing else`,
    async (_, guess) => {
      await access.openCode();
      const statuses = new Map<number, number>();
      for (let i = 0; i < guesses; i += 50) {
        const round = await Promise.all(Array.from({ length: 50 }, (__, j) => guess(i + j)));
        for (const { status } of round) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      // A right short code would be luck of one in a million with the tries that are let through.
      expect([...statuses.keys()].filter((status) => status !== 404 && status !== 429)).toEqual([]);
      expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(guesses);
    },
    120_000,
  );

  it('[R81] few guesses of short codes are looked at', async () => {
    const looked = [];
    for (let i = 0; i < 200; i++) looked.push((await access.byCode(String(i).padStart(8, '0'))).status);
    expect(looked.filter((status) => status === 404)).toHaveLength(120);
  });

  it('[R80] [R81] of one kind of code leaves the other kind alone', async () => {
    const code = await access.openCode();
    for (let i = 0; i < 130; i++) await access.byCode(String(i).padStart(8, '0'));
    expect((await access.byCode(code)).status).toBe(429);
    expect((await recover(access.board.recoveryCode)).status).toBe(200);
    const other = await AccessBoard.of(server.origin, await makeBoard(server.origin));
    for (let i = 0; i < 40; i++) await recover(`2222-2222-2222-2222-${i}`);
    expect((await recover('2222')).status).toBe(429);
    expect((await recover(other.board.recoveryCode, {}, other.board.id)).status).toBe(200);
  });

  it('[R79] a whole network that mistypes the passcode does not shut out another', async () => {
    const behind = await startTestServer({ now: () => now, ticks: () => now, config: { trustProxyHops: 1 } });
    const board = await makeBoard(behind.origin);
    await (await AccessBoard.of(behind.origin, board)).set({ passcode: 'blue river' });
    const from = (network: string, passcode: string) =>
      call(behind.origin, 'POST', `/api/boards/${board.id}/join`, {
        json: { key: board.keys.edit, passcode },
        headers: { 'x-forwarded-for': network },
      });
    for (let i = 0; i < 50; i++) await from('192.0.2.1', `guess ${i}`);
    expect((await from('192.0.2.1', 'blue river')).status).toBe(429);
    expect((await from('192.0.2.2', 'blue river')).status).toBe(200);
    await behind.stop();
  });

  it('[R81] many networks that guess codes shut out none', async () => {
    const behind = await startTestServer({ now: () => now, ticks: () => now, config: { trustProxyHops: 1 } });
    const open = await AccessBoard.of(behind.origin, await makeBoard(behind.origin));
    const code = await open.openCode();
    const from = (network: string, tried: string) =>
      call(behind.origin, 'POST', '/api/join', { json: { code: tried }, headers: { 'x-forwarded-for': network } });
    for (let i = 0; i < 1_000; i++) await from(`192.0.2.${i % 10}`, String(i).padStart(8, '0'));
    expect((await from('192.0.2.1', code)).status).toBe(429);
    expect((await from('198.51.100.1', code)).status).toBe(200);
    await behind.stop();
  });

  it('[R81] [R33] closes a code at which too many were tried, and tells facilitators, who may open another', async () => {
    const small = await startTestServer({ now: () => now, ticks: () => now, wrongCodesMax: 10 });
    const guessed = await AccessBoard.of(small.origin, await makeBoard(small.origin));
    const later = await AccessBoard.of(small.origin, await makeBoard(small.origin));
    const code = await guessed.openCode();
    const editor = await guessed.joinAs('edit');
    const [leads, edits] = [guessed.leader, editor].map(
      ({ token }) => new SyncClient(small.origin, guessed.board.id, token),
    );
    await until(() => expect([leads?.news.length, edits?.news.length]).toEqual([1, 1]));
    const wrong = async (times: number) => {
      for (let i = 0; i < times; i++) expect((await guessed.byCode('00000000')).status).toBe(404);
    };
    await wrong(5);
    const laterCode = await later.openCode();
    expect((await guessed.byCode(code)).status).toBe(200);
    await wrong(5);
    await until(() => expect(leads?.news.at(-1)).toMatchObject({ codeStopped: true }));
    await until(() => expect(edits?.news.length).toBeGreaterThan(1));
    expect(JSON.stringify(edits?.news)).not.toContain('codeStopped');
    expect(await guessed.byCode(code)).toMatchObject(notFound);
    expect((await later.byCode(laterCode)).status).toBe(200);
    expect((await guessed.ask('GET', '/access')).body).toMatchObject({ shortCode: null, codeStopped: true });
    const next = await guessed.openCode();
    expect((await guessed.ask('GET', '/access')).body).toMatchObject({ codeStopped: false });
    expect((await guessed.byCode(next)).status).toBe(200);
    for (const client of [leads, edits]) client?.stop();
    await small.stop();
  });
});
