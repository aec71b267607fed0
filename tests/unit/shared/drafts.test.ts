// Two documents, one canvas: while somebody has drafts, what they make is theirs alone and looks like part of the board.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { AssetRecordType, createShapeId, type TLNoteShape, type TLShape } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, documentRecords, exchange, noteOf, pair, rewrite } from '../../support/board-pair.ts';

const has = (doc: Y.Doc, id: string): boolean => recordMaps(doc).has(id);

test('what is made goes into the drafts, and only there; what was there is changed where it is', () => {
  const [ana, ben] = pair();
  const shared = addNote(ana, 'for all');
  exchange(ana, ben);
  const drafts = new Y.Doc();
  ana.binding.addDrafts(drafts);
  const own = addNote(ana, 'mine');
  ana.store.put([{ ...shared, x: 321 }]);
  exchange(ana, ben);
  expect(has(drafts, own.id)).toBe(true);
  expect(has(ana.doc, own.id)).toBe(false);
  expect(has(drafts, shared.id)).toBe(false);
  expect(ana.store.has(own.id)).toBe(true);
  expect(ben.store.has(own.id)).toBe(false);
  expect(ben.store.get(shared.id)).toMatchObject({ x: 321 });
});

test('drafts that were there before are shown, and what their document learns from elsewhere too', () => {
  const [ana, ben] = pair();
  const drafts = new Y.Doc();
  const end = ben.binding.addDrafts(drafts);
  const own = addNote(ben, 'from my telephone');
  end();
  ana.binding.addDrafts(drafts);
  ana.runFrame();
  expect(plainFromRichText((ana.store.get(own.id) as TLNoteShape).props.richText)).toBe('from my telephone');
  drafts.transact(() => recordMaps(drafts).get(own.id)?.set('p.color', 'red'), 'network');
  ana.runFrame();
  expect(ana.store.get(own.id)).toMatchObject({ props: { color: 'red' } });
});

test('at the end they are gone from the canvas; nothing of them is on the board, not even by a redo', () => {
  const [ana, ben] = pair();
  const drafts = new Y.Doc();
  const end = ana.binding.addDrafts(drafts);
  const own = addNote(ana, 'private');
  end();
  ana.runFrame();
  expect(ana.store.has(own.id)).toBe(false);
  // tldraw's redo puts the record of its making back.
  ana.replaying = true;
  ana.store.put([own]);
  ana.replaying = false;
  exchange(ana, ben);
  ana.runFrame();
  expect(has(ana.doc, own.id)).toBe(false);
  expect(ana.store.has(own.id)).toBe(false);
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
});

test('a note of the board that is deleted meanwhile comes back to the board, a draft to the drafts', () => {
  const [ana, ben] = pair();
  const shared = addNote(ana, 'for all');
  const drafts = new Y.Doc();
  ana.binding.addDrafts(drafts);
  const own = addNote(ana, 'mine');
  ana.store.remove([shared.id, own.id]);
  exchange(ana, ben);
  expect([has(ana.doc, shared.id), has(drafts, own.id)]).toEqual([false, false]);
  ana.replaying = true;
  ana.store.put([shared, own]);
  ana.replaying = false;
  exchange(ana, ben);
  expect([has(ana.doc, shared.id), has(drafts, shared.id)]).toEqual([true, false]);
  expect([has(ana.doc, own.id), has(drafts, own.id)]).toEqual([false, true]);
});

test('a draft that another device of this person deleted does not come onto the board by a redo', () => {
  const [ana, ben] = pair();
  const drafts = new Y.Doc();
  const end = ana.binding.addDrafts(drafts);
  const own = addNote(ana, 'private');
  drafts.transact(() => recordMaps(drafts).delete(own.id), 'network');
  ana.runFrame();
  end();
  ana.replaying = true;
  ana.store.put([own]);
  ana.replaying = false;
  exchange(ana, ben);
  expect(has(ana.doc, own.id)).toBe(false);
  expect(ben.store.has(own.id)).toBe(false);
});

