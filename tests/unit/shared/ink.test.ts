// A stroke while it is being drawn goes out as new points only, and ends as the plain value that tldraw made.
import { withInk } from '@commonboard/shared/board/layout/ink.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { b64Vecs, createShapeId, type TLDrawShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { exchange, makePerson, startBoard, type Person } from '../../support/board-pair.ts';
import { drawn, strokeRecord } from '../../support/fuzz-records.ts';

type Segments = TLDrawShape['props']['segments'];
interface Point {
  x: number;
  y: number;
  z: number;
}

const id = createShapeId('stroke');
const segment = (points: Point[], type: 'free' | 'straight' = 'free'): Segments[number] => ({
  type,
  path: b64Vecs.encodePoints(points, 2),
  dim: 2,
});
const line = (count: number): Point[] =>
  Array.from({ length: count }, (_, i) => ({ x: i * 3, y: (i % 7) * 2, z: 0.5 }));

function pair(): [Person, Person] {
  const start = startBoard(blankBoardRecords());
  return [makePerson(start), makePerson(start)];
}

function begin(person: Person, segments: Segments): void {
  person.store.put([strokeRecord('a5' as IndexKey, id, segments)]);
  person.binding.flush();
}

function draw(person: Person, segments: Segments): void {
  person.store.put([drawn(stroke(person), { segments })]);
  person.binding.flush();
}

function lift(person: Person): void {
  person.store.put([drawn(stroke(person), { isComplete: true })]);
  person.binding.flush();
}

function stroke(person: Person): TLDrawShape {
  return person.store.get(id) as TLDrawShape;
}

function keysOf(person: Person): string[] {
  return [...(recordMaps(person.doc).get(id)?.keys() ?? [])].sort();
}

describe('chunks that fit nothing', () => {
  const segments = [segment(line(3))];
  const doc = new Y.Doc();
  const chunks = doc.getArray('ink');
  const read = (...news: unknown[]): unknown => {
    chunks.delete(0, chunks.length);
    chunks.push(news);
    return withInk(segments, chunks);
  };

  test('are passed over', () => {
    for (const bad of [null, 7, 'more', [], [1], ['1', new Uint8Array(4)], [-1, new Uint8Array(4)], { type: 'free' }])
      expect(read(bad)).toEqual(segments);
    expect(read({ type: 'free', path: '*' }, { type: 'free', path: 'AAA' })).toEqual(segments);
  });

  test('a drop of more than there is takes all of it', () => {
    const path = b64Vecs.encodePoints([{ x: 1, y: 1, z: 0.5 }], 2);
    expect(read([9_999, Uint8Array.from(Buffer.from(path, 'base64'))])).toEqual([{ ...segments[0], path }]);
  });

  test('no chunks, or something else in their place, leave what is there', () => {
    expect(read()).toEqual(segments);
    expect(withInk(segments, 'ink')).toBe(segments);
    expect(withInk('no segments', chunks)).toBe('no segments');
  });
});

test('while it is drawn, only new points go out, and the other sees them', () => {
  const [ana, ben] = pair();
  begin(ana, [segment(line(1))]);
  for (let points = 4; points <= 100; points += 3) draw(ana, [segment(line(points))]);
  exchange(ana, ben);
  expect(stroke(ben).props).toEqual(stroke(ana).props);
  expect(keysOf(ana)).toEqual(['', 'i']);
  expect(ana.sent.length).toBe(34);
  expect(Math.max(...ana.sent.slice(1).map((update) => update.length))).toBeLessThanOrEqual(70);
});

test('at its end it is the plain value, and nothing is left of the chunks', () => {
  const [ana, ben] = pair();
  begin(ana, [segment(line(1))]);
  draw(ana, [segment(line(20))]);
  draw(ana, [segment(line(40))]);
  lift(ana);
  exchange(ana, ben);
  expect(keysOf(ben)).toEqual(['', 'p.isComplete', 'p.segments']);
  expect(stroke(ben).props.segments).toEqual([segment(line(40))]);
  expect(stroke(ben).props).toEqual(stroke(ana).props);
});

