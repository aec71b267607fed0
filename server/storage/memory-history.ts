// What is kept of one board's past in memory: versions with their pictures, and deleted records.
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { StoreError } from './board-store.ts';
import { rowChecksum } from './checksum.ts';
import type { DeletedRecord, KeptDeletion, NewVersion, VersionFacts } from './history-store.ts';

interface MemoryVersion extends NewVersion {
  checksum: number;
  picture: Uint8Array | null;
}

export class MemoryHistory {
  readonly #board: BoardId;
  readonly versions = new Map<string, MemoryVersion>();
  #deleted = new Map<string, KeptDeletion>();

  constructor(board: BoardId) {
    this.#board = board;
  }

  list(): VersionFacts[] {
    return [...this.versions.values()]
      .toReversed()
      .toSorted((a, b) => b.at - a.at)
      .map(({ id, at, kind, name, participant, seq, snapshot, picture }) => ({
        id,
        at,
        kind,
        name,
        participant,
        seq,
        bytes: snapshot.length + (picture?.length ?? 0),
        hasPicture: picture !== null,
      }));
  }

  add(version: NewVersion): void {
    const snapshot = version.snapshot.slice();
    const checksum = rowChecksum(this.#board, version.seq, snapshot);
    this.versions.set(version.id, { ...version, snapshot, checksum, picture: null });
  }

  find(version: VersionId): Uint8Array | null {
    const found = this.versions.get(version);
    if (!found) return null;
    if (found.checksum === rowChecksum(this.#board, found.seq, found.snapshot)) return found.snapshot;
    throw new StoreError('damaged', `Version ${version} is not as it was written.`);
  }

  name(version: VersionId, name: string): boolean {
    const found = this.versions.get(version);
    if (found) Object.assign(found, { kind: 'named', name });
    return found !== undefined;
  }

  remove(versions: readonly VersionId[]): void {
    for (const version of versions) this.versions.delete(version);
  }

  picture(version: VersionId): Uint8Array | null {
    return this.versions.get(version)?.picture ?? null;
  }

  putPicture(version: VersionId, png: Uint8Array): boolean {
    const found = this.versions.get(version);
    if (!found || found.picture !== null) return false;
    found.picture = png.slice();
    return true;
  }

  deleted(): KeptDeletion[] {
    return [...this.#deleted.values()].toReversed();
  }

  keepDeleted(records: readonly DeletedRecord[], at: number): void {
    for (const record of records) {
      this.#deleted.delete(record.record);
      this.#deleted.set(record.record, { ...record, at });
    }
    let chars = 0;
    const kept = this.deleted().filter(({ content }, place) => {
      chars += content.length;
      return place < limits.deletedRecordsMax && chars <= limits.deletedCharsMax;
    });
    this.#deleted = new Map(kept.toReversed().map((one) => [one.record, one]));
  }

  forgetDeletedBefore(at: number): void {
    for (const [record, kept] of this.#deleted) if (kept.at < at) this.#deleted.delete(record);
  }
}
