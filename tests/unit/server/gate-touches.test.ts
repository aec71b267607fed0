// What a change touches, who may touch it, and under whose client ids it may come.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { touchedRecords } from '@commonboard/server/sync/gate/touched-records.ts';
import { takeApart } from '@commonboard/server/sync/gate/update-parts.ts';
import { ada, ben, openGate } from '../../support/board-gate.ts';
import { madeBy, onePart, valuePart as value, type WrittenPart, writeUpdate } from '../../support/written-update.ts';

describe('what a change touches', () => {
  /** A board on which Ada made one record and Ben another, and a template a third. */
  function shared() {
    const gate = openGate(madeBy((doc) => doc.getMap('rec').set('shape:template', record({}))));
    const write = (
      participant: typeof ada,
      role: 'edit' | 'facilitate',
      change: (maps: Y.Map<Y.Map<unknown>>) => void,
    ) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
      const before = Y.encodeStateVector(doc);
      doc.transact(() => change(doc.getMap('rec')));
      return gate.send(Y.encodeStateAsUpdate(doc, before), { participant, role });
    };
    write(ada, 'edit', (maps) => maps.set('shape:ada', record({ x: 1 })));
    write(ben, 'edit', (maps) => maps.set('shape:ben', record({ x: 1 })));
    return { gate, write };
  }
  function record(base: object): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['', base],
      ['t', new Y.XmlText('words')],
    ]);
  }
  function textOf(maps: Y.Map<Y.Map<unknown>>, id: string): Y.XmlText {
    const text = maps.get(id)?.get('t');
    if (!(text instanceof Y.XmlText)) throw new Error('The record has a text.');
    return text;
  }
  const changes: [string, (maps: Y.Map<Y.Map<unknown>>, id: string) => void][] = [
    ['a new value', (maps, id) => maps.get(id)?.set('$', ['page:page', 1, 2, 0])],
    ['letters', (maps, id) => textOf(maps, id).insert(2, 'x')],
    ['letters taken out', (maps, id) => textOf(maps, id).delete(0, 2)],
    ['a deletion', (maps, id) => maps.delete(id)],
    ['another in its place', (maps, id) => maps.set(id, record({ x: 9 }))],
    ['a plain value in its place', (maps, id) => maps.set(id, 5 as never)],
  ];

  it('[R48] of as many values as a frame may hold, all on the place of one record, each is looked at once', () => {
    const { gate } = shared();
    const map = gate.doc.getMap<Y.Map<unknown>>('rec').get('shape:ada')?._item;
    if (!map) throw new Error('The record is there.');
    const first: WrittenPart = { content: { is: 'value', value: ['page:page', 1, 2, 0] }, key: '$' };
    const parts = Array.from({ length: limits.structsPerStep2Max - 1 }, (_, clock) =>
      clock === 0
        ? { ...first, parent: [map.id.client, map.id.clock] as const }
        : { ...first, origin: [7, clock - 1] as const },
    );
    const chain = writeUpdate({ clients: [{ client: 7, clock: 0, parts }], deleted: [] });
    const apart = takeApart(gate.doc, chain);
    expect(apart && touchedRecords(apart)).toMatchObject({
      moved: new Set(['shape:ada']),
      into: new Set(['page:page']),
    });
  });

  it.each(changes)('[R45] %s: own records only', (_, change) => {
    const { gate, write } = shared();
    gate.rule = { ...gate.rule, only: 'own' };
    for (const id of ['shape:ben', 'shape:template'])
      expect(write(ada, 'edit', (maps) => change(maps, id))).toEqual({ kind: 'refuse', code: 'locked' });
    expect(write(ada, 'edit', (maps) => change(maps, 'shape:ada')).kind).toBe('apply');
    expect(write(ada, 'facilitate', (maps) => change(maps, 'shape:ben')).kind).toBe('apply');
  });

  const moves: [string, (maps: Y.Map<Y.Map<unknown>>, id: string) => void][] = [
    ['a place', (maps, id) => maps.get(id)?.set('$', ['page:page', 1, 2, 0])],
    ['an order', (maps, id) => maps.get(id)?.set('index', 'a2')],
    ['a drag begun', (maps, id) => maps.get(id)?.set('d', new Y.Map([['$', ['page:page', 1, 2, 0]]]))],
    [
      'a drag that goes on and ends',
      (maps, id) => {
        const dragged = maps.get(id)?.get('d');
        if (dragged instanceof Y.Map) dragged.set('$', ['page:page', 3, 4, 0]);
        maps.get(id)?.set('$', ['page:page', 5, 6, 0]);
        maps.get(id)?.delete('d');
      },
    ],
  ];

  it('[R45] places only: everybody moves what is there, and changes and deletes what is their own', () => {
    const { gate, write } = shared();
    gate.rule = { ...gate.rule, only: 'move' };
    for (const [, move] of moves)
      for (const id of ['shape:ben', 'shape:template', 'shape:ada'])
        expect(write(ada, 'edit', (maps) => move(maps, id)).kind).toBe('apply');
    for (const [name, change] of changes.slice(1)) {
      expect([name, write(ada, 'edit', (maps) => change(maps, 'shape:ben'))]).toEqual([
        name,
        { kind: 'refuse', code: 'locked' },
      ]);
      expect([name, write(ada, 'edit', (maps) => change(maps, 'shape:ada')).kind]).toEqual([name, 'apply']);
    }
  });

  it('[R45] places only: a move that brings an edit with it is refused, and so is a zone that others made', () => {
    const { gate, write } = shared();
    const zone = { typeName: 'shape', type: 'zone', props: { w: 1, h: 1 } };
    write(ben, 'edit', (maps) => maps.set('shape:zone', record(zone)));
    gate.rule = { ...gate.rule, only: 'move' };
    const refused = { kind: 'refuse', code: 'locked' };
    for (const [, move] of moves) {
      expect(write(ada, 'edit', (maps) => move(maps, 'shape:zone'))).toEqual(refused);
      const withEdit = (maps: Y.Map<Y.Map<unknown>>): void => {
        move(maps, 'shape:ben');
        maps.get('shape:ben')?.set('p.color', 'red');
      };
      expect(write(ada, 'edit', withEdit)).toEqual(refused);
    }
    // A key of this name deeper in is no place.
    expect(write(ada, 'edit', (maps) => maps.get('shape:ben')?.set('x', new Y.Map([['$', 1]])))).toEqual(refused);
    gate.rule = { ...gate.rule, locked: new Set(['shape:ben']) };
    expect(write(ada, 'edit', (maps) => moves[0]?.[1](maps, 'shape:ben'))).toEqual(refused);
    gate.rule = { ...gate.rule, who: 'facilitators' };
    expect(write(ada, 'edit', (maps) => moves[0]?.[1](maps, 'shape:ada'))).toEqual(refused);
  });

  it.each(changes)(
    '[R45] %s: not of a record that is locked, and nobody where only facilitators write',
    (_, change) => {
      const { gate, write } = shared();
      gate.rule = { ...gate.rule, locked: new Set(['shape:ada']) };
      expect(write(ada, 'edit', (maps) => change(maps, 'shape:ada'))).toEqual({ kind: 'refuse', code: 'locked' });
      expect(write(ada, 'edit', (maps) => change(maps, 'shape:ben')).kind).toBe('apply');
      gate.rule = { ...gate.rule, who: 'facilitators' };
      expect(write(ada, 'edit', (maps) => change(maps, 'shape:template'))).toEqual({ kind: 'refuse', code: 'locked' });
      expect(write(ben, 'facilitate', (maps) => change(maps, 'shape:ada')).kind).toBe('apply');
    },
  );

  it.each(changes)(
    '[R46] %s: a locked zone is the facilitators’ to change, and what lies in it is not',
    (_, change) => {
      const { write } = shared();
      const zone = { typeName: 'shape', type: 'zone', props: { w: 1, h: 1 } };
      write(ada, 'edit', (maps) => {
        maps.set('shape:zone', record(zone));
        maps.get('shape:zone')?.set('p.locked', true);
        maps.set('shape:born', record({ ...zone, props: { locked: true } }));
        maps.set('shape:in', record({ parentId: 'shape:zone' }));
      });
      for (const id of ['shape:zone', 'shape:born'])
        expect(write(ada, 'edit', (maps) => change(maps, id))).toEqual({ kind: 'refuse', code: 'locked' });
      expect(write(ada, 'edit', (maps) => change(maps, 'shape:in')).kind).toBe('apply');
      expect(write(ben, 'edit', (maps) => maps.get('shape:zone')?.set('p.locked', false)).kind).toBe('refuse');
      expect(write(ben, 'facilitate', (maps) => maps.get('shape:zone')?.set('p.locked', false)).kind).toBe('apply');
      expect(write(ada, 'edit', (maps) => change(maps, 'shape:zone')).kind).toBe('apply');
    },
  );

  it('[R46] what is deleted already is not touched again by who tells of it', () => {
    const { gate, write } = shared();
    write(ben, 'edit', (maps) => maps.delete('shape:ben'));
    gate.rule = { ...gate.rule, only: 'own' };
    const all = Y.encodeStateAsUpdate(gate.doc);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, all);
    doc.getMap('rec').set('shape:new', 1);
    expect(gate.send(Y.encodeStateAsUpdate(doc), { isStep2: true, role: 'edit' }).kind).toBe('apply');
  });

  it('[R47] a record that is deleted and made again is of who made it last; one that is replaced stays whose it was', () => {
    const { gate, write } = shared();
    write(ada, 'edit', (maps) => maps.set('shape:ben', record({ x: 2 })));
    write(ben, 'edit', (maps) => maps.delete('shape:ada'));
    write(ben, 'edit', (maps) => maps.set('shape:ada', record({ x: 3 })));
    gate.rule = { ...gate.rule, only: 'own' };
    for (const id of ['shape:ada', 'shape:ben']) {
      expect(write(ada, 'edit', (maps) => maps.get(id)?.set('x', 1)).kind).toBe('refuse');
      expect(write(ben, 'edit', (maps) => maps.get(id)?.set('x', 1)).kind).toBe('apply');
    }
  });

  it('[R40] types in types in types are not taken, in one update or over many', () => {
    const gate = openGate();
    const deep = (client: number) =>
      writeUpdate({
        clients: [
          {
            client,
            clock: 0,
            parts: Array.from({ length: limits.typeNestingMax + 5 }, (_, i): WrittenPart => ({
              content: { is: 'type', type: 0 },
              ...(i === 0 ? { key: 'shape:deep' } : { parent: [client, i - 1] as const }),
            })),
          },
        ],
        deleted: [],
      });
    expect(gate.send(deep(5))).toEqual({ kind: 'refuse', code: 'unreadable' });
    const one = (i: number) =>
      onePart(6, i, {
        content: { is: 'type', type: 0 },
        ...(i === 0 ? { key: 'shape:deep' } : { parent: [6, i - 1] as const }),
      });
    const kinds = Array.from({ length: limits.typeNestingMax + 5 }, (_, i) => gate.send(one(i)).kind);
    expect(kinds.lastIndexOf('apply')).toBe(limits.typeNestingMax);
    expect(kinds[limits.typeNestingMax + 1]).toBe('refuse');
  });

  it('[R40] parts that stand the wrong way round, or in two places, are not taken', () => {
    const gate = openGate(
      madeBy((doc) => {
        doc.clientID = 5;
        doc.getMap('rec').set(
          'shape:a',
          new Y.Map([
            ['t', new Y.XmlText('abc')],
            ['u', new Y.XmlText('abc')],
          ]),
        );
      }),
    );
    // Of client 5: 0 the record, 1 and 5 the texts, 2 to 4 and 6 to 8 their letters.
    const between = (origin: number, rightOrigin: number) =>
      gate.send(
        onePart(6, 0, { content: { is: 'text', text: 'x' }, origin: [5, origin], rightOrigin: [5, rightOrigin] }),
      ).kind;
    expect([between(3, 3), between(4, 2), between(2, 7), between(1, 3), between(5, 1)]).toEqual(
      Array(5).fill('refuse'),
    );
    expect(between(2, 4)).toBe('apply');
  });
});

