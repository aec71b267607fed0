// How the session stands as this page knows it, the server's time, and commands on their way. No React.
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { sessionAnswerSchema, type SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import { betterOffset, type ClockOffset, offsetOfAnswer, offsetOfPush } from '@commonboard/shared/session/clock.ts';
import type { SessionCommand, SessionWish } from '@commonboard/shared/session/commands.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { ApiError } from '../sync/api.ts';

export interface SessionPorts {
  ask(): Promise<RouteResponse<'session'>>;
  /** Rejects with an ApiError. */
  post(command: SessionCommand): Promise<SessionAnswer>;
  /** This device's clock, in milliseconds. */
  now(): number;
  /** Another each time, of letters and digits. */
  newId(): string;
  /** What went wrong with a wish. */
  failed(error: unknown): void;
}

export interface SessionStore {
  /** Null until the server has said it. */
  view(): SessionView | null;
  /** The server's clock. */
  now: () => number;
  onChange(listener: () => void): () => void;
  heard(answer: SessionAnswer): void;
  /** Asks how it stands. Resolves to the client ids that this person has written under. Rejects with an ApiError. */
  refresh(): Promise<readonly number[]>;
  /** In turn. False where it was not carried out; why is said by `failed`. */
  send(wish: SessionWish): Promise<boolean>;
}

export function createSessionStore(ports: SessionPorts): SessionStore {
  const listeners = new Set<() => void>();
  let view: SessionView | null = null;
  let offset: ClockOffset | null = null;
  let offsetAt = 0;
  let turn: Promise<unknown> = Promise.resolve();
  /** After the last of one's own commands. */
  let ownRevision = 0;

  function learn(sample: ClockOffset): void {
    const at = ports.now();
    offset = betterOffset(offset, sample, at - offsetAt);
    offsetAt = at;
  }

  function show({ session }: SessionAnswer): void {
    // Answers and pushes may overtake each other.
    if (view && session.revision < view.revision) return;
    view = session;
    for (const listener of listeners) listener();
  }

  async function timed<Answer extends SessionAnswer>(ask: () => Promise<Answer>): Promise<Answer> {
    const askedAt = ports.now();
    const answer = await ask();
    learn(offsetOfAnswer(answer.now, askedAt, ports.now()));
    show(answer);
    return answer;
  }

  async function carryOut(wish: SessionWish, seen: number): Promise<boolean> {
    const command: SessionCommand = { ...wish, commandId: ports.newId(), revision: Math.max(seen, ownRevision) };
    try {
      // The same command twice acts once: where no answer came, it is asked for again.
      const answer = await timed(() => ports.post(command)).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 0) return timed(() => ports.post(command));
        throw error;
      });
      ownRevision = answer.session.revision;
      return true;
    } catch (error) {
      const told = error instanceof ApiError ? sessionAnswerSchema.safeParse(error.body) : null;
      if (told?.success === true) show(told.data);
      ports.failed(error);
      return false;
    }
  }

  return {
    view: () => view,
    now: () => ports.now() + (offset?.ms ?? 0),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard(answer) {
      learn(offsetOfPush(answer.now, ports.now()));
      show(answer);
    },
    async refresh() {
      return (await timed(() => ports.ask())).own;
    },
    send(wish) {
      const seen = view?.revision ?? 0;
      const done = turn.then(() => carryOut(wish, seen));
      turn = done;
      return done;
    },
  };
}