test('what somebody puts onto the board under the id of a draft gets nothing of it, and shows when the drafts end', () => {
  const [ana, ben] = pair();
  const end = ana.binding.addDrafts(new Y.Doc());
  const own = addNote(ana, 'mine');
  ben.doc.transact(() =>
    recordMaps(ben.doc).set(
      own.id,
      encodeRecord(own, () => undefined),
    ),
  );
  exchange(ana, ben);
  rewrite(ana, own.id, richTextFromPlain('a private thought'));
  exchange(ana, ben);
  expect(plainFromRichText(noteOf(ben, own.id).props.richText)).toBe('mine');
  expect(plainFromRichText(noteOf(ana, own.id).props.richText)).toBe('a private thought');
  end();
  ana.runFrame();
  expect(plainFromRichText(noteOf(ana, own.id).props.richText)).toBe('mine');
});

test('a picture that was on the board once, pasted again in private, is private', () => {
  const [ana, ben] = pair();
  const asset = AssetRecordType.create({
    id: AssetRecordType.createId('hash-of-its-bytes'),
    type: 'image',
    meta: {},
    props: { name: 'face.png', src: '', w: 10, h: 10, mimeType: 'image/png', isAnimated: false },
  });
  ana.store.put([asset]);
  exchange(ana, ben);
  ana.store.remove([asset.id]);
  exchange(ana, ben);
  for (const one of [ana, ben]) {
    const drafts = new Y.Doc();
    one.binding.addDrafts(drafts);
    one.store.put([asset]);
    one.binding.flush();
    expect([has(one.doc, asset.id), has(drafts, asset.id)]).toEqual([false, true]);
  }
});

test('long texts go out in updates below a frame too', () => {
  const [ana] = pair();
  const note = addNote(ana, '');
  const richText = richTextFromPlain('word '.repeat(8_000));
  const notes = Array.from({ length: 400 }, (_, i) => ({
    ...note,
    id: createShapeId(`long-${i}`),
    props: { ...note.props, richText },
  }));
  ana.store.put(notes);
  ana.binding.flush();
  expect(Math.max(...ana.sent.map(({ length }) => length))).toBeLessThan(limits.charsPerUpdateMax * 2);
});

test('a note of the board that is put into a frame of the drafts stays on the page for the others', () => {
  const [ana, ben] = pair();
  const shared = addNote(ana, 'for all');
  exchange(ana, ben);
  const drafts = new Y.Doc();
  ana.binding.addDrafts(drafts);
  const frame = { ...shared, id: 'shape:frame', type: 'frame', props: { w: 900, h: 900, name: '', color: 'black' } };
  ana.store.put([{ ...frame, x: 50, y: 60 } as unknown as TLShape]);
  ana.binding.flush();
  ana.store.put([{ ...shared, parentId: frame.id as TLShape['id'], x: 10, y: 20 }]);
  exchange(ana, ben);
  expect(ben.store.get(shared.id)).toMatchObject({ parentId: 'page:page', x: 60, y: 80 });
});

test('a second set of drafts is a mistake of the program', () => {
  const [ana] = pair();
  ana.binding.addDrafts(new Y.Doc());
  expect(() => ana.binding.addDrafts(new Y.Doc())).toThrow('There are drafts already.');
});

test('a large import goes out in several updates, each well below a frame', () => {
  const [ana, ben] = pair();
  const note = addNote(ana, 'one of many');
  ana.sent.length = 0;
  ana.store.put(Array.from({ length: 1_800 }, (_, i) => ({ ...note, id: `shape:many${i}` as TLShape['id'], x: i })));
  exchange(ana, ben);
  expect(ana.sent.length).toBe(5);
  expect(documentRecords(ana)).toEqual(documentRecords(ben));
});

test('found by chance: drafts end while a note of theirs is written in, and an undo follows at once', () => {
  const [ana] = pair();
  const shared = addNote(ana, 'for all');
  const end = ana.binding.addDrafts(new Y.Doc());
  const own = addNote(ana, 'mine');
  ana.editedId = own.id;
  end();
  expect(ana.store.has(own.id)).toBe(false);
  ana.replaying = true;
  ana.store.put([{ ...shared, x: 77 }]);
  ana.replaying = false;
  expect(recordMaps(ana.doc).get(shared.id)?.get('$')).toEqual(['page:page', 77, shared.y, 0]);
});
