// What the other servers with a room's board say, taken in. Rules R65 and R67.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { BusEvent } from '../scale-out/bus.ts';
import type { BoardDocument } from './document/board-document.ts';
import type { RoomPresence } from './presence/presence.ts';
import type { RoomChannel } from './room-channel.ts';

export type BusNewsEvent = Exclude<BusEvent, { kind: 'deleted' }>;

export class BusNews<Source extends object> {
  readonly #channel: RoomChannel & Source;
  readonly #presence: RoomPresence;
  readonly #now: () => number;
  #askedAt = -Infinity;

  constructor(channel: RoomChannel & Source, presence: RoomPresence, now: () => number) {
    this.#channel = channel;
    this.#presence = presence;
    this.#now = now;
  }

  take(event: BusNewsEvent, document: BoardDocument<Source>): void {
    switch (event.kind) {
      case 'update':
        this.#takeUpdate(event.update, document);
        return;
      case 'credits':
        document.authors.note(event.credits);
        return;
      case 'opened': {
        const update = document.stateSince(event.stateVector);
        document.whenStored(() => this.#channel.publish({ kind: 'update', update }));
        this.#channel.publish({ kind: 'presence', entries: this.#presence.own() });
        return;
      }
      case 'presence':
        this.#presence.receiveFromBus(event.entries);
    }
  }

  /** Another server has stored it. What it stands on may have been missed: then all that is missing is asked for. */
  #takeUpdate(update: Uint8Array, document: BoardDocument<Source>): void {
    const now = this.#now();
    if (document.takesWhole(update) || now - this.#askedAt < limits.busAskAgainMs) {
      document.applyStored(update, this.#channel);
      return;
    }
    this.#askedAt = now;
    this.#channel.publish({ kind: 'opened', stateVector: document.stateVector() });
  }
}
