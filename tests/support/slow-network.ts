// A slow line to a server: a plain TCP proxy that holds back every byte for some ms each way and keeps the order. The page is
// opened under the proxy's address, so its origin is the host that the server is asked under, which the server accepts.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowNetwork {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The same address at this end of the line. */
  through(address: string): string;
  close(): Promise<void>;
}

export async function startSlowNetwork(serverOrigin: string, oneWayMs: number): Promise<SlowNetwork> {
  const target = new URL(serverOrigin);
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: Number(target.port), host: target.hostname, allowHalfOpen: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.once('close', () => sockets.delete(socket));
    }
    passOn(near, far, oneWayMs);
    passOn(far, near, oneWayMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    through: (address) => address.replace(target.origin, origin),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Timers of one length go off in the order in which they were set. */
function passOn(from: Socket, to: Socket, oneWayMs: number): void {
  const later = (act: () => void): void => {
    setTimeout(() => {
      if (!to.destroyed) act();
    }, oneWayMs);
  };
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => later(() => to.destroySoon()));
}
