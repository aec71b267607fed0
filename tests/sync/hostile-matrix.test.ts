// Who may do what while what is locked: every role, every kind of message, every state of locks. A cell that is missing fails.
// Rules R12, R13, R23, R45 and R46.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { encodeCheck } from '@commonboard/shared/protocol/check.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import { decodeRefusal } from '@commonboard/shared/protocol/refusal.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import { createDivergenceCount } from '@commonboard/server/ops/divergence-count.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { parseFrame } from '@commonboard/server/sync/socket/frame.ts';
import { encodeAwareness, encodeAwarenessEntry } from '@commonboard/server/sync/socket/frames-out.ts';
import { createRooms, type Rooms } from '@commonboard/server/sync/rooms.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { unsteered } from '@commonboard/server/sync/steering.ts';
import { freeToWrite, type WriteRule } from '@commonboard/server/sync/gate/write-rule.ts';
import { grantOf, liveBoardOf, openAccess } from '../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const own = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const other = participantIdSchema.parse('pBBBBBBBBBBBBBBBB');

const roles = ['view', 'edit', 'facilitate'] as const satisfies readonly Role[];
const locks = ['nothing', 'all but facilitators', 'what others made', 'a record', 'a zone'] as const;
type Lock = (typeof locks)[number];

const rules: Record<Lock, WriteRule> = {
  nothing: freeToWrite,
  'all but facilitators': { ...freeToWrite, who: 'facilitators' },
  'what others made': { ...freeToWrite, only: 'own' },
  'a record': { ...freeToWrite, locked: new Set(['shape:theirs', 'shape:own']) },
  'a zone': freeToWrite,
};

/** done: the document has it. Otherwise the code of the refusal, or what the sender or the others heard. */
type Outcome = 'done' | 'nothing' | 'view-only' | 'locked' | 'answered' | 'passed on' | 'dropped';
type Maps = Y.Map<Y.Map<unknown>>;

const changes: Record<string, (maps: Maps) => void> = {
  'a new record': (maps) => maps.set('shape:new', new Y.Map([['', {}]])),
  'a change of one’s own record': (maps) => maps.get('shape:own')?.set('x', 5),
  'a change of another’s record': (maps) => maps.get('shape:theirs')?.set('x', 5),
  'the deletion of another’s record': (maps) => maps.delete('shape:theirs'),
  'another record in the place of one': (maps) => maps.set('shape:theirs', new Y.Map([['', { n: 2 }]])),
  'a change of a zone': (maps) => maps.get('shape:zone')?.set('p.w', 5),
  'the opening of a zone': (maps) => maps.get('shape:zone')?.set('p.locked', false),
  'the deletion of a zone': (maps) => maps.delete('shape:zone'),
};
const kinds = ['update', 'step2'] as const;
const messages: Record<string, Uint8Array> = {
  'step 1': encodeSyncFrame('step1', new Uint8Array([0])),
  'an empty step 2': encodeSyncFrame('step2', new Uint8Array([0, 0])),
  presence: encodeAwareness([encodeAwarenessEntry(77, 1, '{}')]),
  'who is here': new Uint8Array([messageTypes.queryAwareness]),
  'hot presence': encodeHotUp(
    encodeHotBody({ cursor: { x: 1, y: 1 }, view: null, brush: null, laser: [], caret: null }),
  ),
  comparison: encodeCheck('ask'),
};

/** In the order of `locks`. */
type Row = readonly [Outcome, Outcome, Outcome, Outcome, Outcome];
const always = (outcome: Outcome): Row => [outcome, outcome, outcome, outcome, outcome];
const forEditors = (row: Row): Record<Role, Row> => ({
  view: always('view-only'),
  edit: row,
  facilitate: always('done'),
});
const forAll = (outcome: Outcome): Record<Role, Row> => ({
  view: always(outcome),
  edit: always(outcome),
  facilitate: always(outcome),
});
const otherRecord = forEditors(['done', 'locked', 'locked', 'locked', 'done']);
const zone = forEditors(['done', 'locked', 'locked', 'done', 'locked']);

const expected: Record<string, Record<Role, Row>> = {
  'a new record': forEditors(['done', 'locked', 'done', 'done', 'done']),
  'a change of one’s own record': forEditors(['done', 'locked', 'done', 'locked', 'done']),
  'a change of another’s record': otherRecord,
  'the deletion of another’s record': otherRecord,
  'another record in the place of one': otherRecord,
  'a change of a zone': zone,
  'the opening of a zone': zone,
  'the deletion of a zone': zone,
  'step 1': forAll('answered'),
  'an empty step 2': forAll('nothing'),
  presence: forAll('passed on'),
  'who is here': forAll('answered'),
  'hot presence': { ...forAll('passed on'), view: always('dropped') },
  comparison: forAll('answered'),
};

let rooms: Rooms;
afterEach(() => rooms.stop(1_000));

interface Person {
  session: Session;
  heard: Uint8Array[];
}
async function enter(role: Role, participant = own): Promise<Person> {
  const heard: Uint8Array[] = [];
  const socket = {
    send: (bytes: Uint8Array) => void heard.push(bytes),
    ping: vi.fn(),
    close: vi.fn(),
    terminate: vi.fn(),
    backlogBytes: 0,
  };
  const links = roles.map((each) => ({ role: each, hash: '', epoch: 1, sealed: null, off: false }));
  const { participant: person, ...rest } = grantOf(id, participant);
  const leading = { ...person, leading: 'yes' as const };
  const grant = { ...rest, participant: leading, role, board: { ...liveBoardOf(id), links } };
  const session = new Session(socket, grant, true, () => 0);
  await rooms.open(id).use((room) => room.enter(session));
  return { session, heard };
}

