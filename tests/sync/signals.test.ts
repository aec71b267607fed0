// Reactions, words at the pointer and the laser, through the lane of presence: within their limits, and off where facilitators say so.
import { describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { decodeHotBody, encodeHotBody, encodeHotUp, type HotPresence } from '@commonboard/shared/protocol/presence.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until } from '../support/sync-client.ts';

const on = syncBoard();
let ids = 0;

const still: HotPresence = { cursor: { x: 1, y: 2 }, view: null, brush: null, laser: [], caret: null };
const heart = (count: number) => ({ kind: 'heart', count }) as const;

async function shown(client: SyncClient): Promise<void> {
  client.sendPeople({ id: client.doc.clientID, clock: 1, state: { page: 'page:page' } });
}
const say = (client: SyncClient, more: Partial<HotPresence>) =>
  client.sendRaw(encodeHotUp(encodeHotBody({ ...still, ...more })));
/** What was heard of this client, the latest last. */
const heardOf = (one: SyncClient, { doc }: SyncClient) =>
  one.hot.filter(({ clientId }) => clientId === doc.clientID).map(({ body }) => decodeHotBody(body));

async function calm(access: AccessBoard, off: string[], token?: string): Promise<number> {
  const { revision } = ((await access.ask('GET', '/session')).body as SessionAnswer).session;
  const command = { type: 'calm', off, commandId: `command-${++ids}`, revision };
  return (await access.ask('POST', '/session', command, token)).status;
}

async function threeOf() {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const [ada, ben] = [await on.ready(), await on.ready()];
  await shown(ada);
  await until(() => expect(ben.people.has(ada.doc.clientID)).toBe(true));
  return { access, ada, ben };
}

describe('what a hand-made message cannot do', () => {
  it('[R121] [R23] a reaction of no kind, or more words than may be, is dropped with its frame', async () => {
    const { ada, ben } = await threeOf();
    const body = encodeHotBody({ ...still, reaction: heart(1) });
    const noKind = body.slice();
    noKind[noKind.length - 2] = 99;
    ada.sendRaw(encodeHotUp(noKind));
    const words = encodeHotBody({ ...still, chat: 'a'.repeat(limits.chatCharsMax) });
    const tooMany = new Uint8Array([...words, 97]);
    // One letter more than its length says is passed over, one more in the length is too much.
    tooMany[tooMany.length - limits.chatCharsMax - 2] = limits.chatCharsMax + 1;
    ada.sendRaw(encodeHotUp(tooMany));
    say(ada, { chat: 'after' });
    await until(() => expect(heardOf(ben, ada).at(-1)?.chat).toBe('after'));
    expect(heardOf(ben, ada).filter((one) => one?.chat !== 'after')).toEqual([]);
  });

  it('[R121] react without end: so many at once, and then so many each second', async () => {
    const { ada, ben } = await threeOf();
    const sent = limits.reactionsBurst + 10;
    for (let i = 1; i <= sent; i++) say(ada, { cursor: { x: i, y: 0 }, reaction: heart(i) });
    await until(() => expect(heardOf(ben, ada).at(-1)?.cursor?.x).toBe(sent));
    expect(heardOf(ben, ada).at(-1)?.reaction?.count).toBeLessThan(sent);
  });

  it('[R121] react more often from several windows', async () => {
    const { access, ben } = await threeOf();
    const eve = await access.joinAs('edit');
    const windows = [on.withToken(eve.token), on.withToken(eve.token)];
    for (const one of windows) await one.ready();
    for (const one of windows) await shown(one);
    const [first, second] = windows as [SyncClient, SyncClient];
    for (let i = 1; i <= limits.reactionsBurst + 5; i++) say(first, { reaction: heart(i) });
    await until(() => expect(heardOf(ben, first).at(-1)?.reaction).toBeDefined());
    say(second, { cursor: { x: 7, y: 7 }, reaction: heart(1) });
    await until(() => expect(heardOf(ben, second).at(-1)?.cursor?.x).toBe(7));
    expect(heardOf(ben, second).at(-1)?.reaction).toBeUndefined();
  });

  it('[R121] be seen by a participant who only looks, nor switch for others what is off', async () => {
    const { access, ada } = await threeOf();
    const viewer = await on.ready('view');
    await shown(viewer);
    say(viewer, { chat: 'from outside' });
    say(ada, { chat: 'from Ada' });
    await until(() => expect(heardOf(viewer, ada).at(-1)?.chat).toBe('from Ada'));
    expect(heardOf(ada, viewer)).toEqual([]);
    const { token } = await access.joinAs('edit');
    expect(await calm(access, ['chat'], token)).toBe(403);
  });
});

describe('a calm board', () => {
  it('[R121] what is switched off is passed on to nobody, a facilitator’s neither; the pointer goes on', async () => {
    const { access, ada, ben } = await threeOf();
    expect(await calm(access, ['laser', 'reactions', 'chat'])).toBe(200);
    const lea = await on.withToken(access.leader.token).ready();
    await shown(lea);
    await until(() => expect(ben.people.has(lea.doc.clientID)).toBe(true));
    for (const one of [ada, lea]) {
      say(one, { laser: [{ x: 1, y: 1 }], reaction: heart(1), chat: 'Hello' });
      await until(() => expect(heardOf(ben, one)).not.toEqual([]));
      expect(heardOf(ben, one).at(-1)).toEqual(still);
    }
  });

  it('[R121] what is still shown goes when it is switched off, and newcomers do not hear of it', async () => {
    const { access, ada, ben } = await threeOf();
    say(ada, { laser: [{ x: 1, y: 1 }], reaction: heart(1), chat: 'Hello' });
    await until(() => expect(heardOf(ben, ada).at(-1)).toMatchObject({ chat: 'Hello', reaction: heart(1) }));
    await calm(access, ['chat', 'laser']);
    await until(() => expect(heardOf(ben, ada).at(-1)).toEqual({ ...still, reaction: heart(1) }));
    const late = await on.ready();
    await until(() => expect(heardOf(late, ada)).toEqual([{ ...still, reaction: heart(1) }]));
    await calm(access, []);
    say(ada, { chat: 'Again' });
    await until(() => expect(heardOf(ben, ada).at(-1)?.chat).toBe('Again'));
  });
});