test('a new segment, and a change of all of it, both arrive', () => {
  const [ana, ben] = pair();
  begin(ana, [segment(line(5))]);
  draw(ana, [segment(line(8)), segment(line(2), 'straight')]);
  draw(ana, [segment(line(8)), segment([...line(1), { x: 90, y: 40, z: 0.5 }], 'straight')]);
  exchange(ana, ben);
  expect(stroke(ben).props).toEqual(stroke(ana).props);
  draw(ana, [segment(line(2), 'straight')]);
  exchange(ana, ben);
  expect(stroke(ben).props).toEqual(stroke(ana).props);
  expect(keysOf(ana)).toEqual(['', 'p.segments']);
  draw(ana, [segment(line(3), 'straight')]);
  lift(ana);
  exchange(ana, ben);
  expect(stroke(ben).props).toEqual(stroke(ana).props);
});

test('while one draws, the other colours and moves the stroke: all of it stays', () => {
  const [ana, ben] = pair();
  begin(ana, [segment(line(5))]);
  exchange(ana, ben);
  draw(ana, [segment(line(30))]);
  ben.store.put([{ ...drawn(stroke(ben), { color: 'red' }), x: 400 }]);
  exchange(ana, ben);
  draw(ana, [segment(line(50))]);
  lift(ana);
  exchange(ana, ben);
  for (const person of [ana, ben]) {
    expect(stroke(person)).toMatchObject({ x: 400, props: { color: 'red', isComplete: true } });
    expect(stroke(person).props.segments).toEqual([segment(line(50))]);
  }
});

test('an undo of the other does not take back what is drawn meanwhile', () => {
  const [ana, ben] = pair();
  begin(ana, [segment(line(5))]);
  exchange(ana, ben);
  const before = stroke(ben);
  ben.store.put([drawn(before, { color: 'red' })]);
  exchange(ana, ben);
  draw(ana, [segment(line(40))]);
  exchange(ana, ben);
  // tldraw puts the whole record of before back.
  ben.replaying = true;
  ben.store.put([before]);
  ben.replaying = false;
  exchange(ana, ben);
  lift(ana);
  exchange(ana, ben);
  for (const person of [ana, ben]) {
    expect(stroke(person).props.segments).toEqual([segment(line(40))]);
    expect(stroke(person).props.color).toBe('black');
  }
});

test('a stroke of endless pieces is cut at the longest there may be', () => {
  const chunks = new Y.Doc().getArray('ink');
  chunks.push([[0, new Uint8Array(3_000_000)], ...Array.from({ length: 999 }, () => [0, new Uint8Array(4)])]);
  const [read] = withInk([segment(line(2))], chunks) as Segments;
  expect(read?.path.length).toBeLessThan(limits.inkCharsMax * 1.5);
});

test('a stroke whose person is gone before its end can be read by all', () => {
  const [ana] = pair();
  begin(ana, [segment(line(5))]);
  draw(ana, [segment(line(30))]);
  const { records, hidden } = readBoardRecords(ana.doc);
  expect(hidden).toBe(0);
  expect(records.find((record) => record.id === id)).toEqual(stroke(ana));
});

test('whatever way a stroke goes, all read it as tldraw has it', () => {
  const points = fc.array(
    fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }), z: fc.constant(0.5) }),
    { minLength: 1, maxLength: 12 },
  );
  const steps = fc.array(fc.array(points, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const property = fc.property(steps, fc.boolean(), (states, isLifted) => {
    const [ana, ben] = pair();
    begin(ana, [segment(line(2))]);
    for (const state of states)
      draw(
        ana,
        state.map((part) => segment(part)),
      );
    if (isLifted) lift(ana);
    exchange(ana, ben);
    expect(stroke(ben)).toEqual(stroke(ana));
  });
  expect.hasAssertions();
  fc.assert(property, { numRuns: 200 });
});
