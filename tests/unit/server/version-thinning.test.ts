// Which versions of a board go, and whether one more with a name fits. Rule R93.
import { expect, it } from 'vitest';
import { versionIdSchema } from '@commonboard/shared/protocol/history.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { hasRoomForName, versionsToDrop } from '@commonboard/server/history/thinning.ts';
import type { VersionFacts } from '@commonboard/server/storage/history-store.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = 1_000 * 7 * dayMs;
let count = 0;

function version(agoMs: number, more: Partial<VersionFacts> = {}): VersionFacts {
  const id = versionIdSchema.parse(String(++count).padStart(16, '0'));
  const facts = { id, at: now - agoMs, kind: 'hourly' as const, name: null, participant: null, seq: 1, bytes: 10 };
  return { ...facts, hasPicture: false, ...more };
}

/** What is left of these, newest first, as how long ago each was. */
function left(versions: readonly VersionFacts[]): number[] {
  const dropped = new Set(versionsToDrop(versions, now));
  return versions.filter(({ id }) => !dropped.has(id)).map(({ at }) => now - at);
}

it('nothing is dropped of nothing, and the only one never', () => {
  expect(versionsToDrop([], now)).toEqual([]);
  expect(left([version(400 * dayMs, { bytes: limits.versionBytesPerBoardMax * 2 })])).toEqual([400 * dayMs]);
});

it('keeps one of an hour, after a day one of a day, after a month one of a week; the newest of each', () => {
  const minutes = [1, 2, 3, 62, 63].map((ago) => ago * 60_000);
  expect(left(minutes.map((ago) => version(ago)))).toEqual([1, 2, 62].map((ago) => ago * 60_000));
  const hours = [1, 25, 26, 50].map((ago) => ago * hourMs);
  expect(left(hours.map((ago) => version(ago)))).toEqual([hourMs, 25 * hourMs, 50 * hourMs]);
  const days = [0, 31, 33, 36].map((ago) => ago * dayMs + hourMs);
  expect(left(days.map((ago) => version(ago)))).toEqual([hourMs, 31 * dayMs + hourMs, 36 * dayMs + hourMs]);
});

it('keeps what has a name, and for a day what was kept before a restore', () => {
  const versions = [
    version(0),
    version(60_000),
    version(61_000, { kind: 'named', name: 'Ours' }),
    version(62_000, { kind: 'before-restore' }),
    version(63_000, { kind: 'left' }),
    version(90 * dayMs, { kind: 'named', name: 'Old' }),
  ];
  expect(left(versions)).toEqual([0, 60_000, 61_000, 62_000, 90 * dayMs]);
});

it('past the bounds the oldest automatic ones go', () => {
  const weeks = Array.from({ length: limits.versionsPerBoardMax + 3 }, (_, i) => version(i * 7 * dayMs));
  const oldNamed = version(10_000 * dayMs, { kind: 'named', name: 'First' });
  const kept = left([...weeks, oldNamed]);
  expect(kept.length).toBe(limits.versionsPerBoardMax);
  expect(kept.slice(-2)).toEqual([(limits.versionsPerBoardMax - 2) * 7 * dayMs, 10_000 * dayMs]);
  const large = { bytes: limits.versionBytesPerBoardMax / 2 };
  expect(left([version(0, large), version(2 * hourMs, large), version(4 * hourMs, large)])).toEqual([0, 2 * hourMs]);
});

it('one more with a name fits until there are too many, or too large ones', () => {
  const named = (bytes: number): VersionFacts => version(0, { kind: 'named', name: 'x', bytes });
  const many = Array.from({ length: limits.namedVersionsMax - 1 }, () => named(1));
  expect(hasRoomForName(many, 1)).toBe(true);
  expect(hasRoomForName([...many, named(1)], 1)).toBe(false);
  expect(hasRoomForName([...many, version(0)], 1)).toBe(true);
  expect(hasRoomForName([named(limits.namedVersionBytesMax - 5)], 5)).toBe(true);
  expect(hasRoomForName([named(limits.namedVersionBytesMax - 5)], 6)).toBe(false);
});
