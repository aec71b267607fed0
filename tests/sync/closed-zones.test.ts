// The zone of a group that is done takes nothing new of participants while it is locked, whatever message they make by hand.
import { createShapeId, type TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeDraggedPlace, writePlace } from '@commonboard/shared/board/layout/dragged-place.ts';
import { recordKeys, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { GroupBoard } from '../support/group-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until } from '../support/sync-client.ts';

const on = syncBoard();

let board: GroupBoard;
let ada: Joined;
/** Of a group that is done, with a frame in it that a facilitator has put there. */
let closed: string;
const frame = createShapeId('frame');
/** Ada's: made in that zone while it was open, and put on the page by her then. */
const moved = createShapeId('moved');

beforeEach(async () => {
  board = await GroupBoard.of(on.server.origin);
  on.board = board.access.board;
  ada = await board.access.joinAs('edit', { name: 'Ada' });
  await board.isHere(ada);
  await board.isHere(await board.access.joinAs('edit', { name: 'Ben' }));
  await board.make({ plan: { by: 'count', number: 1 } });
  const set = await board.reaches('open');
  closed = set.groups[0]?.zone ?? '';
  const early = await on.withToken(ada.token).ready();
  put(early, note('moved', closed));
  movedMap(early).set(recordKeys.place, onPage);
  await allStored(early);
  await board.command({ type: 'bring-groups', set: set.id, ends: 'lock' });
  await board.reaches('over');
  const lea = await on.withToken(board.access.leader.token).ready();
  put(lea, shape(frame, 'frame', { w: 300, h: 300, name: '', color: 'black' }, closed));
  await allStored(lea);
});

function allStored(client: SyncClient): Promise<void> {
  return until(() => {
    if (client.settled < client.sent) throw new Error('Not all of it is stored.');
  });
}

function shape(id: string, type: string, props: object, parentId: string): TLShape {
  const usual = { typeName: 'shape', index: 'a1', x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} };
  return boardSchema.types.shape.validate({ ...usual, id, type, parentId, props }) as TLShape;
}
const note = (id: string, parentId: string) => shape(createShapeId(id), 'note', noteProps(id), parentId);
const zoneHere = { typeName: 'shape', id: 'page:page' } as never;

function put({ doc }: SyncClient, record: TLShape): void {
  doc.transact(() =>
    recordMaps(doc).set(
      record.id,
      encodeRecord(record, () => zoneHere),
    ),
  );
}

const own = createShapeId('own');
const ownMap = ({ doc }: SyncClient) => recordMaps(doc).get(own) as Y.Map<unknown>;
const into = (zone: string) => [zone, 0, 0, 0, 'page:page', 0, 0, 0];

const ways: Record<string, (client: SyncClient, zone: string) => void> = {
  'a new note': (client, zone) => put(client, note('new', zone)),
  'a new note that says its parent only as it was made': (client, zone) => {
    const map = encodeRecord(note('new', zone), () => zoneHere);
    map.delete(recordKeys.place);
    client.doc.transact(() => recordMaps(client.doc).set('shape:new', map));
  },
  'a new note in something that lies in it': (client) => put(client, note('new', frame)),
  'a note of one’s own that is moved there': (client, zone) => ownMap(client).set(recordKeys.place, into(zone)),
  'the same by the bare key': (client, zone) => ownMap(client).set('parentId', zone),
  'the same as a drag': (client, zone) =>
    ownMap(client).set(recordKeys.drag, new Y.Map([[recordKeys.place, into(zone)]])),
  'the same deeper': (client) => ownMap(client).set(recordKeys.place, into(frame)),
  'another record in the place of one’s own': (client, zone) => put(client, { ...note('own', zone), id: own }),
};

const movedMap = ({ doc }: SyncClient) => recordMaps(doc).get(moved) as Y.Map<unknown>;
const onPage = ['page:page', 5, 5, 0];

