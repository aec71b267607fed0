// Whose names are in what is published, when many say so at once, when the server has much to do, and when somebody means harm.
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { HarvestSession } from '../support/harvest-session.ts';
import { readable } from '../support/readable.ts';
import { syncBoard } from '../support/sync-board.ts';

const on = syncBoard();
const patience = { timeout: 40_000, interval: 100 };
const page = 'after-page.json';

async function pageText(session: HarvestSession): Promise<string | null> {
  const { status, bytes } = await session.file(page);
  return status === 200 ? strFromU8(bytes) : null;
}

it('[R191] who switches to and fro, and many at once, destroy nothing; what was said last counts', async () => {
  const session = await HarvestSession.of(on.server.origin);
  await session.publish();
  const switches = Array.from({ length: 12 }, (_, i) => session.agree(session.quillon, i % 2 === 0));
  const answers = await Promise.all([...switches, session.agree(session.asha, false)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await session.agree(session.quillon, true)).status).toBe(200);
  await vi.waitFor(async () => {
    const text = await pageText(session);
    expect(text).toContain('Quillon Zephyrine');
    expect(text).not.toMatch(/asha/i);
  }, patience);
  expect((await session.file('facilitator.zip')).status).toBe(200);
});

it('[R191] on a server with much to do a name that counts no more is given to nobody, and the rest comes back', async () => {
  const session = await HarvestSession.of(on.server.origin);
  await session.publish();
  const viewer = await session.access.joinAs('view');
  const flood = Array.from({ length: 45 }, () =>
    session.access.ask('GET', '/export/report.docx', undefined, viewer.token).catch(() => null),
  );
  const answer = session.agree(session.asha, false);
  expect((await answer).status).toBe(200);
  expect((await pageText(session)) ?? '').not.toMatch(/asha/i);
  await Promise.all(flood);
  await vi.waitFor(async () => expect((await pageText(session)) ?? 'not there').toContain('Gardens for all'), patience);
  expect(await pageText(session)).not.toMatch(/asha/i);
});

it('[R184] files that are made anew are no change of who leads: their edit goes on', async () => {
  const session = await HarvestSession.of(on.server.origin);
  await session.publish();
  const { revision } = await session.seen();
  await session.agree(session.quillon, true);
  const { edit } = (await session.seen()).leads ?? {};
  expect((await session.ask('PUT', '', { revision, edit })).status).toBe(200);
  expect((await session.ask('PUT', '', { revision, edit })).status).toBe(409);
});

it('[R192] who takes the name of somebody else in other letters agrees for nobody but themselves', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const double = await session.access.joinAs('edit', { name: 'Ｑuillon Zephyrine', named: true });
  expect(double.name).not.toBe('Ｑuillon Zephyrine');
  await session.publish();
  expect(await pageText(session)).not.toContain('Quillon');
});

it('[R192] who was never let in, or was sent away, takes no word out of what is published', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const away = await session.access.joinAs('edit', { name: 'gardens' });
  await session.publish();
  expect(await pageText(session)).not.toContain('Gardens for all');
  const sent = await session.access.ask('POST', `/participants/${away.participantId}`, { action: 'ban' });
  expect(sent.status).toBeLessThan(300);
  await session.publish();
  expect(await pageText(session)).toContain('Gardens for all');
});

it('[R186] sections that are not chosen have no sheet either', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const sheets = async (): Promise<string> => {
    const { bytes } = await session.file('results.xlsx');
    return strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  };
  await session.publish();
  expect(await sheets()).toMatch(/Commitments/i);
  await session.edit({ parts: ['open'] });
  await session.publish();
  expect(await sheets()).not.toMatch(/Commitments|Decisions|Votes/i);
  expect(readable((await session.file('results.xlsx')).bytes)).not.toMatch(/>Votes</);
});

it('[R191] a screen is nobody who could be named', async () => {
  const session = await HarvestSession.of(on.server.origin);
  const { token } = (await session.access.ask('POST', '/screen', {})).body as { token: string };
  expect((await session.access.ask('PUT', '/named', { named: true }, token)).status).toBe(403);
  expect((await session.seen()).leads?.agreed).toEqual(['Asha Rao']);
});
