// What must never leak of a secret ballot, with as few as three voters, looked for in everything that is received and kept.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { everythingAsked, everythingStored, holding, listener, type Listener } from '../support/everything-heard.ts';
import { filesIn } from '../support/files-in.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';
import { roundId } from '../support/voting-acts.ts';
import { VotingBoard } from '../support/voting-board.ts';

const on = syncBoard();

describe('a secret vote of three', () => {
  it('[R135] nothing that anybody receives, nor exports, versions, log or database ties a ballot to a person', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const store = await openSqliteStore(dataDir, null);
    const server = await startTestServer({ store });
    const voting = await VotingBoard.of(server.origin);
    const { access } = voting;
    const { id } = access.board;
    const voters: Joined[] = [];
    for (const name of ['Adalbertina', 'Benevolenta', 'Cemaleddin']) voters.push(await access.joinAs('edit', { name }));
    const reasons = ['objects-kestrel', 'objects-heron', 'objects-plover'];
    const ties = voters.flatMap(({ participantId, name }) => [participantId, name]);
    const others = [access.leader, await access.joinAs('view'), await access.joinAs('edit')];
    const { token: screen } = (await access.ask('POST', '/screen', {})).body as { token: string };

    const listeners: Listener[] = [];
    const listen = async (token: string, full = true): Promise<void> => {
      const one = listener(access, token, { full });
      listeners.push(one);
      on.clients.push(one.client);
      await one.client.ready();
    };
    for (const token of [...others, ...voters].map((one) => one.token).concat(screen)) await listen(token);
    await listen(others[2]!.token, false);

    await voting.open({ method: 'objection' });
    for (const [i, { token }] of voters.entries()) {
      const marks = [{ option: voting.options[0]!, value: 1, reason: reasons[i]! }];
      expect((await voting.put(token, { votes: [{ marks, sector: null }] })).status).toBe(200);
    }
    await access.ask('POST', '/versions', { name: 'in the middle' });
    // A ballot is its voter's alone until all of them are counted.
    for (const { token } of [...others, { token: screen }])
      for (const [path, text] of await everythingAsked(access, token)) expect(text, path).not.toContain('objects-');
    for (const [i, { token }] of voters.entries())
      for (const [path, text] of await everythingAsked(access, token))
        for (const reason of reasons.toSpliced(i, 1)) expect(text, path).not.toContain(reason);
    expect(await everythingStored(store, id)).not.toContain('objects-');
    for (const [i, { frames }] of listeners.entries()) {
      const own = reasons[i - others.length] ?? '-';
      for (const frame of frames) expect(frame.replaceAll(own, '')).not.toContain('objects-');
    }

    const heardBefore = listeners.map(({ frames }) => frames.length);
    const closed = await voting.close();
    expect(closed.result).toMatchObject({ named: null, votes: 3 });
    expect(closed.result?.options[0]?.reasons).toEqual(reasons.toSorted());
    expect(await store.listBallots(id, roundId())).toEqual([]);
    await access.ask('POST', '/versions', { name: 'afterwards' });

    // What was objected is a result; who said it, and when, is nowhere: only who leads sees who could.
    const told = new Map<string, string>();
    for (const { token } of [...others, ...voters, { token: screen }])
      for (const [path, text] of holding(await everythingAsked(access, token), 'objects-')) {
        told.set(path, text);
        for (const tie of ties) expect(withoutRoster(text), path).not.toContain(tie);
      }
    // What is looked for would be found, also in what is packed.
    for (const end of ['/votes', 'report.md', 'report.docx', 'results.xlsx', 'votes.csv'])
      expect([...told.keys()].some((path) => path.endsWith(end))).toBe(true);
    const counted = listeners.filter(({ client }) => client.ws.protocol !== subprotocols.plain);
    for (const { client } of counted) await until(() => expect(client.votes.at(-1)?.rounds[0]?.state).toBe('closed'));
    for (const [i, { frames }] of listeners.entries())
      for (const frame of frames.slice(heardBefore[i]).filter((text) => text.includes('objects-')))
        for (const tie of ties) expect(withoutRoster(frame)).not.toContain(tie);
    const [round] = await store.listRounds(id);
    for (const tie of ties) expect(withoutRoster(round!.state)).not.toContain(tie);
    for (const line of server.logged) expect(line).not.toContain('objects-');
    // The ballots themselves are gone from the files while the server still runs.
    for (const [file, bytes] of await filesIn(dataDir)) expect(bytes, file).not.toContain('"marks"');
    await server.stop();
  }, 60_000);

  it('[R134] [R135] nothing of a ballot stays in the files, nor of those that it took the place of', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const store = await openSqliteStore(dataDir, null);
    const server = await startTestServer({ store });
    const voting = await VotingBoard.of(server.origin);
    const [option = ''] = voting.options;
    // So many that their ballots do not fit into one page of the file.
    const voters = await Promise.all(Array.from({ length: 16 }, () => voting.access.joinAs('edit')));
    await voting.open({ method: 'objection' });
    const long = 'and this is why: '.repeat(10);
    for (const more of [long, '', `${long}${long}`, null])
      for (const [i, { token }] of voters.entries()) {
        const said = more === null ? { value: 0 } : { value: 1, reason: `objects-${i} ${more}` };
        const ballot = { votes: [{ marks: [{ option, ...said }], sector: null }] };
        expect((await voting.put(token, ballot)).status).toBe(200);
      }
    const before = await filesIn(dataDir);
    expect(before.some(([, bytes]) => bytes.includes('"marks"'))).toBe(true);
    expect((await voting.close()).result).toMatchObject({ votes: voters.length });
    await store.copyTo(join(dataDir, 'backup.db'));
    const after = await filesIn(dataDir);
    expect(after.map(([file]) => file)).toContain('backup.db');
    for (const [file, bytes] of after)
      for (const text of ['"marks"', 'objects-', 'this is why']) expect(bytes, file).not.toContain(text);
    await server.stop();
  }, 60_000);
});

/** Who could vote, which who leads may know. */
function withoutRoster(text: string): string {
  return text.replaceAll(/"roster":\[[^\]]*\]/g, '');
}
