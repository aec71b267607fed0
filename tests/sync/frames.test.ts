// One message in each frame, and what a refusal says. Rules R7 and R16.
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write, written } from '../support/sync-client.ts';
import { onePart, valuePart as value } from '../support/written-update.ts';

const on = syncBoard();

/** Whether there is exactly one message of the document or of presence in it; others carry no length. */
function isOne(frame: Uint8Array): boolean {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === messageTypes.sync) decoding.readVarUint(decoder);
  if (type !== messageTypes.sync && type !== messageTypes.awareness) return true;
  decoding.readVarUint8Array(decoder);
  return !decoding.hasContent(decoder);
}

describe('a frame', () => {
  it('[R7] with two messages in it closes its sender', async () => {
    const bad = await on.ready();
    bad.sendRaw(new Uint8Array([messageTypes.queryAwareness, messageTypes.queryAwareness]));
    expect((await bad.end()).code).toBe(closeCodes.badFrame);
  });

  it.each([true, false])('[R7] from the server holds one, also when much is sent at once (full: %s)', async (full) => {
    const [ada, ben, reader] = [await on.ready(), await on.ready(), await on.ready('view', { full })];
    const frames: Uint8Array[] = [];
    reader.ws.on('message', (data: Buffer) => frames.push(new Uint8Array(data)));
    for (let i = 0; i < 100; i++) {
      for (const one of [ada, ben]) {
        write(one.doc, `k${i % 7}`, i);
        one.sendPeople({ id: one.doc.clientID, clock: i, state: { i } });
      }
    }
    await until(() => expect(written(reader.doc)).toEqual(written(ada.doc)));
    await until(() => expect(reader.people.size).toBe(2));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.filter((frame) => !isOne(frame))).toEqual([]);
  });
});

describe('a refusal', () => {
  const unreadable = new Uint8Array([1, 2, 3]);
  const elsewhere = onePart(5, 0, { ...value(1, 'layout'), parent: 'meta' });

  it('[R16] names its frame, a code and a sentence; the frame is settled and the connection goes on', async () => {
    const client = await on.ready();
    const before = client.sent;
    client.sendUpdate(unreadable);
    write(client.doc, 'good', 1);
    client.sendUpdate(elsewhere);
    await until(() => expect(client.settled).toBe(client.sent));
    expect(client.refusals).toEqual([
      { frame: before + 1, code: 'unreadable', message: expect.stringMatching(/^[A-Z].+\.$/) },
      { frame: before + 3, code: 'not-allowed', message: expect.stringMatching(/^[A-Z].+\.$/) },
    ]);
    expect(client.closed).toBeNull();
    expect(written((await on.ready()).doc)).toEqual({ good: 1 });
  });

  it('[R16] closes a plain client, which knows no message 66', async () => {
    const [one, other] = [await on.ready('edit', { full: false }), await on.ready('edit', { full: false })];
    one.sendUpdate(unreadable);
    other.sendUpdate(elsewhere);
    expect((await one.end()).code).toBe(closeCodes.badFrame);
    expect((await other.end()).code).toBe(closeCodes.notAllowed);
    expect([...one.types, ...other.types]).not.toContain(messageTypes.refusal);
  });

  it('[R16] work kept aside can be written into a fresh document, under another id', async () => {
    const client = await on.ready();
    const { doc } = client;
    client.sendUpdate(elsewhere);
    await until(() => expect(client.refusals).toHaveLength(1));
    client.stop();
    const fresh = await on.ready('edit', { doc: new Y.Doc() });
    write(fresh.doc, 'again', 1);
    await until(() => expect(fresh.settled).toBe(fresh.sent));
    expect([fresh.refusals, fresh.doc.clientID === doc.clientID]).toEqual([[], false]);
  });
});
