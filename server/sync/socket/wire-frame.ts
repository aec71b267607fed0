// A binary message as it goes over the wire, its header and itself in one piece (RFC 6455, section 5.2), put together once however many
// get it. `ws` would write two pieces to each of them.

/** Larger ones are not copied for it. */
export const wireFrameBytesMax = 0xffff;

const binaryAndFinal = 0x82;
/** Says that the length follows in two bytes. */
const lengthInTwo = 126;

const framed = new WeakMap<Uint8Array, Buffer>();

/** Of a message that nobody changes afterwards, of at most `wireFrameBytesMax`. */
export function wireFrame(message: Uint8Array): Buffer {
  let frame = framed.get(message);
  if (!frame) {
    frame = Buffer.concat([headerOf(message.length), message]);
    framed.set(message, frame);
  }
  return frame;
}

function headerOf(length: number): Uint8Array {
  if (length < lengthInTwo) return Uint8Array.of(binaryAndFinal, length);
  return Uint8Array.of(binaryAndFinal, lengthInTwo, length >>> 8, length & 0xff);
}
