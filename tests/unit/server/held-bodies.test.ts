// How much of what callers send may be in memory at once.
import { expect, it } from 'vitest';
import { HeldBodies, type ReadBody } from '@commonboard/server/http/body.ts';
import { RequestRefused } from '@commonboard/server/http/request-refused.ts';

it('refuses what is too much together, and takes it when an answer has been given', async () => {
  const bodies = new HeldBodies(1_000);
  const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>();
  const { promise: isRead, resolve: read } = Promise.withResolvers<void>();
  const send = async (first: number, length: number): Promise<string> => {
    const body = new Uint8Array(length).fill(first);
    const give = async (readBody: ReadBody): Promise<string> => {
      const bytes = await readBody(800);
      read();
      if (bytes[0] === 1) await isAnswered;
      return String(bytes.length);
    };
    const request = new Request('http://localhost', { method: 'POST', body });
    return bodies.answer(request, give).catch((error: unknown) => {
      if (error instanceof RequestRefused) return error.code;
      throw error;
    });
  };
  expect(await send(0, 801)).toBe('too-large');
  const waiting = send(1, 700);
  await isRead;
  expect(await send(0, 301)).toBe('too-many');
  expect(await send(0, 300)).toBe('300');
  answer();
  expect(await waiting).toBe('700');
  expect(await send(0, 800)).toBe('800');
});
