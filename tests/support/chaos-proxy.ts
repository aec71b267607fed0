// A TCP proxy that does to a connection what networks do: delay, jitter, a slow rate, silence, resets, cuts in the middle of
// a message, closing what rests. Settings count from the next chunk on and may be changed at any time.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { randomFrom, type Random } from './seeded-random.ts';

export interface NetworkSettings {
  /** One way. */
  delayMs: number;
  /** Up to so much more; the order is kept. */
  jitterMs: number;
  /** Each way and connection; 0 for no bound. */
  bytesPerSecond: number;
  /** Nothing is passed on, and nobody is told: a half-open connection. */
  isBlackHole: boolean;
  /** A connection on which nothing was passed for so long is closed; 0 for never. */
  idleCloseMs: number;
  /** A new connection is reset after so many bytes from the server; 0 for never. */
  cutAfterBytes: number;
}

export interface ChaosProxy {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly network: NetworkSettings;
  /** Since the start. */
  readonly counts: { accepted: number; idleClosed: number; cut: number };
  /** Connections open now. */
  open(): number;
  /** Resets all connections (RST). */
  reset(): void;
  close(): Promise<void>;
}

interface Link {
  near: Socket;
  far: Socket;
  idle: NodeJS.Timeout | null;
  bytesDown: number;
}

const calm: NetworkSettings = {
  delayMs: 0,
  jitterMs: 0,
  bytesPerSecond: 0,
  isBlackHole: false,
  idleCloseMs: 0,
  cutAfterBytes: 0,
};

export async function startChaosProxy(target: string, settings: Partial<NetworkSettings> = {}): Promise<ChaosProxy> {
  const { hostname, port } = new URL(target);
  const network: NetworkSettings = { ...calm, ...settings };
  const counts = { accepted: 0, idleClosed: 0, cut: 0 };
  const links = new Set<Link>();
  const random = randomFrom(7);

  const server = createServer((near) => {
    counts.accepted++;
    const link: Link = { near, far: connect(Number(port), hostname), idle: null, bytesDown: 0 };
    links.add(link);
    const end = (): void => {
      if (link.idle !== null) clearTimeout(link.idle);
      links.delete(link);
      link.near.destroy();
      link.far.destroy();
    };
    const alive = (): void => {
      if (link.idle !== null) clearTimeout(link.idle);
      if (network.idleCloseMs === 0 || !links.has(link)) return;
      link.idle = setTimeout(() => {
        counts.idleClosed++;
        end();
      }, network.idleCloseMs);
    };
    for (const socket of [near, link.far]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', end);
    }
    alive();
    passOn(near, link.far, network, random, alive);
    passOn(link.far, near, network, random, alive);
    link.far.on('data', (chunk: Buffer) => {
      link.bytesDown += chunk.length;
      if (network.cutAfterBytes === 0 || link.bytesDown < network.cutAfterBytes) return;
      counts.cut++;
      near.resetAndDestroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    network,
    counts,
    open: () => links.size,
    reset() {
      for (const { near, far } of links) {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const { near, far } of links) {
        near.destroy();
        far.destroy();
      }
      await closed;
    },
  };
}

function passOn(from: Socket, to: Socket, network: NetworkSettings, random: Random, alive: () => void): void {
  // When the line is free again and the chunk before has arrived.
  let lineFreeAt = 0;
  let lastDueAt = 0;
  from.on('data', (chunk: Buffer) => {
    if (network.isBlackHole) return;
    const now = performance.now();
    const sendMs = network.bytesPerSecond === 0 ? 0 : (chunk.length * 1_000) / network.bytesPerSecond;
    lineFreeAt = Math.max(lineFreeAt, now) + sendMs;
    lastDueAt = Math.max(lastDueAt, lineFreeAt + network.delayMs + random() * network.jitterMs);
    const waitMs = lastDueAt - now;
    const pass = (): void => {
      if (to.destroyed || network.isBlackHole) return;
      alive();
      to.write(chunk);
    };
    if (waitMs < 1) pass();
    else setTimeout(pass, waitMs);
  });
}
