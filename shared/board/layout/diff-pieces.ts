// A large change of records is written in several updates, each well below the size of a frame.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import { limits } from '../../protocol/limits.ts';

/** So few that no frame is too small for them. */
const fewRecords = 20;

/** A diff in pieces that each make an update well below the size of a frame. */
export function* diffInPieces(diff: RecordsDiff<TLRecord>): Generator<RecordsDiff<TLRecord>> {
  const count = Object.values(diff).reduce((sum, part) => sum + Object.keys(part).length, 0);
  if (count <= fewRecords) {
    yield diff;
    return;
  }
  let piece = emptyDiff();
  let [records, chars] = [0, 0];
  for (const kind of ['added', 'updated', 'removed'] as const) {
    for (const [id, value] of Object.entries(diff[kind])) {
      Object.assign(piece[kind], { [id]: value });
      records++;
      chars += JSON.stringify(value).length;
      if (records < limits.recordsPerUpdateMax && chars < limits.charsPerUpdateMax) continue;
      yield piece;
      piece = emptyDiff();
      [records, chars] = [0, 0];
    }
  }
  if (records > 0) yield piece;
}

function emptyDiff(): RecordsDiff<TLRecord> {
  return { added: {}, updated: {}, removed: {} };
}
