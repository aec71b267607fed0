// What a group leaves with, on a real server: who may set it up and publish it, what is in each package and what is in none of those
// that are passed on, and that it can be taken back. Bad input first.
import { Buffer } from 'node:buffer';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { canaries, zones } from '../support/harvest-records.ts';
import { HarvestSession, png } from '../support/harvest-session.ts';
import { readable } from '../support/readable.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();
const patience = { timeout: 20_000 };
const publicFiles = ['after-page.json', 'commitments.ics', 'report.docx', 'results.xlsx', 'funder.docx', 'funder.html'];

async function pageOf(session: HarvestSession, token?: string): Promise<AfterPage> {
  const { bytes } = await session.file('after-page.json', token);
  return JSON.parse(strFromU8(bytes)) as AfterPage;
}

describe('who may', () => {
  it("[R185] a participant's hand-made message neither edits nor publishes nor takes back nor sees the preview", async () => {
    const session = await HarvestSession.of(on.server.origin);
    const viewer = await session.access.joinAs('view');
    for (const { token } of [session.asha, viewer]) {
      expect((await session.edit({ title: 'Mine' }, token)).status).toBe(403);
      expect((await session.publish({}, token)).status).toBe(403);
      expect((await session.ask('GET', '/preview', undefined, token)).status).toBe(403);
    }
    expect((await session.seen()).published).toBeNull();
    expect((await session.publish()).status).toBe(200);
    expect((await session.ask('POST', '/take-back', {}, session.asha.token)).status).toBe(403);
    expect((await session.seen()).published).not.toBeNull();
    expect((await session.seen()).leads?.edit.title).toBe('');
    expect((await session.seen(session.asha.token)).leads).toBeNull();
  });

  it('[R184] what is no edit is refused, and a stale one gets 409', async () => {
    const session = await HarvestSession.of(on.server.origin);
    for (const bad of [{}, { title: 'x'.repeat(1_000) }, { parts: ['everything'] }, { zones: [7] }])
      expect((await session.ask('PUT', '', { revision: 0, edit: bad })).status).toBe(400);
    expect((await session.edit({ title: 'Gardens' })).status).toBe(200);
    expect((await session.ask('PUT', '', { revision: 0, edit: (await session.seen()).leads?.edit })).status).toBe(409);
    expect((await session.publish({ revision: 0 })).status).toBe(409);
    expect((await session.seen()).leads?.edit.title).toBe('Gardens');
  });

  it('[R187] pictures are PNG files by their bytes, one for each zone', async () => {
    const session = await HarvestSession.of(on.server.origin);
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    expect((await session.publish({ pictures: [{ zone: zones.garden, png: script }] })).status).toBe(415);
    const twice = [zones.garden, zones.garden].map((zone) => ({ zone, png }));
    expect((await session.publish({ pictures: twice })).status).toBe(400);
    expect((await session.seen()).published).toBeNull();
  });

  it('[R190] each gets the files that their role may have, and nobody the source', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.publish();
    const status = async (file: string, token?: string) => (await session.file(file, token)).status;
    for (const file of ['after-page.json', 'picture-1.png', 'commitments.ics', 'report.docx', 'results.xlsx'])
      expect([file, await status(file, session.quillon.token)]).toEqual([file, 200]);
    for (const file of ['funder.docx', 'funder.html', 'facilitator.zip']) {
      expect([file, await status(file, session.asha.token)]).toEqual([file, 403]);
      expect([file, await status(file)]).toEqual([file, 200]);
    }
    for (const file of ['source', 'own.json', '__proto__', '..%2Fown.json'])
      expect([file, await status(file)]).toEqual([file, 404]);
  });
});

