// Each attack that was ever measured on a board of this kind, over a real socket: the board stays sound, the victim loses nothing,
// nobody else is closed, and a connection fills no log. Rules R20, R31, R40 to R44 and R48.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { attacks } from '../support/attacks.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write, written } from '../support/sync-client.ts';
import { writeUpdate } from '../support/written-update.ts';

const on = syncBoard();
const { connect, ready } = on;

describe.each(['update', 'step 2'] as const)('sent as %s', (kind) => {
  it.each(Object.entries(attacks))('[R40] %s', { timeout: 60_000 }, async (_, make) => {
    const [victim, bad, other] = await Promise.all([ready(), ready(), ready()]);
    victim.sendPeople({ id: victim.doc.clientID, clock: 1, state: {} });
    write(victim.doc, 'before', 1);
    await until(() => expect([written(bad.doc), bad.people.has(victim.doc.clientID)]).toEqual([{ before: 1 }, true]));
    const lines = on.server.logged.length;
    const { clientID } = victim.doc;
    for (const update of make({ client: clientID, clock: Y.getState(victim.doc.store, clientID) })) {
      if (kind === 'update') bad.sendUpdate(update);
      else bad.sendStep2(update);
    }
    await until(() => expect(bad.settled).toBe(bad.sent));
    write(victim.doc, 'after', 2);
    await until(() => expect(written(other.doc)).toEqual({ before: 1, after: 2 }));
    await until(() => expect(victim.settled).toBe(victim.sent));
    const late = await ready();
    expect(written(late.doc)).toEqual({ before: 1, after: 2 });
    expect([late.doc.store.pendingStructs, late.doc.store.pendingDs]).toEqual([null, null]);
    expect([victim.closed, other.closed, victim.refusals, other.refusals]).toEqual([null, null, [], []]);
    expect(on.server.logged.length - lines).toBeLessThanOrEqual(1);
  });
});

describe('presence', () => {
  it('[R20] fifty thousand ids in one frame are shown to nobody', async () => {
    const [bad, other] = await Promise.all([ready(), ready()]);
    bad.sendPeople(...Array.from({ length: 50_000 }, (_, id) => ({ id, clock: 1, state: {} })));
    await bad.end();
    expect([other.people.size, other.closed]).toEqual([0, null]);
  });
});

describe('a viewer', () => {
  it('[R13] whose step 2 names deletions again and again costs no more than reading it', async () => {
    const [editor, viewer] = await Promise.all([ready(), ready('view')]);
    for (let i = 0; i < 200; i++) write(editor.doc, 'a', i);
    await until(() => expect(written(viewer.doc)).toEqual({ a: 199 }));
    const client = editor.doc.clientID;
    const again = Array.from({ length: 40_000 }, (): [number, number] => [0, 199]);
    viewer.sendStep2(writeUpdate({ clients: [], deleted: [{ client, ranges: again }] }));
    viewer.sendStep2(writeUpdate({ clients: [], deleted: [{ client, ranges: [[0, 199]] }] }));
    await until(() => expect(viewer.settled).toBe(viewer.sent));
    expect(viewer.refusals.map(({ code }) => code)).toEqual(['unreadable']);
  });
});

describe('too much', () => {
  it('[R48] who asks for the whole board again and again gets it as often as anybody needs it, and later', async () => {
    const [greedy, good] = await Promise.all([ready(), ready()]);
    const answers = () => greedy.types.filter((type) => type === messageTypes.sync).length;
    const before = answers();
    for (let i = 0; i < 200; i++) greedy.sendStep1();
    await until(() => expect(answers() - before).toBeGreaterThanOrEqual(limits.step1Burst - 1));
    write(good.doc, 'good', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    expect(answers() - before).toBeLessThan(limits.step1Burst + 10);
    expect(greedy.closed).toBeNull();
  });

  it('[R48] a flood of updates is read later and not lost', { timeout: 60_000 }, async () => {
    const [busy, good] = await Promise.all([ready(), ready()]);
    const count = limits.framesBurst + 2 * limits.framesPerSecond;
    for (let i = 0; i < count; i++) write(busy.doc, 'count', i);
    write(good.doc, 'good', 1);
    await until(() => expect(good.settled).toBe(good.sent));
    await expect.poll(() => busy.settled, { timeout: 30_000 }).toBe(busy.sent);
    await until(() => expect(written(good.doc)).toEqual({ count: count - 1, good: 1 }));
    expect([busy.refusals, busy.closed]).toEqual([[], null]);
  });

  it('[R48] pasting thousands of notes, in chunks, waits for nothing', async () => {
    const [busy, reader] = await Promise.all([ready(), ready()]);
    for (let chunk = 0; chunk < 20; chunk++) {
      busy.doc.transact(() => {
        for (let i = 0; i < limits.recordsPerUpdateMax; i++)
          busy.doc.getMap('rec').set(`shape:${chunk}-${i}`, new Y.Map([['', { text: 'words '.repeat(40) }]]));
      });
    }
    await until(() => expect(busy.settled).toBe(busy.sent));
    await until(() => expect(reader.doc.getMap('rec').size).toBeGreaterThan(20 * limits.recordsPerUpdateMax));
  });

  it('[R6] a message in ten thousand pieces closes its sender', async () => {
    const [bad, good] = await Promise.all([connect('edit', { mute: true }), ready()]);
    for (let i = 0; i < 10_000; i++) bad.ws.send(new Uint8Array([0]), { fin: false });
    expect((await bad.end()).code).toBe(1008);
    expect(good.closed).toBeNull();
  });
});