/** Of what began in that zone and stands on the page since: whatever lets it fall back. */
const waysBack: Record<string, (map: Y.Map<unknown>) => void> = {
  'its place is deleted': (map) => map.delete(recordKeys.place),
  'its place becomes none': (map) => map.set(recordKeys.place, 'page:page'),
  'it is moved and its place deleted': (map) => {
    map.set(recordKeys.place, onPage);
    map.delete(recordKeys.place);
  },
  'its drag is deleted too': (map) => {
    map.set(recordKeys.drag, new Y.Map([[recordKeys.place, onPage]]));
    map.delete(recordKeys.drag);
    map.delete(recordKeys.place);
  },
  'its drag is nowhere': (map) => {
    map.set(recordKeys.drag, new Y.Map<unknown>([[recordKeys.place, 7]]));
    map.delete(recordKeys.place);
  },
};

async function adaComes(): Promise<SyncClient> {
  const client = await on.withToken(ada.token).ready();
  put(client, note('own', 'page:page'));
  await until(() => expect(client.settled).toBe(client.sent));
  expect(client.refusals).toEqual([]);
  return client;
}

describe('[R214] what a participant sends', () => {
  it.each(Object.entries(ways))('is refused: %s', async (_, way) => {
    const client = await adaComes();
    way(client, closed);
    await until(() => expect(client.refusals).toMatchObject([{ code: 'locked' }]));
    expect((await board.shapes()).filter(({ parentId }) => parentId === closed).map(({ id }) => id)).toEqual([frame]);
  });

  it.each(Object.entries(waysBack))('is refused where something falls back there: %s', async (_, way) => {
    const client = await adaComes();
    await until(() => expect(movedMap(client)).toBeDefined());
    client.doc.transact(() => way(movedMap(client)));
    await until(() => expect(client.refusals).toMatchObject([{ code: 'locked' }]));
    expect((await board.shapes()).find(({ id }) => id === moved)?.parentId).toBe('page:page');
  });

  it('is refused where something falls back from a drag that is no map', async () => {
    const client = await adaComes();
    await until(() => expect(movedMap(client)).toBeDefined());
    const text = new Y.Text();
    client.doc.transact(() => movedMap(client).set(recordKeys.drag, text));
    client.doc.transact(() => text.setAttribute(recordKeys.place, onPage));
    movedMap(client).delete(recordKeys.place);
    await until(() => expect(client.refusals).toContainEqual(expect.objectContaining({ code: 'locked' })));
    expect((await board.shapes()).find(({ id }) => id === moved)?.parentId).toBe('page:page');
  });

  it('is taken where that is dragged about on the page, in one message or in several', async () => {
    const client = await adaComes();
    const map = movedMap(client);
    for (let step = 0; step < 3; step++) map.set(recordKeys.place, ['page:page', step, 5, 0]);
    client.doc.transact(() => writeDraggedPlace(map, ['page:page', 4, 5, 0]));
    client.doc.transact(() => writeDraggedPlace(map, ['page:page', 5, 5, 0]));
    client.doc.transact(() => writePlace(map));
    client.doc.transact(() => {
      for (let step = 6; step < 9; step++) map.set(recordKeys.place, ['page:page', step, 5, 0]);
    });
    await until(() => expect(client.settled).toBe(client.sent));
    expect(client.refusals).toEqual([]);
    await until(async () => expect((await board.shapes()).find(({ id }) => id === moved)?.x).toBe(8));
  });

  it('is refused over HTTP too, and what was there does not come back by them', async () => {
    const answer = await board.access.ask('POST', '/notes', { text: 'kestrel', zone: closed }, ada.token);
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'locked' } } });
    expect((await board.access.ask('POST', '/notes', { text: 'heron', zone: closed })).status).toBe(201);
  });

  it('goes in where a facilitator has unlocked that zone, and into any other locked zone', async () => {
    const lea = await on.withToken(board.access.leader.token).ready();
    put(
      lea,
      shape(createShapeId('locked'), 'zone', { w: 900, h: 900, title: '', prompt: '', locked: true }, 'page:page'),
    );
    await until(() => expect(lea.settled).toBe(lea.sent));
    const say = (text: string, zone: string) => board.access.ask('POST', '/notes', { text, zone }, ada.token);
    expect((await say('plover', 'shape:locked')).status).toBe(201);
    recordMaps(lea.doc).get(closed)?.set('p.locked', false);
    await until(() => expect(lea.settled).toBe(lea.sent));
    expect((await say('wren', closed)).status).toBe(201);
    const client = await adaComes();
    ways['a new note']?.(client, closed);
    await until(() => expect(client.settled).toBe(client.sent));
    expect(client.refusals).toEqual([]);
  });
});
