// A WebSocket client of the load generator: frames and nothing else, so that a hundred of them leave the machine to the server.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface RawSocketOptions {
  protocols?: readonly string[];
}

type HearRaw = (payload: Buffer, socket: RawSocket) => void;

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const connectMsMax = 20_000;

export class RawSocket {
  hear: HearRaw = () => undefined;
  ended: () => void = () => undefined;
  /** As they came, with the frames' heads. */
  bytesIn = 0;
  framesIn = 0;
  open = true;
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #held = 0;
  #wanted = 2;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.open = false;
      this.ended();
    });
  }

  /** `hear` gets every frame from the first on. */
  static connect(url: string, hear: HearRaw, options: RawSocketOptions = {}): Promise<RawSocket> {
    const { host, hostname, port, pathname, search } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const head = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(options.protocols ? [`Sec-WebSocket-Protocol: ${options.protocols.join(', ')}`] : []),
    ];
    return new Promise((resolve, reject) => {
      const fail = (why: string): void => {
        socket.destroy();
        reject(new Error(`No socket to ${url}: ${why}`));
      };
      const deadline = setTimeout(() => fail('no answer'), connectMsMax);
      let answer = Buffer.alloc(0);
      const broke = (error: Error): void => fail(error.message);
      const over = (): void => fail('closed');
      const read = (chunk: Buffer): void => {
        answer = Buffer.concat([answer, chunk]);
        const end = answer.indexOf('\r\n\r\n');
        if (end < 0) return;
        clearTimeout(deadline);
        socket.off('data', read).off('error', broke).off('close', over);
        if (!answer.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
          fail(answer.toString('latin1', 0, end));
          return;
        }
        const raw = new RawSocket(socket);
        raw.hear = hear;
        const rest = answer.subarray(end + 4);
        resolve(raw);
        if (rest.length > 0) raw.#take(rest);
      };
      socket.once('error', broke).once('close', over).on('data', read);
      socket.once('connect', () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
    });
  }

  /** Bytes go as a binary frame, a string as text. */
  send(payload: Uint8Array | string): void {
    const isText = typeof payload === 'string';
    this.#write(isText ? opcodes.text : opcodes.binary, isText ? Buffer.from(payload) : payload);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  destroy(): void {
    this.open = false;
    this.#socket.destroy();
  }

  /** Masked with zeros: a mask must be there, and this one costs nothing. */
  #write(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    const frame = Buffer.allocUnsafe(6 + extra + length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
    if (extra === 2) frame.writeUInt16BE(length, 2);
    if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
    frame.fill(0, 2 + extra, 6 + extra);
    frame.set(payload, 6 + extra);
    this.#socket.write(frame);
  }

  #take(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#wanted) return;
    let bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    for (let size = frameSize(bytes); ; size = frameSize(bytes)) {
      if (bytes.length < size.whole) {
        this.#wanted = size.whole;
        break;
      }
      const opcode = (bytes[0] ?? 0) & 15;
      this.#frame(opcode, bytes.subarray(size.head, size.whole));
      bytes = bytes.subarray(size.whole);
    }
    this.#chunks = bytes.length > 0 ? [bytes] : [];
    this.#held = bytes.length;
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === opcodes.ping) this.#write(opcodes.pong, payload);
    else if (opcode === opcodes.close) {
      this.open = false;
      this.#socket.end();
    } else if (opcode !== opcodes.pong) {
      this.framesIn++;
      this.hear(payload, this);
    }
  }
}

/** `whole` is how many bytes must be there to go on: at first those that say it. */
function frameSize(bytes: Buffer): { head: number; whole: number } {
  if (bytes.length < 2) return { head: 2, whole: 2 };
  const short = (bytes[1] ?? 0) & 127;
  if (short < 126) return { head: 2, whole: 2 + short };
  const head = short === 126 ? 4 : 10;
  if (bytes.length < head) return { head, whole: head };
  return { head, whole: head + (short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))) };
}
