// Somebody takes more places than one person needs: sockets, client ids. The others still get in and still write.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { syncBoard } from '../support/sync-board.ts';
import type { SyncClient } from '../support/sync-client.ts';
import { until, write, written } from '../support/sync-client.ts';
import { joinAs } from '../support/test-server.ts';

const unbounded = { burst: 5_000, perSecond: 5_000 };
const on = syncBoard({ joinLimit: unbounded, entryLimit: unbounded });

describe('sockets', () => {
  it('[R103] six hundred of one token keep nobody out: the oldest are closed', { timeout: 60_000 }, async () => {
    const { token } = await joinAs(on.server.origin, on.board);
    const greedy: SyncClient[] = [];
    for (let i = 0; i < limits.connectionsPerBoardMax; i += 50) {
      const some = Array.from({ length: 50 }, () => on.withToken(token, { mute: true }));
      await Promise.all(some.map(({ opened }) => opened));
      greedy.push(...some);
    }
    const open = () => greedy.filter(({ closed }) => closed === null);
    await until(() => expect(open()).toHaveLength(limits.socketsPerParticipantMax));
    const words = { code: closeCodes.notAllowed, reason: closeReasons.tooManyWindows };
    expect(greedy.find(({ closed }) => closed)?.closed).toEqual(words);
    const good = await on.ready();
    write(good.doc, 'good', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    // The newest of a person is the one in front of them.
    expect(greedy.at(-1)?.closed).toBeNull();
  });

  it('[R103] when a crowd has taken all places, facilitators still get in', { timeout: 60_000 }, async () => {
    const { token: leading } = await joinAs(on.server.origin, on.board, 'facilitate');
    const places = limits.connectionsPerBoardMax - limits.placesForFacilitators;
    const tokens = await Promise.all(
      Array.from(
        { length: Math.ceil(places / limits.socketsPerParticipantMax) },
        async () => (await joinAs(on.server.origin, on.board)).token,
      ),
    );
    const crowd = Array.from({ length: places }, (_, i) =>
      on.withToken(tokens[Math.floor(i / limits.socketsPerParticipantMax)] ?? '', { mute: true }),
    );
    await Promise.all(crowd.map(({ opened }) => opened));
    const late = await on.connect('edit', { mute: true });
    expect(await late.end()).toEqual({ code: closeCodes.tryLater, reason: 'the board is full' });
    expect((await on.withToken(leading).ready()).closed).toBeNull();
    expect(crowd.filter(({ closed }) => closed)).toEqual([]);
  });
});

describe('client ids', () => {
  /** As many new ids, one record under each. */
  function many(count: number, name: string): Y.Doc {
    const doc = new Y.Doc();
    for (let i = 0; i < count; i++) {
      doc.clientID = Math.floor(Math.random() * 2 ** 31);
      write(doc, `${name}${i}`, 1);
    }
    return doc;
  }

  it('[R43] one person has so many and is told so; the next goes on', async () => {
    const bad = await on.ready();
    bad.sendUpdate(Y.encodeStateAsUpdate(many(limits.clientIdsPerParticipantMax, 'a')));
    bad.sendUpdate(Y.encodeStateAsUpdate(many(1, 'b')));
    await until(() => expect(bad.settled).toBe(bad.sent));
    expect(bad.refusals.map(({ code, message }) => [code, /windows/.test(message)])).toEqual([['too-many-ids', true]]);
    const good = await on.ready();
    write(good.doc, 'good', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    expect([good.refusals, Object.keys(written(good.doc)).length]).toEqual([[], limits.clientIdsPerParticipantMax + 1]);
  });

  it('[R43] what somebody brings of others after a start is counted too', async () => {
    const bad = await on.connect('edit', { mute: true });
    bad.sendStep2(Y.encodeStateAsUpdate(many(limits.broughtIdsPerParticipantMax, 'a')));
    bad.sendStep2(Y.encodeStateAsUpdate(many(1, 'b')));
    await until(() => expect(bad.settled).toBe(bad.sent));
    expect(bad.refusals.map(({ frame, code }) => [frame, code])).toEqual([[2, 'too-many-ids']]);
  });
});
