// Reads SQLite's write-ahead log as SQLite does when it opens it, to see whether something stands behind the place where
// it stops. Format: https://sqlite.org/fileformat2.html#the_write_ahead_log
import { existsSync, readFileSync } from 'node:fs';

export interface WalReading {
  /** Commits that SQLite will take. */
  commits: number;
  /** end: the beginning of a commit, as a cut leaves it. commits: one or more to their ends. */
  unreadable: 'nothing' | 'end' | 'commits';
}

interface Frame {
  isCommit: boolean;
  /** It belongs to this log and not to an earlier use of the file. */
  isOurs: boolean;
  isWhole: boolean;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const nothing: WalReading = { commits: 0, unreadable: 'nothing' };

export function readWal(file: string): WalReading {
  if (!existsSync(file)) return nothing;
  const bytes = readFileSync(file);
  if (bytes.length === 0) return nothing;
  const frames = framesOf(bytes);
  // A header is durable before the first commit is.
  if (!frames) return { commits: 0, unreadable: bytes.length > headerBytes ? 'commits' : 'end' };
  const firstBad = frames.findIndex(({ isWhole }) => !isWhole);
  const readable = firstBad < 0 ? frames : frames.slice(0, firstBad);
  const commits = readable.filter(({ isCommit }) => isCommit).length;
  const behind = frames.slice(readable.length).filter(({ isOurs }) => isOurs);
  if (behind.some(({ isCommit }) => isCommit)) return { commits, unreadable: 'commits' };
  const isCutOff = behind.length > 0 || readable.at(-1)?.isCommit === false || hasBrokenHeader(bytes);
  return { commits, unreadable: isCutOff ? 'end' : 'nothing' };
}

/** Null where the header cannot be read. */
function framesOf(bytes: Buffer): Frame[] | null {
  if (bytes.length < headerBytes) return null;
  const magic = bytes.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
  const sum = new Checksum(magic === 0x377f0683);
  sum.add(bytes.subarray(0, 24));
  if (!sum.is(bytes.readUInt32BE(24), bytes.readUInt32BE(28))) return null;
  const frameBytes = frameBytesOf(bytes);
  const salts = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] as const;
  const frames: Frame[] = [];
  let isWhole = true;
  for (let at = headerBytes; at + frameHeaderBytes <= bytes.length; at += frameBytes) {
    const frame = bytes.subarray(at, at + frameBytes);
    const found = [frame.readUInt32BE(8), frame.readUInt32BE(12)] as const;
    sum.add(frame.subarray(0, 8));
    sum.add(frame.subarray(frameHeaderBytes));
    const isSame = found[0] === salts[0] && found[1] === salts[1];
    isWhole &&= isSame && frame.length === frameBytes && sum.is(frame.readUInt32BE(16), frame.readUInt32BE(20));
    frames.push({
      isWhole,
      isCommit: frame.readUInt32BE(4) !== 0,
      // One changed bit leaves the other salt as it was; an earlier use of the file has neither.
      isOurs: found[0] === salts[0] || found[1] === salts[1],
    });
  }
  return frames;
}

/** A frame of which not even the header is there. */
function hasBrokenHeader(bytes: Buffer): boolean {
  const rest = (bytes.length - headerBytes) % frameBytesOf(bytes);
  return rest > 0 && rest < frameHeaderBytes;
}

function frameBytesOf(bytes: Buffer): number {
  return frameHeaderBytes + bytes.readUInt32BE(8);
}

/** The running checksum of the format, over words of 32 bits. */
class Checksum {
  readonly #isBigEndian: boolean;
  #first = 0;
  #second = 0;

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian;
  }

  add(bytes: Buffer): void {
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      this.#first = (this.#first + this.#word(bytes, at) + this.#second) >>> 0;
      this.#second = (this.#second + this.#word(bytes, at + 4) + this.#first) >>> 0;
    }
  }

  is(first: number, second: number): boolean {
    return this.#first === first && this.#second === second;
  }

  #word(bytes: Buffer, at: number): number {
    return this.#isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
  }
}
