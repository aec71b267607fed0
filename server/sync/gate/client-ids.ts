// Whose clocks an update may bring. With another's clocks taken, Yjs would skip what that person writes under them next,
// without a word to anybody. Rules R31, R42 to R44 and R101.
import * as Y from 'yjs';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ClientOwner, DoubtedClock } from '../../storage/board-store.ts';
import type { Authors } from './authors.ts';
import { clientsWithNews, endOf, type UpdateParts } from './update-parts.ts';

export interface Counting {
  role: Role;
  participant: ParticipantId;
  /** An answer to step 1: it may bring what others wrote, who are not here to do so. */
  isStep2: boolean;
  /** The server may lack what others have heard from it: it was started a while ago. */
  mayLack: boolean;
  /** The client id that its connection shows; null: none yet. */
  shown: number | null;
  /** Whether these clocks are another person's to count, who has told all they have. */
  isOthers: (client: number) => boolean;
}

export interface Claims {
  /** The ids that the participant counts under from now on. */
  owners: ClientOwner[];
  /** What they bring of others. */
  doubted: DoubtedClock[];
  /** Ids among it that nobody knew. */
  brought: number;
}

/** A code when the update brings clocks that it may not. */
export function claimsOf(parts: UpdateParts, authors: Authors, counting: Counting): Claims | RefusalCode {
  const { role, participant, isStep2, mayLack, shown, isOthers } = counting;
  const { doc } = parts;
  const owners: ClientOwner[] = [];
  const doubted: DoubtedClock[] = [];
  let [unknown, brought] = [0, 0];
  for (const client of clientsWithNews(parts)) {
    const owner = authors.ownerOf(client);
    const state = Y.getState(doc.store, client);
    // The id that the server itself writes under was made when the board was opened: nobody else has heard it alone.
    if (client === doc.clientID || isOthers(client)) return 'not-allowed';
    // Of an unknown id only the one that is shown is one's own for sure: the others may have been lost with a power cut.
    const isBrought = isStep2 && mayLack && owner !== participant && (owner !== null || client !== shown);
    if (owner !== null && owner !== participant && !isBrought) return 'not-allowed';
    if (state === 0) unknown++;
    if (state === 0 && isBrought) brought++;
    if (!isBrought && owner === null) owners.push({ client, participant });
    if (isBrought && state < authors.doubtedFrom(client)) doubted.push({ client, from: state });
  }
  const isTooMany =
    (owners.length > 0 && authors.countOf(participant) + owners.length > limits.clientIdsPerParticipantMax) ||
    (brought > 0 && authors.broughtBy(participant) + brought > limits.broughtIdsPerParticipantMax);
  if (isTooMany) return 'too-many-ids';
  // Who leads is not kept out by what others filled.
  const isFull =
    (unknown > 0 && doc.store.clients.size + unknown > limits.clientIdsPerBoardMax) ||
    (owners.length > 0 && authors.size + owners.length > limits.clientIdsPerBoardMax);
  return isFull && role !== 'facilitate' ? 'full' : { owners, doubted, brought };
}

/** Of what others brought under a person's ids: how far that person has told it themselves. */
export function clocksHeard(
  { doc, byClient }: UpdateParts,
  authors: Authors,
  { participant, shown }: Counting,
): DoubtedClock[] {
  return [...byClient].flatMap(([client, parts]) => {
    const from = authors.doubtedFrom(client);
    if (from === Infinity || (authors.ownerOf(client) !== participant && client !== shown)) return [];
    let heard = from;
    for (const part of parts) {
      if (part instanceof Y.Skip || part.id.clock > heard) break;
      heard = Math.max(heard, endOf(part));
    }
    if (heard === from) return [];
    return [{ client, from: heard < Y.getState(doc.store, client) ? heard : null }];
  });
}
