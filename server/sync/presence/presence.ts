// Who is in the room and where: the cold part (awareness, message 1) and the hot part (message 67). Never stored.
// Identity is written here, over whatever a client says of itself. Rules R20 to R25.
import { type PresenceUser, withoutUnreadable } from '@commonboard/shared/protocol/cold-presence.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { createRateLimit, type RateLimit } from '../../http/rate-limit.ts';
import type { BusPresence } from '../../scale-out/bus.ts';
import type { AwarenessEntry } from '../socket/frame.ts';
import { encodeAwareness, encodeAwarenessEntry } from '../socket/frames-out.ts';
import { HotPresenceLane } from './hot-presence.ts';
import { KeptBack } from './kept-back.ts';
import type { Session } from '../socket/session.ts';
import type { SilencedPart, Steering } from '../steering.ts';

interface Present {
  clock: number;
  /** Stamped, as JSON. */
  state: string;
  /** Client id of whom they follow. */
  following: number | null;
  /** Null: connected to another server. */
  session: Session | null;
}

interface Departed {
  participant: ParticipantId | null;
  /** All that they wrote is here. */
  hasTold: boolean;
  clock: number;
}

const departedMax = 1_000;
/** Half the time after which a page forgets somebody. */
const hushedRenewMs = 15_000;
const reactionRate = { burst: limits.reactionsBurst, perSecond: limits.reactionsPerSecond };

export interface PresenceEvents {
  /** For the other servers. */
  publish(entries: BusPresence[]): void;
  /** Who counts under a client id; null: nobody known. */
  ownerOf(clientId: number): ParticipantId | null;
}

export class RoomPresence {
  readonly #sessions: ReadonlySet<Session>;
  readonly #now: () => number;
  readonly #events: PresenceEvents;
  readonly #present = new Map<number, Present>();
  readonly #departed = new Map<number, Departed>();
  /** Client ids whose cold part others must hear of; `here`: other servers too. */
  readonly #changed = new Map<number, 'here' | 'bus'>();
  readonly #hot: HotPresenceLane;
  readonly #keptBack = new KeptBack();
  /** Of each person, on however many sockets. */
  readonly #reactions: RateLimit;
  #tick: NodeJS.Timeout | null = null;
  #isHushed = false;
  #renewal: NodeJS.Timeout | null = null;
  /** As it is at this moment: people hear of it a little later. */
  #silenced: () => ReadonlySet<SilencedPart> = () => new Set();

  constructor(sessions: ReadonlySet<Session>, now: () => number, events: PresenceEvents) {
    this.#sessions = sessions;
    this.#now = now;
    this.#events = events;
    this.#reactions = createRateLimit(reactionRate, now);
    this.#hot = new HotPresenceLane(sessions, (session) => this.#followedBy(session));
  }

  /** What of it may be passed on at this moment. */
  steered(steering: Pick<Steering, 'isHushed' | 'silenced'>): void {
    this.#silenced = () => steering.silenced();
    const silenced = steering.silenced();
    if (silenced.size > 0) this.#hot.silence(silenced);
    this.#hush(steering.isHushed());
  }

