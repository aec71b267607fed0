// Reads a request's body up to a limit and stops there, whatever length was announced. What all callers together have sent and
// still wait for an answer to is bounded too.
import type { ErrorCode } from '@commonboard/shared/protocol/errors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { RequestRefused } from './request-refused.ts';

/** Throws `RequestRefused`. */
export type ReadBody = (bytesMax: number, tooLarge?: ErrorCode) => Promise<Uint8Array>;

export class HeldBodies {
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number = limits.heldBodiesBytesMax) {
    this.#bytesMax = bytesMax;
  }

  /** What is read in this answer counts until it is given. */
  async answer<T>(request: Request, give: (readBody: ReadBody) => Promise<T>): Promise<T> {
    let own = 0;
    const hold = (bytes: number): void => {
      if (this.#bytes + bytes > this.#bytesMax) throw new RequestRefused('too-many');
      own += bytes;
      this.#bytes += bytes;
    };
    try {
      return await give((bytesMax, tooLarge = 'too-large') => readBytes(request, bytesMax, tooLarge, hold));
    } finally {
      this.#bytes -= own;
    }
  }
}

async function readBytes(
  request: Request,
  bytesMax: number,
  tooLarge: ErrorCode,
  hold: (bytes: number) => void,
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new RequestRefused(tooLarge);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new RequestRefused(tooLarge);
    hold(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
