// Message 65: what a newer server says is passed over, what is cut off is no message.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { decodeSessionMessage, encodeSessionMessage } from '@commonboard/shared/protocol/session-message.ts';

function read(frame: Uint8Array) {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return decodeSessionMessage(decoder);
}

test.each(['', '{', '[]', 'null', '{"type":"round"}', '{"type":"board","revision":-1,"title":""}', '{"type":"board"}'])(
  '[R33] %j is passed over',
  (text) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 65);
    encoding.writeVarString(encoder, text);
    expect(read(encoding.toUint8Array(encoder))).toBeNull();
  },
);

test('[R33] one that is cut off throws', () => {
  const whole = encodeSessionMessage({ type: 'board', revision: 1, title: 'Plan' });
  for (let end = 1; end < whole.length; end++) expect(() => read(whole.subarray(0, end))).toThrow(/./);
});

test('[R33] what goes in comes out', () => {
  const message = { type: 'board', revision: 3, title: 'Ö 李' } as const;
  expect(read(encodeSessionMessage(message))).toEqual(message);
});
