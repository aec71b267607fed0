// A board on a server of its own where people write in private: everybody has a seat on the board and one on their own drafts.
import { randomUUID } from 'node:crypto';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { startServer } from '../../support/server-process.ts';
import { call } from '../../support/test-server.ts';
import type { BenchRoom } from '../server/contender.ts';
import { makeRoom, pointByMessage67 } from '../server/ours.ts';
import { enterYjs } from '../server/y-websocket.ts';

export interface PrivateRoom extends BenchRoom {
  /** Seats on their own drafts, by the same numbers. */
  readonly drafts: BenchRoom;
  /** With which a browser takes part. */
  readonly link: string;
  openRound(): Promise<void>;
  write(seat: number, text: string): Promise<void>;
  /** Resolves at once: with when the countdown ends, in ms since 1970. */
  reveal(): Promise<number>;
  stop(): Promise<void>;
}

export async function openPrivateRoom(): Promise<PrivateRoom> {
  const server = await startServer({ TRUST_PROXY: '1' });
  const room = await makeRoom(server, true);
  const path = `/api/boards/${room.board.id}`;
  const tokens = new Map<number, string>();
  const ask = async <Answer>(method: string, to: string, token?: string, json?: object): Promise<Answer> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const { status, body } = await call(server.origin, method, path + to, { headers, ...(json ? { json } : {}) });
    if (status >= 300) throw new Error(`${method} ${to}: ${status} ${JSON.stringify(body)}`);
    return body as Answer;
  };
  const leader = (await ask<Joined>('POST', '/join', undefined, { key: room.board.keys.facilitate, name: 'Lea' }))
    .token;
  const steer = async (wish: object): Promise<SessionView> => {
    const { session } = await ask<SessionAnswer>('GET', '/session', leader);
    const command = { commandId: randomUUID(), revision: session.revision, ...wish };
    return (await ask<SessionAnswer>('POST', '/session', leader, command)).session;
  };
  return {
    link: room.board.links.edit,
    enter: async (seat, hear) => {
      const { token } = await room.join();
      tokens.set(seat, token);
      return room.enterWith(token, seat, hear);
    },
    drafts: {
      enter: (seat, hear) =>
        enterYjs({
          url: `${server.origin.replace('http', 'ws')}/sync/${room.board.id}/draft`,
          seat,
          hear,
          protocols: [subprotocols.full, `${subprotocols.authPrefix}${tokens.get(seat)}`],
          pointing: { ...pointByMessage67, greet: () => [] },
        }),
    },
    openRound: async () => {
      await steer({ type: 'open-round', isAnonymous: true, notesMax: 5, best: null, zone: null });
    },
    write: async (seat, text) => {
      await ask('POST', '/drafts', tokens.get(seat), { text });
    },
    reveal: async () => {
      const { session } = await ask<SessionAnswer>('GET', '/session', leader);
      const { pending } = await steer({ type: 'reveal-round', round: session.rounds.at(-1)?.id });
      if (!pending) throw new Error('Nothing counts down.');
      return pending.dueAt;
    },
    stop: () => server.stop(),
  };
}
