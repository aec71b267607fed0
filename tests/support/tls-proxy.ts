// Self-signed https in front of a server, as a reverse proxy would stand there: ordinary requests and WebSockets.
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

export interface TlsProxy {
  /** `https://<host>:<port>` */
  readonly origin: string;
  /** Where requests go; may change while the proxy runs. */
  forwardTo(origin: string): void;
  close(): Promise<void>;
}

/** `host` must be a name that the browser under test maps to loopback. */
export async function startTlsProxy(host = 'board.test'): Promise<TlsProxy> {
  const certificate = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  let target: URL | undefined;
  const targetOf = (): URL => {
    if (!target) throw new Error('Say forwardTo() before the first request.');
    return target;
  };

  const server = createServer({ key: certificate.private, cert: certificate.cert });
  const sockets = new Set<Duplex>();
  server.on('secureConnection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  pipeRequests(server, targetOf);
  pipeUpgrades(server, targetOf);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    origin: `https://${host}:${port}`,
    forwardTo: (origin) => {
      target = new URL(origin);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function pipeRequests(server: Server, targetOf: () => URL): void {
  server.on('request', (incoming, outgoing) => {
    const forwarded = forward(incoming, targetOf());
    forwarded.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    incoming.pipe(forwarded);
  });
}

function pipeUpgrades(server: Server, targetOf: () => URL): void {
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const forwarded = forward(incoming, targetOf());
    forwarded.on('upgrade', (answer, upstream, upstreamHead) => {
      socket.write(statusAndHeaders('101 Switching Protocols', answer.headers));
      if (upstreamHead.length > 0) socket.write(upstreamHead);
      if (head.length > 0) upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    forwarded.on('response', (answer) => {
      socket.write(statusAndHeaders(`${answer.statusCode ?? 502} Refused`, { connection: 'close' }));
      socket.end();
    });
    forwarded.on('error', () => socket.destroy());
    forwarded.end();
  });
}

function forward(incoming: IncomingMessage, target: URL): ReturnType<typeof httpRequest> {
  return httpRequest({
    host: target.hostname,
    port: target.port,
    method: incoming.method,
    path: incoming.url,
    headers: {
      ...incoming.headers,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': incoming.headers.host,
      'x-forwarded-for': '127.0.0.1',
    },
  });
}

function statusAndHeaders(status: string, headers: IncomingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`;
}