/** A board with a record of each of two people and a zone, under these locks. */
async function board(lock: Lock): Promise<void> {
  const store = new MemoryBoardStore();
  const snapshot = Y.encodeStateAsUpdateV2(new Y.Doc());
  await store.createBoard({
    board: { id, title: '', template: null, createdAt: 0 },
    links: [],
    access: openAccess,
    snapshot,
    plan: null,
  });
  rooms = createRooms({
    mayLack: () => true,
    divergences: createDivergenceCount(),
    store,
    bus: createLocalBus(),
    log: createLog(() => undefined),
    now: () => 0,
    fold: async (stored) => foldStored(stored),
    roomIdleMs: 60_000,
    storageRetryMs: 5,
    steering: async () => ({ ...unsteered, rule: () => rules[lock] }),
  });
  await rooms.open(id).use((room) => {
    const put = (record: string, by: typeof own, base: object) =>
      room.edit(by, (doc) => doc.getMap('rec').set(record, new Y.Map([['', base]])));
    put('shape:own', own, {});
    put('shape:theirs', other, {});
    put('shape:zone', other, { type: 'zone', props: { locked: lock === 'a zone' } });
  });
}

const stateOf = () => rooms.open(id).use((room) => room.read((doc) => JSON.stringify(doc.getMap('rec').toJSON())));
function send(person: Person, bytes: Uint8Array): void {
  const frame = parseFrame(bytes);
  if (!frame) throw new Error('The frame can be read.');
  rooms.open(id).receive(person.session, frame);
}
function refusalIn(heard: readonly Uint8Array[]): Outcome | null {
  const frame = heard.find(([type]) => type === messageTypes.refusal);
  if (!frame) return null;
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return decodeRefusal(decoder).code as Outcome;
}

async function afterChange(role: Role, kind: (typeof kinds)[number], change: (maps: Maps) => void): Promise<Outcome> {
  const person = await enter(role);
  const doc = new Y.Doc();
  await rooms.open(id).use((room) => room.read((held) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(held))));
  const known = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getMap('rec')));
  const before = await stateOf();
  send(person, encodeSyncFrame(kind, Y.encodeStateAsUpdate(doc, known)));
  const refusal = refusalIn(person.heard);
  const isSame = (await stateOf()) === before;
  if (refusal !== null) return isSame ? refusal : 'done';
  return isSame ? 'nothing' : 'done';
}

async function afterMessage(role: Role, name: string, bytes: Uint8Array): Promise<Outcome> {
  const [person, witness, last] = [await enter(role), await enter('edit', other), await enter('edit', other)];
  const before = await stateOf();
  if (name === 'hot presence') send(person, messages['presence']!);
  const heardBefore = person.heard.length;
  send(person, bytes);
  const answer = person.heard.slice(heardBefore).find(([type]) => type !== messageTypes.settled);
  expect(await stateOf()).toBe(before);
  if (answer) return 'answered';
  if (name === 'an empty step 2') return 'nothing';
  // What comes after it has come: so would it.
  send(last, encodeAwareness([encodeAwarenessEntry(99, 1, '{}')]));
  send(last, messages['hot presence']!);
  const lane = name === 'presence' ? messageTypes.awareness : messageTypes.presence;
  const idsIn = () => witness.heard.filter(([type]) => type === lane).map((frame) => frame.join(','));
  await vi.waitFor(() => expect(idsIn().some((frame) => frame.includes('99'))).toBe(true), { interval: 5 });
  return idsIn().some((frame) => /(^|,)77(,|$)/.test(frame)) ? 'passed on' : 'dropped';
}

describe.each(roles)('%s', (role) => {
  describe.each(locks)('while locked is: %s', (lock) => {
    const cell = (name: string): Outcome => {
      const outcome = expected[name]?.[role][locks.indexOf(lock)];
      if (outcome === undefined) throw new Error(`Nothing is said of ${name}, ${role}, ${lock}.`);
      return outcome;
    };
    it.each(Object.keys(changes).flatMap((name) => kinds.map((kind) => [name, kind] as const)))(
      '[R45] %s, by %s',
      async (name, kind) => {
        await board(lock);
        expect(await afterChange(role, kind, changes[name]!)).toBe(cell(name));
      },
    );
    it.each(Object.keys(messages))('[R12] %s', async (name) => {
      await board(lock);
      expect(await afterMessage(role, name, messages[name]!)).toBe(cell(name));
    });
  });
});

it('every message that a client may send stands in the table', () => {
  const sent = new Set(Object.values(messages).map((bytes) => parseFrame(bytes)?.kind));
  for (const kind of kinds) sent.add(kind);
  const types = [messageTypes.awareness, messageTypes.queryAwareness, messageTypes.presence, messageTypes.check];
  const known = [...Object.values(syncTypes).map((type) => [messageTypes.sync, type]), ...types.map((type) => [type])];
  expect(sent.size).toBe(known.length);
  expect(Object.keys(expected).sort()).toEqual([...Object.keys(changes), ...Object.keys(messages)].sort());
  for (let type = 0; type < 256; type++) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    const tails = [[], [0], [0, 0], [1, 0], [2, 0], [1, 1, 0]].map(
      (tail) => new Uint8Array([...encoding.toUint8Array(encoder), ...tail]),
    );
    const isRead = tails.some((bytes) => parseFrame(bytes) !== null);
    expect([type, isRead]).toEqual([type, known.some(([first]) => first === type)]);
  }
});
