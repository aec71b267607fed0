// Pictures that people have put into zones, on a real server: passed on only where who leads says so. Bad input first.
import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import { imageRecord, noteRecord, zones } from '../support/harvest-records.ts';
import { HarvestSession, png } from '../support/harvest-session.ts';
import { pngImage } from '../support/sample-images.ts';
import { syncBoard } from '../support/sync-board.ts';

const on = syncBoard();
const bare = Buffer.from(pngImage(16, 16, [250, 250, 250])).toString('base64');
const whole = [{ zone: zones.garden, png }];
const both = [{ zone: zones.garden, png, bare }];

async function withPicture(altText: string): Promise<HarvestSession> {
  const session = await HarvestSession.of(on.server.origin);
  await session.fill(session.asha, [imageRecord('photo', altText, zones.garden)]);
  return session;
}

async function pageOf(session: HarvestSession): Promise<AfterPage> {
  return JSON.parse(strFromU8((await session.file('after-page.json')).bytes)) as AfterPage;
}

const shown = async (session: HarvestSession) =>
  Buffer.from((await session.file('picture-1.png')).bytes).toString('base64');

it('[R206] what is no PNG is refused as the picture without them, too', async () => {
  const session = await withPicture('');
  const bad = Buffer.from('no picture').toString('base64');
  expect((await session.publish({ pictures: [{ zone: zones.garden, png, bare: bad }] })).status).toBe(415);
  expect((await session.publish({ pictures: [{ zone: zones.garden, png, bare: '&' }] })).status).toBe(400);
});

it('[R187] a picture of what has changed since it was drawn is not passed on, and that is said', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const drawn = await session.shown();
  const old = (zone: string) => ({ zone, png, shows: drawn(zone) });
  await session.fill(session.quillon, [noteRecord('late', 'Nobody has looked at this', zones.garden)]);
  expect((await session.publish({ pictures: [old(zones.garden)] })).status).toBe(200);
  expect((await session.file('picture-1.png')).status).toBe(404);
  const page = await pageOf(session);
  expect(page.zones[0]?.picture).toBeNull();
  expect(page.leftOut.find((why) => why.includes('changed while they were drawn'))).toMatch(/: 1\.$/);
  // What lies elsewhere is no matter.
  await session.fill(session.quillon, [noteRecord('beside', 'On the page', 'page:page')]);
  await session.publish({ pictures: [{ ...old(zones.garden), shows: (await session.shown())(zones.garden) }] });
  expect(await shown(session)).toBe(png);
});

it('[R186] [R187] of a zone that is not chosen it is not said either that its picture was left out', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const drawn = await session.shown();
  await session.fill(session.quillon, [noteRecord('late', 'Nobody has looked at this', zones.private)]);
  await session.edit({ zones: [zones.garden] });
  const pictures = [zones.garden, zones.private].map((zone) => ({ zone, png, shows: drawn(zone) }));
  expect((await session.publish({ pictures })).status).toBe(200);
  expect((await pageOf(session)).leftOut.join()).not.toContain('while they were drawn');
});

it('[R206] a zone with uploaded pictures is passed on without them, or not at all, and they are counted', async () => {
  const session = await withPicture('Quillon on a bench');
  await session.publish({ pictures: whole });
  expect((await pageOf(session)).zones[0]?.picture).toBeNull();
  expect((await session.file('picture-1.png')).status).toBe(404);
  await session.publish({ pictures: both });
  expect(await shown(session)).toBe(bare);
  expect((await pageOf(session)).leftOut).toContain('Pictures that people have put on the board: 1.');
  // Who leads has all of it.
  const archive = unzipSync((await session.file('facilitator.zip')).bytes);
  expect(Buffer.from(archive['pictures/1 Our garden.png'] ?? []).toString('base64')).toBe(png);
  // And so it stays when it is made anew.
  await session.agree(session.quillon, true);
  expect(await shown(session)).toBe(bare);
});

it('[R206] they are passed on where who leads says so, unless their words name somebody', async () => {
  const session = await withPicture('A bench');
  await session.edit({ uploads: true });
  await session.publish({ pictures: both });
  expect(await shown(session)).toBe(png);
  expect((await pageOf(session)).leftOut.join()).not.toContain('put on the board');
  const named = await withPicture('Quillon on a bench');
  await named.edit({ uploads: true });
  await named.publish({ pictures: both });
  expect((await pageOf(named)).zones[0]?.picture).toBeNull();
});
