// Who takes part in a board: their id, a name nobody else there has, and a colour by order of joining.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { nameKey } from '@commonboard/shared/protocol/person-name.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ParticipantRow } from '../storage/board-store.ts';
import type { LiveBoard } from './live-boards.ts';
import { hashSecret, newParticipantId, newSecret, sameHash } from './secrets.ts';

/** Twelve colours that stay apart beside each other on white and on dark, in the order in which they are given out. */
export const personColors = [
  '#1769c4',
  '#c2410c',
  '#15803d',
  '#a21caf',
  '#0e7490',
  '#b91c1c',
  '#6d28d9',
  '#857007',
  '#be185d',
  '#3f6212',
  '#475569',
  '#92400e',
] as const;

/** The participant whose device kept this secret. */
export function participantByResume(live: LiveBoard, resume: string | undefined): ParticipantRow | null {
  if (resume === undefined) return null;
  const hash = hashSecret(resume);
  return live.participants.find((participant) => sameHash(participant.resumeHash, hash)) ?? null;
}

/** A new participant with a free name, not yet in the board's list. `name` is clean, or null for a neutral one. */
export function newParticipant(
  live: LiveBoard,
  name: string | null,
  role: Role,
  now: number,
): { participant: ParticipantRow; resume: string } {
  const resume = newSecret();
  const order = live.participants.length;
  const participant: ParticipantRow = {
    id: newParticipantId(),
    name: freeName(live, name ?? `Guest ${order + 1}`, null),
    color: personColors[order % personColors.length] ?? personColors[0],
    resumeHash: hashSecret(resume),
    joinedAt: now,
    role,
    standing: 'in',
    leading: 'no',
    epoch: 1,
    codeEpoch: null,
  };
  return { participant, resume };
}

/** The name, with a number behind it when somebody else in the board has it already. */
export function freeName(live: LiveBoard, name: string, self: ParticipantRow | null): string {
  const taken = new Set(live.participants.filter((other) => other !== self).map((other) => nameKey(other.name)));
  if (!taken.has(nameKey(name))) return name;
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const letters = Array.from(name);
    const numbered = letters.slice(0, limits.nameCharsMax - suffix.length).join('') + suffix;
    if (!taken.has(nameKey(numbered))) return numbered;
  }
}