it('[R40] far more looking from letter to letter than honest people ever cause is refused', () => {
  const gate = openGate();
  const count = 5_000;
  const mark: WrittenPart['content'] = { is: 'format', key: 'bold', json: 'true' };
  const list = Array.from({ length: count }, (_, i): WrittenPart => ({
    content: mark,
    ...(i === 0 ? { parent: [5, 1] as const } : { origin: [5, 1 + i] as const }),
  }));
  const type = (kind: number): WrittenPart['content'] => ({ is: 'type', type: kind });
  const parts: WrittenPart[] = [
    { content: type(1), key: 'shape:a' },
    { content: type(6), parent: [5, 0], key: 't' },
  ];
  gate.send(writeUpdate({ clients: [{ client: 5, clock: 0, parts: [...parts, ...list] }], deleted: [] }));
  const between = (client: number, copies: number) =>
    writeUpdate({
      clients: [
        {
          client,
          clock: 0,
          parts: Array.from({ length: copies }, (): WrittenPart => ({
            content: mark,
            origin: [5, 2],
            rightOrigin: [5, 1 + count / 2],
          })),
        },
      ],
      deleted: [],
    });
  expect(gate.judge(between(6, (4 * limits.orderStepsMax) / count)).kind).toBe('refuse');
  expect(gate.judge(between(6, 10)).kind).toBe('apply');
});

