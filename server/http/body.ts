// Reads a request's body up to a limit and stops there, whatever length was announced.
import type { Context } from 'hono';
import { RequestRefused } from './request-refused.ts';

export async function readBytes(c: Context, bytesMax: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw new RequestRefused('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new RequestRefused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
