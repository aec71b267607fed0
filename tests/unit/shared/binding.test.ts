// The binding between a tldraw store and the board's document, with bare stores and updates passed on by hand.
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { blankBoardRecords, templateRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape, TLRecord, TLShape } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentRecords, exchange, makePerson, startBoard, type Person } from '../../support/board-pair.ts';

function pair(records: readonly TLRecord[] = blankBoardRecords()): [Person, Person] {
  const start = startBoard(records);
  return [makePerson(start), makePerson(start)];
}

function addNote(person: Person, text: string): TLNoteShape {
  const created = newNoteRecord(person.store.allRecords(), { text }) as TLNoteShape;
  person.store.put([created]);
  return created;
}

function note(person: Person, id: TLNoteShape['id']): TLNoteShape {
  return person.store.get(id) as TLNoteShape;
}

function edit(person: Person, id: TLShape['id'], change: (shape: TLShape) => TLShape): void {
  person.store.put([change(person.store.get(id) as TLShape)]);
}

test('joining a full board writes nothing', () => {
  const [ana, ben] = pair(templateRecords(findTemplate('toc-backward-map')!, 'en'));
  exchange(ana, ben);
  expect(ana.sent).toHaveLength(0);
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
});

test('what one draws the other sees, and receiving writes nothing', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'Clean water');
  exchange(ana, ben);
  expect(plainFromRichText(note(ben, id).props.richText)).toBe('Clean water');
  expect(ben.sent).toHaveLength(0);
});

test('a move by one and a colour by the other both stay', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'Schools');
  exchange(ana, ben);
  edit(ana, id, (shape) => ({ ...shape, x: 500, y: 40 }));
  edit(ben, id, (shape) => ({ ...shape, props: { ...shape.props, color: 'blue' } }) as TLShape);
  exchange(ana, ben);
  for (const person of [ana, ben]) expect(note(person, id)).toMatchObject({ x: 500, y: 40, props: { color: 'blue' } });
});

test('letters that two people type into one note both stay', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'we');
  exchange(ana, ben);
  const type = (person: Person, text: string): void =>
    edit(
      person,
      id,
      (shape) => ({ ...shape, props: { ...shape.props, richText: richTextFromPlain(text) } }) as TLShape,
    );
  type(ana, 'Here we');
  type(ben, 'we agree');
  exchange(ana, ben);
  for (const person of [ana, ben]) expect(plainFromRichText(note(person, id).props.richText)).toBe('Here we agree');
});

test('a delete wins over an edit', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'gone');
  exchange(ana, ben);
  ana.store.remove([id]);
  edit(ben, id, (shape) => ({ ...shape, x: 9 }));
  exchange(ana, ben);
  expect(note(ana, id)).toBeUndefined();
  expect(note(ben, id)).toBeUndefined();
});

test('a note moved into a zone that is being deleted survives on the page, where it was seen', () => {
  const [ana, ben] = pair(templateRecords(findTemplate('toc-backward-map')!, 'en'));
  const { id } = addNote(ben, 'keep me');
  exchange(ana, ben);
  const zone = 'shape:zone-long' as TLShape['id'];
  edit(ben, id, (shape) => ({ ...shape, parentId: zone, x: 100, y: 50 }));
  ana.store.remove(
    ana.store
      .allRecords()
      .flatMap((record) =>
        record.id === zone || (record.typeName === 'shape' && record.parentId === zone) ? [record.id] : [],
      ),
  );
  exchange(ana, ben);
  for (const person of [ana, ben]) expect(note(person, id)).toMatchObject({ parentId: 'page:page', x: 100, y: 418 });
});

test('a circle of parents is broken the same way on both sides', () => {
  const [ana, ben] = pair(templateRecords(findTemplate('toc-backward-map')!, 'en'));
  const [long, early] = ['shape:zone-long', 'shape:zone-early'] as TLShape['id'][];
  edit(ana, long!, (shape) => ({ ...shape, parentId: early! }));
  edit(ben, early!, (shape) => ({ ...shape, parentId: long! }));
  exchange(ana, ben);
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
  expect((ana.store.get(early!) as TLShape).parentId).toBe('page:page');
  expect((ana.store.get(long!) as TLShape).parentId).toBe(early);
});

test('an undo does not take back what somebody else changed since', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'ours');
  exchange(ana, ben);
  const before = note(ana, id);
  edit(ana, id, (shape) => ({ ...shape, x: 300 }));
  exchange(ana, ben);
  edit(ben, id, (shape) => ({ ...shape, x: 700 }));
  exchange(ana, ben);
  ana.replaying = true;
  ana.store.put([before]);
  ana.replaying = false;
  exchange(ana, ben);
  for (const person of [ana, ben]) expect(note(person, id).x).toBe(700);
});

