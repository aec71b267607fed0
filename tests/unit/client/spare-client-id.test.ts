// A Yjs client id is used by one page after another, and never by two at once.
import { freshClientId, spareOf, usableSpare } from '@commonboard/client/sync/spare-client-id.ts';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

function written(clientId: number, count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  for (let i = 0; i < count; i++) doc.getMap('rec').set(`k${i}`, i);
  return doc;
}

describe('a client id is put down', () => {
  it('with the clock it has come to', () => expect(spareOf(written(7, 3), 0)).toEqual({ clientId: 7, clock: 3 }));

  it('never while something is not settled', () => expect(spareOf(written(7, 3), 1)).toBeNull());

  it('never when nothing was written under it', () => expect(spareOf(written(7, 0), 0)).toBeNull());
});

describe('a client id is taken up', () => {
  it('where the copy holds exactly what was written under it', () =>
    expect(usableSpare({ clientId: 7, clock: 3 }, written(7, 3))).toBe(7));

  it.each([
    ['less', 2],
    ['more', 4],
    ['nothing', 0],
  ])('never where the copy holds %s of it', (_what, count) =>
    expect(usableSpare({ clientId: 7, clock: 3 }, written(7, count))).toBeNull(),
  );

  it.each([
    undefined,
    null,
    7,
    {},
    { clientId: 7 },
    { clientId: '7', clock: 3 },
    { clientId: 7, clock: 0 },
    { clientId: 7, clock: -1 },
    { clientId: 7.5, clock: 3 },
    { clientId: 7, clock: Number.NaN },
  ])('never from what cannot be one: %j', (spare) => expect(usableSpare(spare, written(7, 3))).toBeNull());

  it('and goes on where the page before it stopped, so that nothing collides', () => {
    const before = written(7, 3);
    const after = new Y.Doc();
    Y.applyUpdate(after, Y.encodeStateAsUpdate(before));
    after.clientID = usableSpare(spareOf(before, 0), after) ?? 0;
    // The page before it has come back and writes under another id.
    before.clientID = freshClientId();
    before.getMap('rec').set('before', true);
    after.getMap('rec').set('after', true);
    Y.applyUpdate(after, Y.encodeStateAsUpdate(before));
    Y.applyUpdate(before, Y.encodeStateAsUpdate(after));
    expect(after.getMap('rec').toJSON()).toEqual(before.getMap('rec').toJSON());
    expect(after.getMap('rec').size).toBe(5);
  });
});
