// Whose clocks an update may bring. With another's clocks taken, Yjs would skip what that person writes under them next,
// without a word to anybody. Rules R31, R42 to R44.
import * as Y from 'yjs';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ClientOwner } from '../storage/board-store.ts';
import type { Authors } from './authors.ts';
import { clientsWithNews, type UpdateParts } from './update-parts.ts';

export interface Counting {
  participant: ParticipantId;
  /** An answer to step 1: it may bring what others wrote, who are not here to do so. */
  isStep2: boolean;
  /** The client id that its connection shows; null: none yet. */
  shown: number | null;
  /** Whether these clocks are another person's to count, who is here and has told all it has. */
  isOthers: (client: number) => boolean;
}

/** The ids that the participant counts under from now on; null when the update brings clocks that it may not. */
export function claimedIds(parts: UpdateParts, authors: Authors, counting: Counting): ClientOwner[] | null {
  const { participant, isStep2, shown, isOthers } = counting;
  const { doc } = parts;
  const claimed: ClientOwner[] = [];
  let unknown = 0;
  for (const client of clientsWithNews(parts)) {
    const owner = authors.ownerOf(client);
    // The id that the server itself writes under was made when the board was opened: nobody else has heard it alone.
    if (client === doc.clientID || isOthers(client)) return null;
    if (owner !== null && owner !== participant && !isStep2) return null;
    if (Y.getState(doc.store, client) === 0) unknown++;
    // What another wrote may come with a step 2, so only the id that is shown is taken for one's own there.
    if (owner === null && (!isStep2 || client === shown)) claimed.push({ client, participant });
  }
  if (unknown > 0 && doc.store.clients.size + unknown > limits.clientIdsPerBoardMax) return null;
  return claimed.length === 0 || authors.hasRoomFor(participant, claimed.length) ? claimed : null;
}
