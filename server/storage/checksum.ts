// The checksum beside every stored row. SQLite's own check misses most single flipped bytes in a blob.
import { crc32 } from 'node:zlib';

/** Covers the place of the row too, so that a row that strayed to another board or number is seen. */
export function rowChecksum(board: string, seq: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${board}:${seq}`));
}
