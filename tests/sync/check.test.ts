// Message 68: a client asks whether it holds what the server holds. Bad input first.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { digestOfVersion, RunningDigest } from '@commonboard/shared/board/layout/digest.ts';
import { type CheckAnswer, encodeCheck } from '@commonboard/shared/protocol/check.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { syncBoard } from '../support/sync-board.ts';
import { erase, until, write } from '../support/sync-client.ts';

const token = 'a-token-for-the-figures';
const on = syncBoard({ config: { metricsToken: token } });
const { connect, ready } = on;

const heldBy = (doc: Y.Doc): CheckAnswer => ({
  version: digestOfVersion(doc),
  content: new RunningDigest(doc).value(),
});

async function figures(): Promise<string> {
  const response = await fetch(`${on.server.origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return response.text();
}

describe('a question that is none', () => {
  it.each([
    ['a kind nobody knows', new Uint8Array([messageTypes.check, 9])],
    ['one that is cut off', new Uint8Array([messageTypes.check])],
    ['one with something after it', new Uint8Array([messageTypes.check, 0, 0])],
  ])('[R6] %s closes its sender', async (_, frame) => {
    const [bad, good] = await Promise.all([ready(), ready()]);
    bad.sendRaw(frame);
    expect((await bad.end()).code).toBe(closeCodes.badFrame);
    expect(good.closed).toBeNull();
  });

  it('[R35] a plain client gets no answer', async () => {
    const plain = await ready('edit', { full: false });
    plain.sendRaw(encodeCheck('ask'));
    plain.send(messageTypes.queryAwareness);
    await until(() => expect(plain.types).toContain(messageTypes.awareness));
    expect(plain.answers).toEqual([]);
  });

  it('[R35] of a flood only some are answered, and nobody is closed for it', async () => {
    const client = await ready();
    for (let i = 0; i < 100; i++) client.sendRaw(encodeCheck('ask'));
    client.types.length = 0;
    client.send(messageTypes.queryAwareness);
    await until(() => expect(client.types).toContain(messageTypes.awareness));
    expect(client.answers.length).toBeLessThanOrEqual(limits.checkBurst + 1);
    expect(client.closed).toBeNull();
  });
});

describe('what the server holds', () => {
  it('[R35] is what a client holds who has heard all before the answer, whoever wrote it', async () => {
    const [ana, ben, looking] = await Promise.all([ready(), ready(), ready('view')]);
    for (let i = 0; i < 20; i++) {
      write(ana.doc, `a${i}`, i);
      write(ben.doc, `b${i}`, 'letters');
      looking.sendRaw(encodeCheck('ask'));
    }
    await until(() => expect(looking.answers.length).toBeGreaterThan(0));
    for (const { said, held } of looking.answers) expect(said).toEqual(held);
  });

  it('[R35] includes what was deleted, and records of every kind of content', async () => {
    const [ana, ben] = await Promise.all([ready(), ready()]);
    const map = ana.doc.getMap('rec').set('shape:a', new Y.Map<unknown>());
    const text = new Y.XmlFragment();
    map.set('t', text);
    text.insert(0, [new Y.XmlText('words')]);
    map.set('i', Y.Array.from([[0, new Uint8Array([1, 2, 3])]]));
    write(ana.doc, 'gone', 1);
    erase(ana.doc, 'gone');
    await until(() => expect(ana.settled).toBe(ana.sent));
    ben.sendRaw(encodeCheck('ask'));
    await until(() => expect(ben.answers).toHaveLength(1));
    expect(ben.answers[0]?.said).toEqual(heldBy(ana.doc));
  });

  it('[R35] can be told whatever a program has written', async () => {
    const [bad, good] = await Promise.all([ready(), ready()]);
    const map = bad.doc.getMap('rec').set('shape:odd', new Y.Map<unknown>());
    map.set('m.number', 2 ** 60);
    map.set('m.nothing', undefined);
    map.set('m.bytes', new Uint8Array(100_000));
    map.set(
      'm.map',
      new Y.Map([
        ['b', 1],
        ['a', [NaN, -0, null]],
      ]),
    );
    let inside = new Y.XmlElement('p');
    map.set('t', inside);
    for (let depth = 0; depth < limits.typeNestingMax - 2; depth++) {
      const next = new Y.XmlElement('p');
      inside.insert(0, [next]);
      inside = next;
    }
    await until(() => expect(bad.settled).toBe(bad.sent));
    good.sendRaw(encodeCheck('ask'));
    await until(() => expect(good.answers).toHaveLength(1));
    expect(good.answers[0]?.said).toEqual(good.answers[0]?.held);
    expect(good.answers[0]?.said).toEqual(heldBy(bad.doc));
  });

  it('[R35] is the same for maps in a record that two wrote at once', async () => {
    const [ana, ben] = await Promise.all([ready(), ready()]);
    ana.doc.getMap('rec').set('shape:odd', new Y.Map([['m.inner', new Y.Map()]]));
    const inner = (doc: Y.Doc) => (doc.getMap('rec').get('shape:odd') as Y.Map<Y.Map<unknown>>).get('m.inner');
    await until(() => expect(inner(ben.doc)).toBeInstanceOf(Y.Map));
    inner(ana.doc)?.set('a', 1);
    inner(ben.doc)?.set('b', 2);
    await until(() => expect([inner(ana.doc)?.size, inner(ben.doc)?.size]).toEqual([2, 2]));
    expect(heldBy(ana.doc)).toEqual(heldBy(ben.doc));
  });

  it('[R35] differs for a client whose document was damaged', async () => {
    const ana = await ready();
    write(ana.doc, 'word', 'agreed');
    await until(() => expect(ana.settled).toBe(ana.sent));
    const item = ana.doc.getMap('rec')._map.get('shape:word');
    if (item?.content instanceof Y.ContentAny) item.content.arr[0] = 'refuse';
    ana.sendRaw(encodeCheck('ask'));
    await until(() => expect(ana.answers).toHaveLength(1));
    const held = heldBy(ana.doc);
    expect(ana.answers[0]?.said.version).toEqual(held.version);
    expect(ana.answers[0]?.said.content).not.toEqual(held.content);
  });
});

it('[R36] how a difference ended is logged without content, and counted', async () => {
  const ana = await connect();
  ana.sendRaw(encodeCheck('healed'));
  ana.sendRaw(encodeCheck('persists'));
  ana.sendRaw(encodeCheck('persists'));
  await until(async () => expect(await figures()).toContain('commonboard_divergences_total{outcome="persists"} 2\n'));
  expect(await figures()).toContain('commonboard_divergences_total{outcome="healed"} 1\n');
  expect(on.server.logged.filter((line) => line.includes('a page held another board'))).toHaveLength(3);
});
