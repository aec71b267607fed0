// A process of its own that floods a server with frames nobody can read. Who measures beside it must not be held up by it, and on a machine
// that all share it steps back: those who attack have machines of their own.
import { setPriority } from 'node:os';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import { between, randomFrom } from '../../support/seeded-random.ts';
import type { Door } from './contender.ts';
import { rest } from './pace.ts';
import { RawSocket } from './raw-socket.ts';
import { YjsPen } from './yjs-pen.ts';

export interface Flood {
  /** Taken in turn. */
  doors: readonly Door[];
  frames: number;
  /** Each frame on a connection of its own; otherwise so many on one as it stays open for. */
  hangUp: boolean;
}

const attackers = 10;
const lowPriority = 15;

setPriority(lowPriority);
process.once('message', (flood: Flood) => {
  const random = randomFrom(14);
  const bad = Array.from({ length: flood.frames }, (_, i) => badFrame(i, (most) => between(random, 0, most)));
  process.once('message', () => {
    void attack(flood, bad).then((sent) => process.send?.(sent, () => process.exit()));
  });
  process.send?.('ready');
});

/** Some people, one after the other frame; who is sent away comes back. How many frames got to an open socket. */
async function attack({ doors, hangUp }: Flood, bad: readonly (Uint8Array | string)[]): Promise<number> {
  let entries = 0;
  let sent = 0;
  const enter = async (): Promise<RawSocket | null> => {
    const { url, protocols } = doors[entries++ % doors.length] ?? { url: '', protocols: [] };
    return RawSocket.connect(url, () => undefined, protocols.length > 0 ? { protocols } : {}).catch(() => null);
  };
  await Promise.all(
    Array.from({ length: attackers }, async (_, attacker) => {
      let socket: RawSocket | null = null;
      for (let i = attacker; i < bad.length; i += attackers) {
        if (!socket?.open) socket = await enter();
        if (socket?.open) sent++;
        socket?.send(bad[i] ?? '');
        await rest(5);
        if (hangUp) socket?.destroy();
      }
      socket?.destroy();
    }),
  );
  return sent;
}

/** Eighteen kinds. */
function badFrame(number: number, below: (most: number) => number): Uint8Array | string {
  const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => below(255));
  const honest = (): Uint8Array => encodeSyncFrame('update', new YjsPen(number).first);
  const kinds: readonly (() => Uint8Array | string)[] = [
    () => new Uint8Array(),
    () => 'text',
    () => '{"type":"ping"}',
    () => noise(1),
    () => noise(64),
    () => noise(2_000),
    () => Uint8Array.of(0),
    () => Uint8Array.of(0, 0),
    () => Uint8Array.of(0, 2, 200),
    () => Uint8Array.of(0, 9, 1, 0),
    () => Uint8Array.of(1, 255, 255, 255, 255, 15),
    () => Uint8Array.of(7, 1, 2, 3),
    () => honest().slice(0, -3),
    () => Uint8Array.of(...honest(), 1, 2, 3),
    () => encodeSyncFrame('update', noise(40)),
    () => encodeSyncFrame('step2', noise(40)),
    () => encodeSyncFrame('step1', noise(40)),
    () => Uint8Array.of(0, 2, ...Array.from({ length: 10 }, () => 255), 1),
  ];
  return kinds[number % kinds.length]?.() ?? '';
}
