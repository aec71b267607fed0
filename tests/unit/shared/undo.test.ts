// An undo takes back all that is one's own, and nothing else.
import { recordKeys, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { b64Vecs, createShapeId, type TLDrawShape, type TLDrawShapeSegment, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { expect, test } from 'vitest';
import { addNote, exchange, noteOf, pair, rewrite, undoTo } from '../../support/board-pair.ts';
import { strokeRecord } from '../../support/fuzz-records.ts';

test('one’s own move of a note by somebody else', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'by Ana');
  exchange(ana, ben);
  const before = noteOf(ben, id);
  ben.store.put([{ ...before, x: 900 }]);
  exchange(ana, ben);
  expect(noteOf(ana, id).x).toBe(900);
  undoTo(ben, before);
  exchange(ana, ben);
  expect(noteOf(ana, id).x).toBe(before.x);
});

test('not somebody else’s move of one’s own note', () => {
  const [ana, ben] = pair();
  const before = addNote(ana, 'by Ana');
  exchange(ana, ben);
  ben.store.put([{ ...noteOf(ben, before.id), x: 900 }]);
  exchange(ana, ben);
  undoTo(ana, before);
  exchange(ana, ben);
  expect([noteOf(ana, before.id).x, noteOf(ben, before.id).x]).toEqual([900, 900]);
});

test('one’s own change of a stroke by somebody else', () => {
  const [ana, ben] = pair();
  const drawn = strokeRecord('a5' as IndexKey, createShapeId(), segmentsTo(5));
  const stroke = { ...drawn, props: { ...drawn.props, isComplete: true } };
  ana.store.put([stroke]);
  exchange(ana, ben);
  ben.store.put([{ ...stroke, props: { ...stroke.props, segments: segmentsTo(9) } }]);
  exchange(ana, ben);
  undoTo(ben, stroke);
  exchange(ana, ben);
  expect((ana.store.get(stroke.id) as TLDrawShape).props.segments).toEqual(stroke.props.segments);
});

test('letters that somebody else deleted do not come back', () => {
  const [ana, ben] = pair();
  const before = addNote(ana, 'secret ');
  rewrite(ana, before.id, richTextFromPlain('secret plan'));
  exchange(ana, ben);
  rewrite(ben, before.id, richTextFromPlain(' plan'));
  exchange(ana, ben);
  undoTo(ana, before);
  exchange(ana, ben);
  for (const one of [ana, ben])
    expect(plainFromRichText(noteOf(one, before.id).props.richText)).not.toContain('secret');
});

test('a shape does not go back into a frame that somebody else deleted: it stays where it is', () => {
  const [ana, ben] = pair();
  const note = addNote(ana, 'in a frame');
  const frame = {
    ...note,
    id: createShapeId('frame'),
    type: 'frame',
    x: 1_000,
    y: 1_000,
    props: { w: 500, h: 500, name: '', color: 'black' },
  } as unknown as TLShape;
  const inside = { ...note, parentId: frame.id, x: 20, y: 20 };
  ana.store.put([frame, inside]);
  exchange(ana, ben);
  ana.store.put([{ ...inside, parentId: note.parentId, x: 3_000, y: 3_000 }]);
  exchange(ana, ben);
  ben.store.remove([frame.id]);
  exchange(ana, ben);
  undoTo(ana, inside);
  exchange(ana, ben);
  for (const one of [ana, ben])
    expect(noteOf(one, note.id)).toMatchObject({ parentId: note.parentId, x: 3_000, y: 3_000 });
});

test('the end of one’s own gesture leaves the drag of somebody else theirs', () => {
  const [ana, ben] = pair();
  const [one, two] = [addNote(ben, 'one'), addNote(ben, 'two')];
  const three = addNote(ana, 'three');
  exchange(ana, ben);
  ben.store.put([one, two].map((note) => ({ ...note, x: 700 })));
  ben.store._flushHistory();
  ben.runFrame();
  exchange(ana, ben);
  ana.store.put([one, three].map(({ id }) => ({ ...noteOf(ana, id), opacity: 0.5 })));
  exchange(ana, ben);
  const item = recordMaps(ana.doc).get(one.id)?._map.get(recordKeys.place);
  expect(item?.id.client).toBe(ben.doc.clientID);
});

function segmentsTo(end: number): TLDrawShapeSegment[] {
  const points = [0, end].map((at) => ({ x: at, y: at, z: 0.5 }));
  return [{ type: 'free', path: b64Vecs.encodePoints(points, 2), dim: 2 }];
}
