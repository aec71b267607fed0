// Which versions of a board go: automatic ones are kept by the hour for a day, by the day for a month, then by the week; and
// where there are too many or too large ones, the oldest automatic ones. What has a name stays. Rule R93.
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { VersionFacts } from '../storage/history-store.ts';

const hourMs = 3_600_000;

/** `versions`: the newest first; that one always stays. */
export function versionsToDrop(versions: readonly VersionFacts[], now: number): VersionId[] {
  const [newest] = versions;
  const dropped = new Set<VersionId>();
  const taken = new Set<string>();
  for (const version of versions) {
    if (version === newest || version.kind === 'named') continue;
    const span = spanOf(version, now);
    if (span === null) continue;
    if (taken.has(span)) dropped.add(version.id);
    taken.add(span);
  }
  const kept = versions.filter(({ id }) => !dropped.has(id));
  let count = kept.length;
  let bytes = kept.reduce((sum, version) => sum + version.bytes, 0);
  for (const version of kept.toReversed()) {
    if (count <= limits.versionsPerBoardMax && bytes <= limits.versionBytesPerBoardMax) break;
    if (version === newest || version.kind === 'named') continue;
    dropped.add(version.id);
    count--;
    bytes -= version.bytes;
  }
  return [...dropped];
}

/** Of one span the newest version stays. Null: this one is in no span, and stays. */
function spanOf({ at, kind }: VersionFacts, now: number): string | null {
  const age = now - at;
  if (age < limits.hourlyVersionsMs) return kind === 'before-restore' ? null : `hour ${Math.floor(at / hourMs)}`;
  if (age < limits.dailyVersionsMs) return `day ${Math.floor(at / (24 * hourMs))}`;
  return `week ${Math.floor(at / (7 * 24 * hourMs))}`;
}

/** Whether one more with a name, of so many bytes, may be kept. */
export function hasRoomForName(versions: readonly VersionFacts[], bytes: number): boolean {
  const named = versions.filter(({ kind }) => kind === 'named');
  const together = named.reduce((sum, version) => sum + version.bytes, bytes);
  return named.length < limits.namedVersionsMax && together <= limits.namedVersionBytesMax;
}
