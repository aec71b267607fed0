// Which zones hold pictures that people have put on the board, and the board without them.
import type { TLRecord } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import { uploadedIn, uploadedPictures, withoutUploaded } from '@commonboard/shared/harvest/uploaded-pictures.ts';

const shape = (id: string, type: string, parentId: string): TLRecord =>
  ({ id: `shape:${id}`, typeName: 'shape', type, parentId }) as unknown as TLRecord;
const binding = (id: string, fromId: string, toId: string): TLRecord =>
  ({ id: `binding:${id}`, typeName: 'binding', type: 'arrow', fromId, toId }) as unknown as TLRecord;

const records = [
  shape('outer', 'zone', 'page:a'),
  shape('inner', 'zone', 'shape:outer'),
  shape('group', 'group', 'shape:inner'),
  shape('deep', 'image', 'shape:group'),
  shape('flat', 'image', 'shape:outer'),
  shape('beside', 'image', 'page:a'),
  shape('lost', 'image', 'shape:gone'),
  shape('note', 'note', 'shape:inner'),
  shape('arrow', 'arrow', 'page:a'),
  binding('picture', 'shape:arrow', 'shape:deep'),
  binding('note', 'shape:arrow', 'shape:note'),
];

it('[R206] counts each picture once, however many of the zones it lies in', () => {
  const found = uploadedPictures(records);
  expect(uploadedIn(found, [])).toBe(0);
  expect(uploadedIn(found, ['shape:none', 'shape:inner'])).toBe(1);
  expect(uploadedIn(found, ['shape:outer'])).toBe(2);
  expect(uploadedIn(found, ['shape:inner', 'shape:outer'])).toBe(2);
  expect(uploadedPictures([]).size).toBe(0);
});

it('[R206] without them nothing is bound to them', () =>
  expect(withoutUploaded(records).map(({ id }) => id)).toEqual([
    'shape:outer',
    'shape:inner',
    'shape:group',
    'shape:note',
    'shape:arrow',
    'binding:note',
  ]));
