// Cancelling what the server makes, on a real server: nothing of it comes out, and what was published before stays. Bad input first.
import { strFromU8 } from 'fflate';
import { expect, it } from 'vitest';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import { HarvestSession } from '../support/harvest-session.ts';
import { syncBoard } from '../support/sync-board.ts';

const on = syncBoard();

const cancel = (session: HarvestSession, revision: unknown, token?: string) =>
  session.ask('POST', '/cancel', { revision }, token);

const pageText = async (session: HarvestSession) => strFromU8((await session.file('after-page.json')).bytes);

/** Exports are made one at a time: so many of another board stand before what is asked for next. */
async function busyServer(): Promise<{ done: Promise<unknown> }> {
  const other = await HarvestSession.of(on.server.origin);
  return { done: Promise.all(Array.from({ length: 5 }, () => other.ask('GET', '/preview'))) };
}

it('[R208] what names no revision is refused, and of what is out already the answer says so', async () => {
  const session = await HarvestSession.of(on.server.origin);
  for (const bad of [undefined, 'x', -1, 0.5]) expect((await cancel(session, bad)).status).toBe(400);
  const { revision } = await session.seen();
  await session.publish();
  const late = await cancel(session, revision);
  expect([late.status, (late.body as HarvestAnswer).published?.by]).toEqual([200, 'Lea']);
  expect(await pageText(session)).toContain('Write to the council');
});

it('[R208] nothing of what is cancelled comes out, and what was published before stays as it was', async () => {
  const session = await HarvestSession.of(on.server.origin);
  await session.edit({ intro: 'The first one.' });
  await session.publish();
  await session.edit({ intro: 'The second one.' });
  const before = await session.seen();
  const { done } = await busyServer();
  const [publishing, preview] = [session.publish({ revision: before.revision }), session.ask('GET', '/preview')];
  const answer = (await cancel(session, before.revision)).body as HarvestAnswer;
  expect(answer.published).toEqual(before.published);
  expect((await publishing).status).toBe(409);
  await preview;
  await done;
  expect((await session.seen()).published).toEqual(before.published);
  expect(await pageText(session)).toContain('The first one.');
  // What was set up stays, and is published when it is asked for again.
  expect((await session.publish()).status).toBe(200);
  expect(await pageText(session)).toContain('The second one.');
});

it('[R208] who does not lead ends nobody else’s work', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const { revision } = await session.seen();
  const { done } = await busyServer();
  const publishing = session.publish({ revision });
  expect((await cancel(session, revision, session.asha.token)).status).toBe(200);
  expect((await publishing).status).toBe(200);
  await done;
  expect((await session.seen()).published).not.toBeNull();
});