describe('what is published', () => {
  it('[R192] no public package holds a name that was not agreed to, a sensitive card or an opinion', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.edit({ intro: 'We thank Quillon Zephyrine.' });
    expect((await session.publish()).status).toBe(200);
    for (const name of publicFiles) {
      const words = readable((await session.file(name)).bytes);
      for (const canary of canaries) expect([name, canary, words.includes(canary)]).toEqual([name, canary, false]);
      // To know that the search finds what is there.
      expect([name, words.includes('Write to the council')]).toEqual([name, true]);
    }
    const answer = JSON.stringify((await session.ask('GET', '/preview')).body);
    for (const canary of canaries) expect([canary, answer.includes(canary)]).toEqual([canary, false]);
  });

  it('[R193] the after-page says what was made, with names of who agreed, and pictures of what may be shown', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.edit({ title: 'Gardens', intro: 'Three promises.' });
    await session.publish({ missing: ['Zones on other pages: 2.'] });
    const page = await pageOf(session, session.quillon.token);
    expect(page).toMatchObject({
      title: 'Gardens',
      intro: 'Three promises.',
      people: 3,
      goals: ['A garden in each street'],
    });
    const [garden, who] = page.zones;
    expect(garden).toMatchObject({ title: 'Our garden', picture: 'picture-1.png' });
    expect(garden?.items.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['A garden in each street', 'A note by Asha', 'We plant trees']),
    );
    // It holds a sensitive card.
    expect(who).toMatchObject({ title: 'Who stands where', picture: null });
    expect((await session.file('picture-2.png', session.asha.token)).status).toBe(404);
    expect(page.commitments).toEqual([
      {
        id: 'shape:write',
        who: 'asha rao',
        what: 'Write to the council',
        firstStep: 'Find the address',
        due: '2027-05-01',
      },
      { id: 'shape:dig', who: '', what: 'Dig the beds', firstStep: '', due: '2027-06-01' },
      { id: 'shape:when', who: 'Asha Rao', what: 'Tell (somebody) of it', firstStep: '', due: '' },
    ]);
    expect(page.decisions).toMatchObject([{ text: 'We begin in May' }]);
    expect(page.open).toEqual(expect.arrayContaining(['Parked: An idea for later']));
    const leftOut = page.leftOut.join(' ');
    for (const said of [
      'kept out of public copies: 1.',
      'not agreed to be named: 2.',
      'show what is left out here: 1.',
      'Zones on other pages: 2.',
    ])
      expect(leftOut).toContain(said);
    const calendar = strFromU8((await session.file('commitments.ics')).bytes);
    expect(calendar).toContain('DUE;VALUE=DATE:20270501');
  });

  it('[R207] words that who leads has taken out are in no file that is passed on, nor in the name of one', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.edit({ words: ['COUNCIL', 'asha', 'gardens'], intro: 'Gardens: see the council.' });
    await session.publish();
    for (const name of publicFiles) {
      const words = readable((await session.file(name)).bytes);
      expect([name, /\b(council|asha|gardens)\b/i.test(words)]).toEqual([name, false]);
      expect([name, words.includes('Dig the beds')]).toEqual([name, true]);
    }
    expect((await pageOf(session)).leftOut).toContain('Words that who leads has taken out: 3.');
    const path = `${on.server.origin}/api/boards/${session.access.board.id}/harvest/files/report.docx`;
    const { headers } = await fetch(path, { headers: { authorization: `Bearer ${session.asha.token}` } });
    expect(headers.get('content-disposition')).not.toMatch(/gardens/i);
    const archive = unzipSync((await session.file('facilitator.zip')).bytes);
    expect(strFromU8(archive['report.md'] ?? new Uint8Array())).toContain('Write to the council');
  });

  it('[R194] everybody gets their own notes and commitments, whether they are named or not', async () => {
    const session = await HarvestSession.of(on.server.origin);
    expect((await session.ask('GET', '/own', undefined, session.quillon.token)).status).toBe(404);
    await session.publish();
    expect((await session.ask('GET', '/own', undefined, session.quillon.token)).body).toEqual({
      notes: [{ text: 'We plant trees', zone: 'Our garden' }],
      commitments: [{ what: 'Dig the beds', firstStep: '', due: '2027-06-01' }],
    });
    expect((await session.ask('GET', '/own', undefined, session.asha.token)).body).toMatchObject({
      notes: [{ text: 'A note by Asha' }],
      commitments: [{ what: 'Write to the council' }, { what: 'Tell QUILLON ZEPHYRINE of it' }],
    });
  });

  it('[R195] the archive opens, says what is in it, has everything, and marks what is sensitive', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.publish();
    const files = unzipSync((await session.file('facilitator.zip')).bytes);
    const names = Object.keys(files);
    const readme = strFromU8(files['README.txt'] ?? new Uint8Array());
    for (const name of names.filter((one) => one !== 'README.txt')) expect(readme).toContain(`- ${name}: `);
    expect(readme).toContain('Have agreed to be named: Asha Rao.');
    expect(names).toEqual(
      expect.arrayContaining([
        'report.md',
        'report.docx',
        'results.xlsx',
        'commitments.ics',
        'pictures/1 Our garden.png',
        'pictures/2 Who stands where.png',
        'board/board.yjs',
        'board/records.json',
        'to-pass-on/funder.docx',
        'to-pass-on/after-page.json',
      ]),
    );
    const report = strFromU8(files['report.md'] ?? new Uint8Array());
    expect(report).toContain('Quillon');
    expect(report.match(/.{13}SECRETCARD/g)?.every((text) => text.includes('Sensitive'))).toBe(true);
    expect(names).not.toContain('to-pass-on/own.json');
  });

  it('[R186] zones, votes and sections that are not chosen are in no public file', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.edit({ zones: [zones.private], parts: ['commitments'] });
    await session.publish();
    const page = await pageOf(session);
    expect(page.zones.map(({ title }) => title)).toEqual(['Who stands where', '']);
    expect(page).toMatchObject({ decisions: [], open: [] });
    for (const name of publicFiles) expect(readable((await session.file(name)).bytes)).not.toContain('We plant trees');
    expect(readable((await session.file('report.docx')).bytes)).not.toContain('>Decisions<');
  });
});