it('[R40] a part that goes on from another goes on in its place', () => {
  const gate = openGate();
  const text = (clock: number, part: Partial<WrittenPart>, letters = 'abcd') =>
    gate.send(onePart(5, clock, { content: { is: 'text', text: letters }, ...part })).kind;
  const type = (clock: number, parent: number | null, key: string) =>
    gate.send(
      onePart(5, clock, {
        content: { is: 'type', type: 6 },
        key,
        ...(parent === null ? {} : { parent: [5, parent] as const }),
      }),
    );
  type(0, null, 'shape:a');
  type(1, 0, 't');
  type(2, 0, 'u');
  expect(text(3, { parent: [5, 1] })).toBe('apply');
  // Its first clocks are letters of the one text, and it says that they are of the other.
  expect(text(5, { parent: [5, 2] }, 'cdef')).toBe('refuse');
  expect(text(5, { origin: [5, 4] }, 'cdef')).toBe('apply');
});

describe('client ids', () => {
  const first = (client: number, key = `shape:of-${client}`) => onePart(client, 0, { ...value(1), key });
  const next = (client: number, clock: number) =>
    onePart(client, clock, { ...value(2), key: `shape:of-${client}-${clock}` });

  it('[R42] [R43] belong to who wrote under them first; another’s update is refused, also when they are gone', () => {
    const gate = openGate();
    expect(gate.send(first(7), { participant: ada }).kind).toBe('apply');
    expect(gate.send(next(7, 1), { participant: ben })).toEqual({ kind: 'refuse', code: 'not-allowed' });
    expect(gate.send(onePart(7, 1, { content: { is: 'garbage', length: 1_000 } }), { participant: ben }).kind).toBe(
      'refuse',
    );
    expect(gate.send(next(7, 1), { participant: ada }).kind).toBe('apply');
  });

  it('[R44] may come in a step 2 of another, who does not own them by that', () => {
    const gate = openGate();
    expect(gate.send(first(7), { participant: ben, isStep2: true, shown: 8 }).kind).toBe('apply');
    expect(gate.send(next(7, 1), { participant: ada }).kind).toBe('apply');
    expect(gate.send(next(7, 2), { participant: ben, isStep2: true }).kind).toBe('apply');
    expect(gate.send(next(7, 3), { participant: ben }).kind).toBe('refuse');
    expect(gate.send(next(7, 4), { participant: ben, isStep2: true }).kind).toBe('gap');
  });

  it('[R42] the id that is shown is owned by its step 2', () => {
    const gate = openGate();
    gate.send(first(7), { participant: ada, isStep2: true, shown: 7 });
    expect(gate.send(next(7, 1), { participant: ben }).kind).toBe('refuse');
  });

  it('[R44] nobody writes under the id of the server', () => {
    const gate = openGate();
    for (const isStep2 of [true, false])
      expect(gate.send(first(gate.doc.clientID), { isStep2 })).toEqual({ kind: 'refuse', code: 'not-allowed' });
  });

  it('[R43] are so many for each participant, and so many for each board', () => {
    const gate = openGate();
    const many = (from: number, count: number) =>
      writeUpdate({
        clients: Array.from({ length: count }, (_, i) => ({
          client: from + i,
          clock: 0,
          parts: [{ ...value(1), key: `shape:${from + i}` }],
        })),
        deleted: [],
      });
    const most = limits.clientIdsPerParticipantMax;
    expect(gate.send(many(1, most), { participant: ada }).kind).toBe('apply');
    expect(gate.send(first(3_000_000), { participant: ada })).toEqual({ kind: 'refuse', code: 'too-many-ids' });
    expect(gate.send(first(3_000_000), { participant: ben }).kind).toBe('apply');
    for (let i = 1; i < limits.clientIdsPerBoardMax / most; i++) {
      const person = participantIdSchema.parse(`p${String(i).padStart(16, '0')}`);
      expect(gate.send(many(i * 1_000, most - (i === 1 ? 1 : 0)), { participant: person }).kind).toBe('apply');
    }
    const more = { participant: participantIdSchema.parse(`p${'9'.repeat(16)}`) };
    expect(gate.send(first(3_000_001), more)).toEqual({ kind: 'refuse', code: 'full' });
    expect(gate.send(first(3_000_001), { ...more, role: 'facilitate' }).kind).toBe('apply');
  });
});

it('[R101] who has not heard yet what was deleted under an id of nobody known is not contradicted; whose id it is, is', () => {
  const gate = openGate();
  const doc = new Y.Doc();
  doc.getMap('rec').set('shape:a', 1);
  const all = Y.encodeStateAsUpdate(doc);
  const brings = { isStep2: true, tellsAll: true, mayLack: true, shown: null };
  expect(gate.send(all, { ...brings, participant: ada }).kind).toBe('apply');
  const heard = new Y.Doc();
  Y.applyUpdate(heard, all);
  const before = Y.encodeStateVector(heard);
  heard.getMap('rec').delete('shape:a');
  expect(gate.send(Y.encodeStateAsUpdate(heard, before), { participant: ada }).kind).toBe('apply');
  expect(gate.judge(all, { ...brings, participant: ben }).kind).toBe('nothing');
  expect(gate.judge(all, { ...brings, participant: ben, shown: doc.clientID })).toEqual({
    kind: 'refuse',
    code: 'conflict',
  });
});
