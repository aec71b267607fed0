// The port between servers that have the same board open: updates and presence travel, nothing is kept.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';

export type BusEvent =
  /** One Yjs V1 update, stored by the server it came from. */
  | { kind: 'update'; update: Uint8Array }
  /** What another server has learnt of who wrote what; after the update that showed it. */
  | { kind: 'credits'; credits: BusCredits }
  /** A server has opened the board; the others answer with what its state vector lacks, and with their presence. */
  | { kind: 'opened'; stateVector: Uint8Array }
  | { kind: 'presence'; entries: readonly BusPresence[] }
  | { kind: 'deleted' };

export interface BusCredits {
  owners: readonly { client: number; participant: ParticipantId }[];
  creators: readonly { record: string; participant: ParticipantId }[];
  doubted?: readonly { client: number; from: number | null }[];
}

export interface BusPresence {
  clientId: number;
  clock: number;
  /** The stamped awareness state as JSON; null when the person has left. */
  state: string | null;
}

export interface BusChannel {
  /** To all other servers with this board open, never back to oneself. */
  publish(event: BusEvent): void;
  leave(): void;
}

/** What has changed in the store. */
export type ServersEvent =
  | {
      /** Who may do what on a board, or its title. */
      kind: 'access';
      board: BoardId;
      /** The facilitator who has made their own link anew, and from which epoch their tokens count. */
      goesOn: { participant: ParticipantId; from: number } | null;
    }
  | { kind: 'session' | 'votes' | 'harvest'; board: BoardId };

export interface ServersChannel {
  /** To all other servers, never back to oneself. */
  publish(event: ServersEvent): void;
  leave(): void;
}

export interface Bus {
  join(board: BoardId, listener: (event: BusEvent) => void): BusChannel;
  /** For what concerns servers that do not have the board open, but let people onto it. */
  joinServers(listener: (event: ServersEvent) => void): ServersChannel;
}
