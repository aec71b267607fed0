// What the server writes into a document in its own name.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { DraftErasure } from '../../storage/draft-store.ts';

export interface ServerWork {
  /** Whose a record is that it makes; null: nobody's. */
  makerOf: (record: string) => ParticipantId | null;
  /** Erased in the commit that stores it. */
  erases?: DraftErasure;
}
