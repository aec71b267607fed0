// Fewer rows of the log, with all that was in them.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { LogRow } from '@commonboard/server/storage/board-store.ts';
import { joinedRows } from '@commonboard/server/sync/log/joined-rows.ts';

const asha = participantIdSchema.parse('p-asha-0000000000');
const ben = participantIdSchema.parse('p-ben-00000000000');

/** Updates as somebody's page sends them. */
function pen(participant: LogRow['participant']): (key: string, value: string) => LogRow {
  const doc = new Y.Doc();
  let last: Uint8Array = new Uint8Array();
  doc.on('update', (update: Uint8Array) => (last = update));
  return (key, value) => {
    doc.getMap('m').set(key, value);
    return { participant, update: last };
  };
}

function valuesIn(rows: readonly LogRow[]): unknown {
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return {
    ...doc.getMap('m').toJSON(),
    clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc)).values()].toSorted((a, b) => a - b),
  };
}

it('[R87] small updates of one person that follow each other are one row, and say the same', () => {
  const a = pen(asha);
  const b = pen(ben);
  const rows = [a('x', '1'), a('x', '2'), a('y', '3'), b('z', '4'), b('z', '5'), a('x', '6')];
  const joined = joinedRows(rows);
  expect(joined.map(({ participant }) => participant)).toEqual([asha, ben, asha]);
  expect(valuesIn(joined)).toEqual(valuesIn(rows));
  expect(valuesIn(joined)).toEqual({ x: '6', y: '3', z: '5', clocks: [2, 4] });
});

it('[R87] what is kept with a row, what is large and what is the server’s own stays a row of its own', () => {
  const a = pen(asha);
  const own = pen(null);
  const credits = { owners: [], creators: [{ record: 'shape:a', participant: asha }] };
  const deleted: NonNullable<LogRow['deleted']> = [];
  const rows: LogRow[] = [
    { ...a('x', '1'), credits },
    a('x', '2'),
    { ...a('x', '3'), deleted },
    a('x', 'long'.repeat(limits.gatheredUpdateBytesMax)),
    a('x', '4'),
    own('y', '1'),
    own('y', '2'),
  ];
  expect(joinedRows(rows)).toEqual(rows);
});

it('[R87] nothing stays nothing', () => {
  expect(joinedRows([])).toEqual([]);
});
