// Going on on another device: a code that is good once and for some minutes, and stands for what the first device comes back with.
// In memory only, and for who knows the code: a server that stops forgets it. Rule R123.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface Pairing {
  id: BoardId;
  participant: ParticipantId;
  /** Of the link. */
  role: Role;
  key: string;
  resume: string;
}

export interface Pairings {
  /** In place of the one that this person had. */
  open(pairing: Pairing): { code: string; until: number };
  /** Once. Null for a code that nobody was given, or whose time is over. */
  take(code: string): Pairing | null;
}

export function createPairings(now: () => number): Pairings {
  /** By the hash of their code; the oldest first. */
  const open = new Map<string, { pairing: Pairing; until: number }>();
  const drop = (isOut: (pairing: Pairing, until: number) => boolean): void => {
    for (const [hash, { pairing, until }] of open) if (isOut(pairing, until)) open.delete(hash);
  };
  return {
    open(pairing) {
      drop(({ id, participant }, until) => until < now() || (id === pairing.id && participant === pairing.participant));
      const [oldest] = open.keys();
      if (open.size >= limits.pairingsMax && oldest !== undefined) open.delete(oldest);
      const [code, until] = [newSecret(), now() + limits.pairingMs];
      open.set(hashSecret(code), { pairing, until });
      return { code, until };
    },
    take(code) {
      const hash = hashSecret(code);
      const found = open.get(hash);
      open.delete(hash);
      return found && found.until >= now() ? found.pairing : null;
    },
  };
}
