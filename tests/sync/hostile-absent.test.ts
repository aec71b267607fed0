// Somebody fills the clocks of a person who is away. Whatever they fill them with: that person's work is in the document, or its
// refusal is said; it never counts as saved and is gone. Rules R42, R44 and R101.
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { syncBoard } from '../support/sync-board.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs } from '../support/test-server.ts';
import { onePart, type PartContent, valuePart as value } from '../support/written-update.ts';

const metricsToken = 'figures-for-this-test';
let awayMs = 0;
afterEach(() => {
  awayMs = 0;
});
const on = syncBoard({ ticks: () => performance.now() + awayMs, roomIdleMs: 5, config: { metricsToken } });

interface Person {
  token: string;
  doc: Y.Doc;
}
async function person(name: string): Promise<Person> {
  return { token: (await joinAs(on.server.origin, on.board, 'edit', { name })).token, doc: new Y.Doc() };
}
/** As y-websocket does it: shows its id first, then answers step 1. */
function connect({ token, doc }: Person): SyncClient {
  const client = on.withToken(token, { doc });
  client.ws.once('open', () => client.sendPeople({ id: doc.clientID, clock: 1, state: {} }));
  return client;
}
const enter = (who: Person): Promise<SyncClient> => connect(who).ready();
const saved = (client: SyncClient): Promise<void> => until(() => expect(client.settled).toBe(client.sent));
async function leave(client: SyncClient): Promise<void> {
  client.stop();
  await client.end();
}
/** Until the board has left memory, and with it who was here. */
async function forgotten(): Promise<void> {
  await until(async () => {
    const headers = { authorization: `Bearer ${metricsToken}` };
    const figures = await (await fetch(`${on.server.origin}/metrics`, { headers })).text();
    expect(figures).toMatch(/^commonboard_boards_open 0$/m);
  });
}

const fillers: [string, PartContent][] = [
  ['garbage', { is: 'garbage', length: 50 }],
  ['deleted letters', { is: 'deleted', length: 50 }],
  ['values', { is: 'value', value: 'forged' }],
];

describe.each(fillers)('with %s', (_, content) => {
  const fill = (doc: Y.Doc): Uint8Array =>
    onePart(doc.clientID, Y.getState(doc.store, doc.clientID), { ...value(0, 'shape:mine'), content });

  /** The victim has written, left and goes on; the attacker knows the id from the document. */
  async function victimGone(): Promise<{ victim: Person; bad: SyncClient }> {
    const [victim, attacker] = [await person('Vera'), await person('Mal')];
    const first = await enter(victim);
    write(victim.doc, 'before', 1);
    await saved(first);
    await leave(first);
    await forgotten();
    return { victim, bad: await enter(attacker) };
  }
  /** What was refused to them, and what others see then. */
  async function comesBack(victim: Person): Promise<{ refused: string[]; seen: Record<string, unknown> }> {
    const back = connect(victim);
    await until(() => expect(back.settled).toBeGreaterThan(0));
    await saved(back);
    const reader = await enter(await person('Rea'));
    return { refused: back.refusals.map(({ code }) => code), seen: written(reader.doc) };
  }

  it('[R44] later than a while after its start the server takes nothing of another', async () => {
    const { victim, bad } = await victimGone();
    awayMs = limits.broughtByOthersMs;
    bad.sendStep2(fill(victim.doc));
    await until(() => expect(bad.refusals).toMatchObject([{ code: 'not-allowed' }]));
    write(victim.doc, 'mine', 1);
    expect(await comesBack(victim)).toMatchObject({ refused: [], seen: { mine: 1 } });
  });

  it('[R101] soon after it, the work of who comes back is refused aloud and not called saved', async () => {
    const { victim, bad } = await victimGone();
    bad.sendStep2(fill(victim.doc));
    await saved(bad);
    expect(bad.refusals).toEqual([]);
    await leave(bad);
    await forgotten();
    write(victim.doc, 'mine', 1);
    expect((await comesBack(victim)).refused).toEqual(['conflict']);
    // Nothing of the attacker's has reached the work itself.
    expect(written(victim.doc)).toMatchObject({ mine: 1 });
  });

  it('[R44] who has told all they have and left is not spoken for by another', async () => {
    const [victim, attacker] = [await person('Vera'), await person('Mal')];
    const [first, bad] = [await enter(victim), await enter(attacker)];
    await saved(first);
    await leave(first);
    await until(() => expect(bad.people.get(victim.doc.clientID)).toBeNull());
    bad.sendStep2(fill(victim.doc));
    bad.sendUpdate(fill(victim.doc));
    await until(() => expect(bad.refusals.map(({ code }) => code)).toEqual(['not-allowed', 'not-allowed']));
    write(victim.doc, 'mine', 1);
    expect(await comesBack(victim)).toMatchObject({ refused: [], seen: { mine: 1 } });
  });

  it('[R42] an id that another took first is refused to who shows it, with all that it holds', async () => {
    awayMs = limits.broughtByOthersMs;
    const [victim, attacker] = [await person('Vera'), await person('Mal')];
    const [first, bad] = [await enter(victim), await enter(attacker)];
    await until(() => expect(bad.people.has(victim.doc.clientID)).toBe(true));
    await Promise.all([leave(first), leave(bad)]);
    await forgotten();
    const again = await enter(attacker);
    again.sendStep2(fill(victim.doc));
    await saved(again);
    await leave(again);
    write(victim.doc, 'mine', 1);
    expect((await comesBack(victim)).refused).toEqual(['conflict']);
  });
});

it('[R101] what others honestly brought is compared once and asks nobody again', async () => {
  const [ada, ben] = [await person('Ada'), await person('Ben')];
  const first = await enter(ada);
  write(ada.doc, 'saved', 1);
  await saved(first);
  await leave(first);
  await forgotten();
  // What the server had passed on, and lost.
  write(ada.doc, 'heard', 1);
  ben.doc.clientID++;
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ada.doc));
  const one = await enter(ben);
  await saved(one);
  expect((await on.controls.store.loadDocument(on.board.id)).credits.doubted).toHaveLength(1);
  const back = await enter(ada);
  await saved(back);
  expect([one.refusals, back.refusals, written(one.doc)]).toEqual([[], [], { saved: 1, heard: 1 }]);
  expect((await on.controls.store.loadDocument(on.board.id)).credits.doubted).toEqual([]);
});
