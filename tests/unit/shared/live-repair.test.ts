// Repair a change at a time comes to the picture that repair of the whole gives, after each single change.
import type { DecodedRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { defaultDocument, defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { LiveRepair } from '@commonboard/shared/board/repair/live-repair.ts';
import { repairBoard } from '@commonboard/shared/board/repair/repair.ts';
import { PageRecordType, type TLPageId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrowRecord, bindingRecord } from '../../support/fuzz-records.ts';

const shapeIds = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `shape:${name}`);
const pageIds = ['page:page', 'page:two'];
const bindingIds = ['k', 'l', 'm', 'n'].map((name) => `binding:${name}`);
const indexes = ['a1', 'a2', 'a3'] as IndexKey[];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const decoded = (record: TLRecord, fallback: DecodedRecord['fallback'] = null): DecodedRecord => ({ record, fallback });

const shape = fc
  .record({
    id: oneOf(shapeIds),
    parent: oneOf([...shapeIds, ...pageIds, 'shape:nowhere']),
    index: oneOf(indexes),
    isArrow: fc.boolean(),
    x: fc.nat({ max: 3 }),
    page: oneOf([...pageIds, null]),
  })
  .map(({ id, parent, index, isArrow, x, page }): [string, DecodedRecord] => {
    const arrow = { ...arrowRecord(index), id, parentId: parent, x } as TLShape;
    const record = isArrow ? arrow : ({ ...arrow, type: 'group', props: {} } as TLShape);
    return [id, decoded(record, page === null ? null : { pageId: page, x: 9, y: 9, rotation: 0 })];
  });
const page = fc
  .record({ id: oneOf(pageIds), index: oneOf(indexes) })
  .map(({ id, index }): [string, DecodedRecord] => [
    id,
    decoded(PageRecordType.create({ id: id as TLPageId, name: id, index })),
  ]);
const binding = fc
  .record({ id: oneOf(bindingIds), from: oneOf(shapeIds), to: oneOf(shapeIds), end: oneOf(['start', 'end'] as const) })
  .map(({ id, from, to, end }): [string, DecodedRecord] => [
    id,
    decoded({ ...bindingRecord(from as TLShape['id'], to as TLShape['id'], end), id } as TLRecord),
  ]);
const gone = fc
  .record({
    id: oneOf([...shapeIds, ...pageIds, ...bindingIds, defaultDocument.id]),
    decoded: oneOf([null, undefined]),
  })
  .map(({ id, decoded: how }): [string, null | undefined] => [id, how]);

const news = fc.oneof(
  { weight: 8, arbitrary: shape },
  { weight: 2, arbitrary: page },
  { weight: 4, arbitrary: binding },
  { weight: 3, arbitrary: gone },
);

test('after every change the two are equal, hidden records too', () => {
  const property = fc.property(
    fc.array(fc.array(news, { minLength: 1, maxLength: 4 }), { maxLength: 30, size: 'max' }),
    (updates) => {
      const live = new LiveRepair();
      const all = new Map<string, DecodedRecord | null>();
      for (const update of updates) {
        for (const [id, how] of update) {
          if (how === undefined) all.delete(id);
          else all.set(id, how);
        }
        live.update(update);
        const whole = repairBoard(all);
        expect(Object.fromEntries(live.records)).toEqual(Object.fromEntries(whole.records));
        expect(live.hidden).toBe(whole.hidden);
      }
    },
  );
  expect.hasAssertions();
  fc.assert(property, { numRuns: 300 });
});

test('what it says has changed is all that has', () => {
  const property = fc.property(fc.array(news, { maxLength: 40, size: 'max' }), (updates) => {
    const live = new LiveRepair();
    for (const update of updates) {
      const before = new Map(live.records);
      const changed = live.update([update]);
      const differing = [...new Set([...before.keys(), ...live.records.keys()])].filter(
        (id) => before.get(id) !== live.records.get(id),
      );
      expect(differing.filter((id) => !changed.has(id))).toEqual([]);
    }
  });
  expect.hasAssertions();
  fc.assert(property, { numRuns: 200 });
});

test('an empty board has a document and a page', () => {
  expect([...new LiveRepair().records.keys()]).toEqual([defaultDocument.id, defaultPage.id]);
});
