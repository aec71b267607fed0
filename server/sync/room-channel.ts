// A room's place on the bus: what it says to the other servers with this board, and what they say while it is loading.
// Rules R65 and R67.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Bus, BusChannel, BusEvent } from '../scale-out/bus.ts';
import type { BusNewsEvent } from './bus-news.ts';

export interface ChannelEvents {
  heard(event: BusNewsEvent): void;
  deleted(): void;
  /** More came while the board was loading than can be kept. */
  tooMuch(): void;
}

export class RoomChannel {
  readonly #channel: BusChannel;
  readonly #events: ChannelEvents;
  /** What came while the board is loading; null once it is there. */
  #held: BusNewsEvent[] | null = [];

  constructor(bus: Bus, board: BoardId, events: ChannelEvents) {
    this.#events = events;
    this.#channel = bus.join(board, (event) => this.#hear(event));
  }

  publish(event: BusEvent): void {
    this.#channel.publish(event);
  }

  /** The document is there: hands on what was kept, and what comes. */
  open(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const event of held) this.#events.heard(event);
  }

  /** The document is being loaded again. */
  hold(): void {
    this.#held ??= [];
  }

  leave(): void {
    this.#channel.leave();
    this.#held = [];
  }

  #hear(event: BusEvent): void {
    if (event.kind === 'deleted') this.#events.deleted();
    else if (!this.#held) this.#events.heard(event);
    else if (this.#held.length < limits.inboxFramesMax) this.#held.push(event);
    else this.#events.tooMuch();
  }
}
