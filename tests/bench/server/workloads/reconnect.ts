// S13: the server starts again, and all who were there come back at once.
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';
import { subprotocols } from '@commonboard/shared/protocol/message-types.ts';
import { boardOf, type BenchBoard } from '../board-content.ts';
import type { Figure } from '../figures.ts';
import { makeRoom, ours, pointByMessage67 } from '../ours.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { enterYjs, fill, pointByAwareness, yWebsocketServer, type EnterYjs } from '../y-websocket.ts';

type Comeback = Pick<EnterYjs, 'url' | 'protocols' | 'pointing'>;

export async function reconnect({ reconnecting, boardShapes, rounds }: Sizes): Promise<Figure[]> {
  const board = boardOf(boardShapes);
  const found = await takeTurns([ours, yWebsocketServer], rounds, async (contender) => {
    const { server } = await contender.start();
    try {
      const people: Comeback[] = [];
      if (contender === ours) {
        const room = await makeRoom(server, false);
        await fill(room, board);
        const url = `${server.origin.replace('http', 'ws')}/sync/${room.board.id}`;
        for (let i = 0; i < reconnecting; i += 20) {
          const joined = await Promise.all(Array.from({ length: Math.min(20, reconnecting - i) }, () => room.join()));
          for (const { token } of joined)
            people.push({
              url,
              protocols: [subprotocols.full, `${subprotocols.authPrefix}${token}`],
              pointing: pointByMessage67,
            });
        }
      } else {
        const url = `${server.origin.replace('http', 'ws')}/comeback`;
        for (let i = 0; i < reconnecting; i++) people.push({ url, pointing: pointByAwareness });
      }
      await server.kill9();
      await server.restart();
      return { ms: await comeBack(people, board) };
    } finally {
      await server.stop();
    }
  });
  return [
    {
      id: 'S13',
      measure: `${reconnecting} come back after a restart: all have the board`,
      unit: 'ms',
      values: pick(found, 'ms'),
      goals: { ratio: { most: 0.5, to: ['y-ws server'] } },
    },
  ];
}

/** Pages that hold the board: the server may have forgotten it, and then gets it from them. */
async function comeBack(people: readonly Comeback[], board: BenchBoard): Promise<number> {
  const start = performance.now();
  const seats = await Promise.all(people.map((person, seat) => enterYjs({ ...person, seat, holds: board })));
  const ms = performance.now() - start;
  for (const { socket, board: answer } of seats) {
    if (answer[0] !== messageTypes.sync || answer[1] !== syncTypes.step2) throw new Error('Somebody has no board.');
    socket.destroy();
  }
  return ms;
}