test('an undo does not bring back what somebody else deleted', () => {
  const [ana, ben] = pair();
  const created = addNote(ana, 'once');
  exchange(ana, ben);
  ben.store.remove([created.id]);
  exchange(ana, ben);
  ana.replaying = true;
  ana.store.put([created]);
  ana.replaying = false;
  exchange(ana, ben);
  expect(note(ana, created.id)).toBeUndefined();
  expect(note(ben, created.id)).toBeUndefined();
});

test('an undo of my own delete brings it back for all', () => {
  const [ana, ben] = pair();
  const created = addNote(ana, 'back');
  exchange(ana, ben);
  ana.store.remove([created.id]);
  exchange(ana, ben);
  ana.replaying = true;
  ana.store.put([created]);
  ana.replaying = false;
  exchange(ana, ben);
  expect(plainFromRichText(note(ben, created.id).props.richText)).toBe('back');
});

test('a record nobody can read is hidden, counted, and harms nothing else', () => {
  const start = startBoard(blankBoardRecords());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  const bad = new Y.Map<unknown>([['', { typeName: 'shape', type: 'note', x: 'left' }]]);
  const foreign = new Y.Map<unknown>([
    [
      '',
      {
        typeName: 'asset',
        type: 'image',
        meta: {},
        props: { name: 'x', src: 'https://evil.example/x.png', w: 1, h: 1, mimeType: null, isAnimated: false },
      },
    ],
  ]);
  doc.getMap('rec').set('shape:bad', bad);
  doc.getMap('rec').set('asset:foreign', foreign);
  doc.getMap('rec').set('shape:text', 'not a map' as unknown as Y.Map<unknown>);
  const { records, hidden } = readBoardRecords(doc);
  expect(hidden).toBe(3);
  expect(records.map((record) => record.typeName).sort()).toEqual(['document', 'page']);
  const person = makePerson(Y.encodeStateAsUpdate(doc));
  expect(person.store.has('shape:bad' as TLShape['id'])).toBe(false);
});

test('two shapes with one index come in one order for all', () => {
  const [ana, ben] = pair();
  const first = addNote(ana, 'a');
  const second = addNote(ben, 'b');
  edit(ana, first.id, (shape) => ({ ...shape, index: 'a1' }) as TLShape);
  edit(ben, second.id, (shape) => ({ ...shape, index: 'a1' }) as TLShape);
  exchange(ana, ben);
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
  expect(note(ana, first.id).index).not.toBe(note(ana, second.id).index);
});

test('however many updates come between two frames, the store is changed once', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'moving');
  exchange(ana, ben);
  let merges = 0;
  ben.store.listen(() => void merges++, { source: 'remote', scope: 'document' });
  for (let x = 1; x <= 60; x++) {
    edit(ana, id, (shape) => ({ ...shape, x }));
    ana.binding.flush();
    Y.applyUpdate(ben.doc, ana.sent.at(-1)!, 'network');
  }
  ben.store._flushHistory();
  expect(merges).toBe(0);
  ben.runFrame();
  ben.store._flushHistory();
  expect(merges).toBe(1);
  expect(note(ben, id).x).toBe(60);
});

test('a drag is sent in the layout of the document: the place as one value, and nothing else', () => {
  const [ana] = pair();
  const { id } = addNote(ana, 'moving');
  ana.binding.flush();
  edit(ana, id, (shape) => ({ ...shape, x: 12, y: 34 }));
  ana.binding.flush();
  const map = ana.doc.getMap<Y.Map<unknown>>('rec').get(id);
  expect(map?.get('$')).toEqual(['page:page', 12, 34, 0]);
  expect([...(map?.keys() ?? [])].sort()).toEqual(['', '$', 't']);
  expect(ana.sent.at(-1)!.length).toBeLessThanOrEqual(60);
});

