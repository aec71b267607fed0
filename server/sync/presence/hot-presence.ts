// Where everybody is: cursor, view, brush, laser, caret, and what they say there (message 67). Only the latest of each; where many are there, each person
// gets only what is near. Never stored. Rules R23, R85 and R121.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  decodeHotBody,
  encodeHotBody,
  encodeHotEntry,
  encodeHotFrame,
  type HotPresence,
} from '@commonboard/shared/protocol/presence.ts';
import type { SilencedPart } from '../steering.ts';
import type { Session } from '../socket/session.ts';

interface Place {
  hot: HotPresence;
  /** As it goes down. */
  bytes: Uint8Array;
}

const nowhere: HotPresence = { cursor: null, view: null, brush: null, laser: [], caret: null };
/** What of a person's presence is passed on. */
export interface Gate {
  silenced: ReadonlySet<SilencedPart>;
  /** Asked for each new reaction. */
  mayReact: () => boolean;
}

const openGate: Gate = { silenced: new Set(), mayReact: () => true };

interface Point {
  x: number;
  y: number;
}

export class HotPresenceLane {
  readonly #sessions: ReadonlySet<Session>;
  /** The latest of each client id. */
  readonly #places = new Map<number, Place>();
  /** Whom each client id follows. */
  readonly #followed: (session: Session) => number | null;
  /** What each session has last heard of each client id. */
  readonly #heard = new WeakMap<Session, Map<number, Place>>();
  #tick: NodeJS.Timeout | null = null;
  #isHushed = false;
  /** Where they are, while nobody is to hear of it. */
  readonly #heldBack = new Map<number, Place>();

  constructor(sessions: ReadonlySet<Session>, followed: (session: Session) => number | null) {
    this.#sessions = sessions;
    this.#followed = followed;
  }