  /** While people write in private, who is here is all that is passed on. Rule R146. */
  #hush(isHushed: boolean): void {
    if (isHushed === this.#isHushed) return;
    this.#isHushed = isHushed;
    this.#hot.hush(isHushed);
    if (this.#renewal !== null) clearInterval(this.#renewal);
    // Pages forget whoever says nothing for long: all are renewed alike, whatever they do.
    this.#renewal = isHushed ? setInterval(() => this.#renew(), hushedRenewMs) : null;
    this.#renewal?.unref();
    this.#renew();
  }

  #renew(): void {
    for (const [clientId, present] of this.#present) {
      if (present.session === null) continue;
      this.#present.set(clientId, { ...present, clock: this.#nextClock(clientId, present.clock) });
      this.#changed.set(clientId, 'here');
    }
    if (this.#changed.size > 0) this.#schedule();
  }

  /** A client's awareness message. y-websocket repeats other people's entries; only one's own is taken. */
  receive(session: Session, entries: readonly AwarenessEntry[]): void {
    // A screen is nobody.
    if (session.grant.kind === 'screen') return;
    const [first] = entries;
    if (session.clientId === null && first && entries.length === 1) this.#claim(session, first);
    const own = entries.find(({ clientId }) => clientId === session.clientId);
    if (!own) return;
    if (own.state === 'null') {
      this.#keptBack.drop(session);
      this.#remove(own.clientId);
    } else
      this.#keptBack.show(session, 'cold', () => {
        if (session.clientId === own.clientId) this.#put(session, own);
      });
  }

  receiveHot(session: Session, body: Uint8Array): void {
    if (isPointing(session))
      this.#keptBack.show(session, 'hot', () => {
        if (isPointing(session) && session.clientId !== null)
          this.#hot.put(session.clientId, body, {
            silenced: this.#silenced(),
            mayReact: () => this.#reactions.take(session.grant.participant.id),
          });
      });
  }

  /** Whether another participant has shown this id as theirs here, and told all they have under it. */
  isOthers(clientId: number, session: Session): boolean {
    const { id } = session.grant.participant;
    const departed = this.#departed.get(clientId);
    if (departed) return departed.hasTold && departed.participant !== null && departed.participant !== id;
    const holder = this.#present.get(clientId)?.session;
    if (!holder || holder === session) return false;
    // Who only looks has nothing to count under any id.
    const role = holder.role();
    if (role === null || !mayEdit(role)) return false;
    return holder.hasTold && holder.grant.participant.id !== id;
  }

  /** What a newcomer must know; null when nobody else is here. */
  frameFor(session: Session): Uint8Array | null {
    const entries = [...this.#present].filter(([clientId]) => clientId !== session.clientId);
    if (entries.length === 0) return null;
    return encodeAwareness(
      entries.map(([clientId, present]) => encodeAwarenessEntry(clientId, present.clock, this.#shown(present))),
    );
  }

  /** Where everybody is, for a newcomer. */
  greetHot(session: Session): void {
    this.#hot.greet(session);
  }

  /** All of this server's people, for a server that has just opened the board. */
  own(): BusPresence[] {
    return [...this.#present]
      .filter(([, { session }]) => session !== null)
      .map(([clientId, present]) => ({ clientId, clock: present.clock, state: this.#shown(present) }));
  }

  receiveFromBus(entries: readonly BusPresence[]): void {
    for (const { clientId, clock, state } of entries) {
      const known = this.#present.get(clientId);
      if (known ? known.session !== null || known.clock >= clock : state === null) continue;
      if (state === null) {
        this.#present.delete(clientId);
        this.#depart(clientId, { participant: null, hasTold: false, clock });
      } else this.#present.set(clientId, { clock, state, following: null, session: null });
      this.#changed.set(clientId, 'bus');
    }
    this.#schedule();
  }

  leave(session: Session): void {
    this.#keptBack.drop(session);
    const { clientId } = session;
    if (clientId === null || this.#present.get(clientId)?.session !== session) return;
    this.#remove(clientId);
    session.clientId = null;
  }

  stop(): void {
    if (this.#tick !== null) clearTimeout(this.#tick);
    this.#tick = null;
    if (this.#renewal !== null) clearInterval(this.#renewal);
    this.#hot.stop();
    this.#keptBack.stop();
  }

  /** An id belongs to the person who showed it first. The same person may take it over: an old socket may not know yet
   * that it is dead. */
  #claim(session: Session, { clientId, state }: AwarenessEntry): void {
    if (state === 'null') return;
    const { id } = session.grant.participant;
    const owner = this.#events.ownerOf(clientId);
    session.showsAnothers = owner !== null && owner !== id;
    if (session.showsAnothers) return;
    const holder = this.#present.get(clientId);
    if (holder && holder.session?.grant.participant.id !== id) return;
    const departed = this.#departed.get(clientId);
    if (!holder && departed && departed.participant !== id) return;
    if (holder?.session) holder.session.clientId = null;
    session.clientId = clientId;
  }

  #put(session: Session, { clientId, clock, state }: AwarenessEntry): void {
    const stamped = stamp(session, state);
    if (stamped === null) return;
    const before = this.#present.get(clientId);
    if (this.#isHushed && before && hushed(before.state) === hushed(stamped.state)) {
      // That something was sent at all would tell who writes.
      this.#present.set(clientId, { clock: before.clock, ...stamped, session });
      return;
    }
    this.#present.set(clientId, { clock: this.#nextClock(clientId, clock), ...stamped, session });
    this.#departed.delete(clientId);
    this.#changed.set(clientId, 'here');
    this.#schedule();
  }

  #remove(clientId: number): void {
    const present = this.#present.get(clientId);
    if (!present) return;
    const clock = this.#nextClock(clientId, 0);
    this.#present.delete(clientId);
    this.#hot.remove(clientId);
    const { session } = present;
    const hasTold = session !== null && session.hasTold && session.grant.role !== 'view';
    this.#depart(clientId, { participant: session?.grant.participant.id ?? null, hasTold, clock });
    this.#changed.set(clientId, 'here');
    this.#schedule();
  }

  #depart(clientId: number, departed: Departed): void {
    this.#departed.set(clientId, departed);
    if (this.#departed.size <= departedMax) return;
    const [oldest] = this.#departed.keys();
    if (oldest !== undefined) this.#departed.delete(oldest);
  }

  /** Always newer than what others have: a client that comes back counts on from where it was, below our "has left".
   * Seconds keep it so even when the server has forgotten. */
  #nextClock(clientId: number, given: number): number {
    const known = this.#present.get(clientId)?.clock ?? this.#departed.get(clientId)?.clock ?? 0;
    return Math.max(known + 1, given, Math.floor(this.#now() / 1000));
  }

  #shown({ state }: Present): string {
    return this.#isHushed ? hushed(state) : state;
  }

  #followedBy({ clientId }: Session): number | null {
    return clientId === null ? null : (this.#present.get(clientId)?.following ?? null);
  }

  #schedule(): void {
    this.#tick ??= setTimeout(() => this.#flush(), limits.hotPresenceTickMs);
  }

  #flush(): void {
    this.#tick = null;
    const cold = [...this.#changed.keys()].map((clientId) => this.#entry(clientId));
    const local = cold.filter(({ clientId }) => this.#changed.get(clientId) === 'here');
    this.#changed.clear();
    if (local.length > 0) this.#events.publish(local);
    const chunks = cold.map(({ clientId, clock, state }) => ({
      clientId,
      bytes: encodeAwarenessEntry(clientId, clock, state),
    }));
    for (const session of this.#sessions) {
      const others = chunks.filter(({ clientId }) => clientId !== session.clientId).map(({ bytes }) => bytes);
      if (others.length > 0) session.send(encodeAwareness(others));
    }
  }

  #entry(clientId: number): BusPresence {
    const present = this.#present.get(clientId);
    if (present) return { clientId, clock: present.clock, state: this.#shown(present) };
    return { clientId, clock: this.#departed.get(clientId)?.clock ?? 0, state: null };
  }
}

function isPointing(session: Session): boolean {
  const role = session.role();
  return session.clientId !== null && role !== null && mayEdit(role);
}

/** The state with the server's word for who this is; null for one that is too large or no object. */
function stamp(session: Session, state: string): Pick<Present, 'state' | 'following'> | null {
  const role = session.ownRole();
  if (role === null || state.length > limits.awarenessBytesMax) return null;
  const said = parseObject(state);
  if (!said) return null;
  const { id, name, color } = session.grant.participant;
  const user: PresenceUser = { participantId: id, name, color, role };
  const readable = withoutUnreadable(said);
  const following = typeof readable['following'] === 'number' ? readable['following'] : null;
  return { state: JSON.stringify({ ...readable, user }), following };
}

/** Who they are, and nothing of what they do. */
function hushed(state: string): string {
  return JSON.stringify({ user: parseObject(state)?.['user'] });
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
