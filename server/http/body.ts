// Reads a request's body up to a limit and stops there, whatever length was announced.
import type { Context } from 'hono';
import type { ErrorCode } from '@commonboard/shared/protocol/errors.ts';
import { RequestRefused } from './request-refused.ts';

export async function readBytes(c: Context, bytesMax: number, tooLarge: ErrorCode = 'too-large'): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw new RequestRefused(tooLarge);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new RequestRefused(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
