// What the server writes into a document: in its own name, or for a person without a socket.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { DraftErasure } from '../../storage/draft-store.ts';

export interface ServerWork {
  /** Whose a record is that it makes; null: nobody's. */
  makerOf: (record: string) => ParticipantId | null;
  /** Erased in the commit that stores it. */
  erases?: DraftErasure;
}

export interface PersonsWork {
  /** Records that it may delete. */
  going?: Iterable<string>;
  /** What it makes was there before: it stays its maker's, or nobody's. */
  bringsBack?: boolean;
}