describe('several shapes dragged together', () => {
  const places = (person: Person, id: string): unknown[] => {
    const map = person.doc.getMap<Y.Map<unknown>>('rec').get(id);
    return [map?.get('$'), (map?.get('d') as Y.Map<unknown> | undefined)?.get('$')];
  };
  function dragged(): { ana: Person; ben: Person; ids: TLShape['id'][]; step: (x: number) => void } {
    const [ana, ben] = pair();
    const ids = [addNote(ana, 'one').id, addNote(ana, 'two').id];
    exchange(ana, ben);
    ana.runFrame();
    const step = (x: number): void => {
      ana.store.put(ids.map((id) => ({ ...note(ana, id), x, y: 0 })));
      // The decision falls in a microtask; here the frame stands for its time.
      ana.store._flushHistory();
    };
    return { ana, ben, ids, step };
  }
  const sendMidway = async (person: Person): Promise<void> => {
    await Promise.resolve();
    await Promise.resolve();
    person.runFrame();
  };

  test('are sent on their way in a map of their own, which is gone at the end', async () => {
    const { ana, ben, ids, step } = dragged();
    step(100);
    await sendMidway(ana);
    for (const id of ids) expect(places(ana, id)).toEqual([undefined, ['page:page', 100, 0, 0]]);
    for (const update of ana.sent) Y.applyUpdate(ben.doc, update, 'network');
    ben.runFrame();
    for (const id of ids) expect(note(ben, id).x).toBe(100);
    ana.binding.flush();
    exchange(ana, ben);
    for (const id of ids) {
      expect(places(ben, id)).toEqual([['page:page', 100, 0, 0], undefined]);
      expect(note(ben, id).x).toBe(100);
    }
  });

  test('leave next to nothing in the document, however long it takes', async () => {
    const { ana, step } = dragged();
    const structs = (): number => [...ana.doc.store.clients.values()].reduce((sum, { length }) => sum + length, 0);
    const before = structs();
    for (let x = 1; x <= 100; x++) {
      step(x);
      await sendMidway(ana);
    }
    ana.binding.flush();
    expect(structs() - before).toBeLessThan(12);
  });

  test('stay where they are if their person is gone before the end, and can be moved on by others', async () => {
    const { ana, ben, ids, step } = dragged();
    step(100);
    await sendMidway(ana);
    for (const update of ana.sent) Y.applyUpdate(ben.doc, update, 'network');
    ben.runFrame();
    const [id] = ids as [TLShape['id']];
    edit(ben, id, (shape) => ({ ...shape, x: 700 }));
    ben.binding.flush();
    expect(places(ben, id)).toEqual([['page:page', 700, 0, 0], undefined]);
    const { records } = readBoardRecords(ben.doc);
    expect(
      records.filter((record) => ids.includes(record.id as TLShape['id'])).map((record) => 'x' in record && record.x),
    ).toEqual([700, 100]);
  });
});

test('inside a zone the place also says where on the page it is', () => {
  const [ana] = pair(templateRecords(findTemplate('toc-backward-map')!, 'en'));
  const { id } = addNote(ana, 'inside');
  ana.binding.flush();
  edit(ana, id, (shape) => ({ ...shape, parentId: 'shape:zone-long' as TLShape['id'], x: 10, y: 20 }));
  ana.binding.flush();
  const place = ana.doc.getMap<Y.Map<unknown>>('rec').get(id)?.get('$');
  expect(place).toEqual(['shape:zone-long', 10, 20, 0, 'page:page', 10, 388, 0]);
});

test('a canvas that differs from the document without anybody having changed it is put right, and that is counted', () => {
  const [ana] = pair(templateRecords(findTemplate('toc-backward-map')!, 'en'));
  const { id } = addNote(ana, 'whole');
  ana.runFrame();
  const ids = Object.keys(documentRecords(ana));
  expect(ana.binding.recheck(ids)).toBe(0);
  ana.sent.length = 0;
  ana.store.mergeRemoteChanges(() => {
    ana.store.remove(['shape:zone-long' as TLShape['id']]);
    ana.store.put([{ ...note(ana, id), x: 12_345 }]);
  });
  expect(ana.binding.recheck(ids)).toBe(2);
  expect(note(ana, id).x).not.toBe(12_345);
  expect(ana.store.has('shape:zone-long' as TLShape['id'])).toBe(true);
  expect(ana.sent).toEqual([]);
});

test.each([
  ['bold', (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] })],
  ['a letter more', (text: string) => ({ type: 'text', text: `${text}!` })],
])('%s, made on a text that others have gone on with, keeps their letters', (_, change) => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'one');
  exchange(ana, ben);
  edit(
    ben,
    id,
    (shape) => ({ ...shape, props: { ...shape.props, richText: richTextFromPlain('zero one two') } }) as TLShape,
  );
  ben.binding.flush();
  // It has come, and the canvas does not show it yet.
  for (const update of ben.sent) Y.applyUpdate(ana.doc, update, 'network');
  const content = [{ type: 'paragraph', content: [change('one')] }];
  edit(ana, id, (shape) => ({ ...shape, props: { ...shape.props, richText: { type: 'doc', content } } }) as TLShape);
  exchange(ana, ben);
  for (const person of [ana, ben]) {
    const { richText } = note(person, id).props;
    expect(plainFromRichText(richText)).toBe(`zero one${change('').text} two`);
    expect(JSON.stringify(richText).includes('"bold"')).toBe('marks' in change(''));
  }
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
});

test('a place to fall back to that nobody can draw is none', () => {
  const start = startBoard(blankBoardRecords());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  const [ana] = pair();
  const { id: _id, ...base } = addNote(ana, 'lost');
  const { richText: _text, ...props } = base.props;
  const far = ['shape:gone', 0, 0, 0, 'page:page', 1e300, -1e300, 0];
  doc.getMap<Y.Map<unknown>>('rec').set(
    'shape:far',
    new Y.Map<unknown>([
      ['', { ...base, props }],
      ['$', far],
    ]),
  );
  const shown = readBoardRecords(doc).records.find((record) => record.id === 'shape:far');
  expect(shown).toMatchObject({ parentId: 'page:page', x: 0, y: 0 });
});