describe('what changes later', () => {
  it('[R189] everybody hears when it is published and when it is taken back; then nothing of it can be fetched', async () => {
    const session = await HarvestSession.of(on.server.origin);
    const client = new SyncClient(session.access.origin, session.access.board.id, session.asha.token);
    onTestFinished(() => client.stop());
    await client.ready();
    await session.publish();
    await vi.waitFor(() => expect(client.harvests.at(-1)?.published?.by).toBe('Lea'), patience);
    await session.ask('POST', '/take-back', {});
    await vi.waitFor(() => expect(client.harvests.at(-1)?.published).toBeNull(), patience);
    for (const name of [...publicFiles, 'picture-1.png', 'facilitator.zip'])
      expect([name, (await session.file(name)).status]).toEqual([name, 404]);
    expect((await session.ask('GET', '/own', undefined, session.asha.token)).status).toBe(404);
    // Its words stay, to be published again.
    expect((await session.publish()).status).toBe(200);
  });

  it('[R188] what is written on the board afterwards is not in it, until it is published again', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.publish();
    await session.access.ask('POST', '/notes', { text: 'Too late' });
    await session.edit({ title: 'Another title' });
    expect(JSON.stringify(await pageOf(session))).not.toMatch(/Too late|Another title/);
    await session.publish();
    expect(JSON.stringify(await pageOf(session))).toMatch(/Too late/);
    expect((await pageOf(session)).title).toBe('Another title');
  });

  it('[R191] who takes their name back is in none of the files when that is answered; who agrees later is', async () => {
    const session = await HarvestSession.of(on.server.origin);
    await session.publish();
    expect(JSON.stringify(await pageOf(session))).toContain('asha rao');
    expect((await session.agree(session.asha, false)).body).toEqual({ named: false });
    for (const name of publicFiles)
      expect([name, /Asha/i.test(readable((await session.file(name)).bytes))]).toEqual([name, false]);
    // The note "A note by Asha" is in the picture.
    expect((await pageOf(session)).zones[0]?.picture).toBeNull();
    expect((await session.file('picture-1.png')).status).toBe(404);
    await session.agree(session.quillon, true);
    expect((await pageOf(session)).commitments[1]?.who).toBe('Quillon Zephyrine');
  });

  it('[R184] it is there after a restart, and [R189] what was taken back is not in the database file any more', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const first = await startTestServer({ store: await openSqliteStore(dataDir, null) });
    const session = await HarvestSession.of(first.origin);
    await session.edit({ intro: 'The intro of gardens' });
    await session.publish();
    await first.stop();
    const second = await startTestServer({ store: await openSqliteStore(dataDir, null) });
    onTestFinished(() => second.stop());
    const { token } = session.access.leader;
    const path = `${second.origin}/api/boards/${session.access.board.id}/harvest`;
    const headers = { authorization: `Bearer ${token}` };
    expect(await (await fetch(path, { headers })).json()).toMatchObject({ published: { by: 'Lea' } });
    const page = (await (await fetch(`${path}/files/after-page.json`, { headers })).json()) as AfterPage;
    expect(page.intro).toBe('The intro of gardens');
    const held = async () =>
      (
        await Promise.all(
          (await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1').catch(() => '')),
        )
      ).join('');
    // How the page begins, which nothing else does.
    const mark = '"intro":"The intro of gardens","date"';
    expect(await held()).toContain(mark);
    expect((await fetch(`${path}/take-back`, { method: 'POST', headers })).status).toBe(200);
    await vi.waitFor(async () => expect(await held()).not.toContain(mark), patience);
  });
});
