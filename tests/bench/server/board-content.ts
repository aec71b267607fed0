// The boards that rooms begin with, the same for all: as records for tldraw sync, as a document for those that speak Yjs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { largeBoard } from '../../support/large-board.ts';

export interface BenchBoard {
  /** V1. */
  update: Uint8Array;
  /** The same in updates as large as a page makes them; they build on each other. */
  pieces: readonly Uint8Array[];
  stateVector: Uint8Array;
  /** JSON of the records, for a server that reads them itself. */
  recordsFile: string;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-boards-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const made = new Map<number, BenchBoard>();

export function boardOf(shapes: number): BenchBoard {
  const known = made.get(shapes);
  if (known) return known;
  const records = largeBoard({ shapes });
  const recordsFile = join(folder, `${shapes}.json`);
  writeFileSync(recordsFile, JSON.stringify(records));
  const board = { ...documentOf(records), recordsFile };
  made.set(shapes, board);
  return board;
}

function documentOf(records: readonly TLRecord[]): Pick<BenchBoard, 'update' | 'pieces' | 'stateVector'> {
  const doc = new Y.Doc();
  const pieces: Uint8Array[] = [];
  doc.on('update', (piece: Uint8Array) => pieces.push(piece));
  const maps = recordMaps(doc);
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  for (let from = 0; from < records.length; from += limits.recordsPerUpdateMax) {
    doc.transact(() => {
      for (const record of records.slice(from, from + limits.recordsPerUpdateMax))
        maps.set(
          record.id,
          encodeRecord(record, (id) => byId.get(id)),
        );
    });
  }
  return { update: Y.encodeStateAsUpdate(doc), pieces, stateVector: Y.encodeStateVector(doc) };
}