  /** Nothing more is passed on, and whoever was seen somewhere is nowhere; afterwards all are where they are then. */
  hush(isHushed: boolean): void {
    if (isHushed)
      for (const [clientId, place] of this.#places) {
        this.#heldBack.set(clientId, place);
        this.#places.set(clientId, placeOf(clientId, nowhere, encodeHotBody(nowhere)));
      }
    else for (const [clientId, place] of this.#heldBack) this.#places.set(clientId, place);
    if (!isHushed) this.#heldBack.clear();
    this.#isHushed = isHushed;
    if (this.#places.size > 0) this.#schedule();
  }

  /** False for a body that cannot be read. */
  put(clientId: number, body: Uint8Array, { silenced, mayReact }: Gate = openGate): boolean {
    const said = body.length > limits.hotPresenceBytesMax ? null : decodeHotBody(body);
    if (!said) return false;
    const shown = this.#isHushed ? this.#heldBack : this.#places;
    const last = shown.get(clientId)?.hot.reaction;
    const quiet = withoutSilenced(said, silenced);
    const { reaction, ...still } = quiet;
    const isNew = reaction !== undefined && reaction.count !== last?.count;
    const hot = isNew && !mayReact() ? { ...still, ...(last && { reaction: last }) } : quiet;
    shown.set(clientId, placeOf(clientId, hot, hot === said ? body : encodeHotBody(hot)));
    if (this.#isHushed) return true;
    this.#schedule();
    return true;
  }

  /** Something was switched off: what of it is still shown goes. */
  silence(silenced: ReadonlySet<SilencedPart>): void {
    for (const places of [this.#places, this.#heldBack])
      for (const [clientId, { hot }] of places) {
        const quiet = withoutSilenced(hot, silenced);
        if (quiet === hot) continue;
        places.set(clientId, placeOf(clientId, quiet, encodeHotBody(quiet)));
        this.#schedule();
      }
  }

  remove(clientId: number): void {
    this.#places.delete(clientId);
    this.#heldBack.delete(clientId);
  }

  /** A newcomer hears of all at once: who sits still sends nothing. */
  greet(session: Session): void {
    this.#tell(session, false);
  }

  stop(): void {
    if (this.#tick !== null) clearTimeout(this.#tick);
    this.#tick = null;
  }

  #schedule(): void {
    this.#tick ??= setTimeout(() => this.#flush(), tickMs(this.#sessions.size));
  }

  #flush(): void {
    this.#tick = null;
    const isCrowded = this.#places.size > limits.hotPresenceCrowd;
    for (const session of this.#sessions) this.#tell(session, isCrowded);
  }

  #tell(session: Session, isCrowded: boolean): void {
    if (!session.full) return;
    if (!session.hasRoomForPresence) {
      // Who moves no more sends nothing that would be told instead.
      this.#schedule();
      return;
    }
    const heard = this.#heardBy(session);
    const news = [...this.#places].filter(([id, place]) => id !== session.clientId && heard.get(id) !== place);
    const told = isCrowded ? this.#nearest(session, news, heard) : news;
    if (told.length === 0) return;
    for (const [id, place] of told) heard.set(id, place);
    session.send(encodeHotFrame(told.map(([, { bytes }]) => bytes)));
  }

  /** Those in sight, or that were in sight as this person last heard of them and would stay there; the followed one always. */
  #nearest(
    session: Session,
    news: readonly (readonly [number, Place])[],
    heard: ReadonlyMap<number, Place>,
  ): (readonly [number, Place])[] {
    const view = session.clientId === null ? null : (this.#places.get(session.clientId)?.hot.view ?? null);
    if (!view) {
      if (news.length > limits.hotPresenceNearMax) this.#schedule();
      return news.slice(0, limits.hotPresenceNearMax);
    }
    const { middle, reach } = sightOf(view);
    const distance = (place: Place | undefined): number => {
      const at = place && pointOf(place.hot);
      if (!at) return 0;
      return Math.max(Math.abs(at.x - middle.x) / reach.x, Math.abs(at.y - middle.y) / reach.y);
    };
    const followed = this.#followed(session);
    const ranked = news.flatMap((one) => {
      const [id, place] = one;
      if (id === followed) return [{ one, rank: -1 }];
      const rank = Math.min(distance(place), heard.has(id) ? distance(heard.get(id)) : Number.POSITIVE_INFINITY);
      return rank <= 1 ? [{ one, rank }] : [];
    });
    if (ranked.length > limits.hotPresenceNearMax) {
      ranked.sort((a, b) => a.rank - b.rank);
      // The others come next.
      this.#schedule();
    }
    return ranked.slice(0, limits.hotPresenceNearMax).map(({ one }) => one);
  }

  #heardBy(session: Session): Map<number, Place> {
    let heard = this.#heard.get(session);
    if (!heard) this.#heard.set(session, (heard = new Map<number, Place>()));
    // Those who left.
    if (heard.size > this.#places.size) for (const id of heard.keys()) if (!this.#places.has(id)) heard.delete(id);
    return heard;
  }
}

function placeOf(clientId: number, hot: HotPresence, body: Uint8Array): Place {
  return { hot, bytes: encodeHotEntry(clientId, body) };
}

/** The same where nothing of it is silenced. */
function withoutSilenced(hot: HotPresence, silenced: ReadonlySet<SilencedPart>): HotPresence {
  const hasLaser = silenced.has('laser') && hot.laser.length > 0;
  const hasReaction = silenced.has('reactions') && hot.reaction !== undefined;
  const hasChat = silenced.has('chat') && hot.chat !== undefined;
  if (!hasLaser && !hasReaction && !hasChat) return hot;
  const { reaction, chat, ...rest } = hot;
  return {
    ...rest,
    laser: hasLaser ? [] : hot.laser,
    ...(reaction && !hasReaction && { reaction }),
    ...(chat !== undefined && !hasChat && { chat }),
  };
}

/** The more there are, the less often: a page draws the way between two places. */
function tickMs(people: number): number {
  if (people <= limits.hotPresenceCrowd) return limits.hotPresenceTickMs;
  return people <= 100 ? 2 * limits.hotPresenceTickMs : 4 * limits.hotPresenceTickMs;
}

/** In page space: a view moves by its camera, and shows its size divided by its zoom. A little more than is seen counts. */
function sightOf({ x, y, zoom, width, height }: NonNullable<HotPresence['view']>): { middle: Point; reach: Point } {
  const [w, h] = [width / zoom, height / zoom];
  return { middle: { x: w / 2 - x, y: h / 2 - y }, reach: { x: w * 0.75, y: h * 0.75 } };
}

/** Where a person is pointing; null where they only look or write. */
function pointOf({ cursor, brush, laser }: HotPresence): Point | null {
  return cursor ?? laser.at(-1) ?? brush;
}
