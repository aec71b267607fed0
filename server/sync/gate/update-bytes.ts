// Reads the bytes of an update from front to back and builds nothing: numbers, texts and values are looked over and passed
// by. Stops with `BadBytes` at the first that is not as Yjs writes it, or not bounded.
import { limits } from '@commonboard/shared/protocol/limits.ts';

/** unreadable: no honest client writes this. too-large: more than a frame may hold. */
export class BadBytes extends Error {
  readonly code: 'unreadable' | 'too-large';

  constructor(code: 'unreadable' | 'too-large') {
    super(code);
    this.code = code;
  }
}

/** Names that reach into JavaScript's own objects. */
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const forbiddenLengthMin = 9;
const forbiddenLengthMax = 11;
const varUintBytesMax = 5;
const varIntBytesMax = 8;
const jsonSuspects = /__proto__|constructor|prototype|\\u/;

export class UpdateBytes {
  readonly #bytes: Uint8Array;
  #at = 0;
  #valuesLeft: number;

  /** `values`: how many there may be in it, those in lists and objects too. */
  constructor(bytes: Uint8Array, values: number) {
    this.#bytes = bytes;
    this.#valuesLeft = values;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    if (this.#at >= this.#bytes.length) throw new BadBytes('unreadable');
    return this.#bytes[this.#at++] ?? 0;
  }

  /** Below 2^35. */
  varUint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < varUintBytesMax; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new BadBytes('unreadable');
  }

  /** How many follow, each of at least `bytesEach`: a claim that the rest of the frame cannot keep is none. */
  count(bytesEach: number, most: number): number {
    const count = this.varUint();
    if (count * bytesEach > this.left) throw new BadBytes('unreadable');
    if (count > most) throw new BadBytes('too-large');
    return count;
  }

  /** How many values follow. */
  valueCount(): number {
    return this.count(1, this.#valuesLeft);
  }

  skip(length: number): void {
    if (length > this.left) throw new BadBytes('unreadable');
    this.#at += length;
  }

  /** Passes a text by. Its length in UTF-16 units, which is what Yjs counts. */
  text(bytesMax: number = limits.textBytesMax): number {
    const length = this.varUint();
    if (length > this.left) throw new BadBytes('unreadable');
    if (length > bytesMax) throw new BadBytes('too-large');
    const end = this.#at + length;
    let units = 0;
    for (; this.#at < end; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  /** A text that is looked at: the name of a root, or the id of a record. */
  string(bytesMax: number): string {
    const length = this.varUint();
    if (length > this.left) throw new BadBytes('unreadable');
    if (length > bytesMax) throw new BadBytes('too-large');
    const start = this.#at;
    this.#at += length;
    let read = '';
    for (let i = start; i < this.#at; i++) {
      const byte = this.#bytes[i] ?? 0;
      if (byte >= 0x80) return new TextDecoder().decode(this.#bytes.subarray(start, this.#at));
      read += String.fromCharCode(byte);
    }
    return read;
  }

  /** The name of a part of a record or of an object. */
  name(): void {
    const start = this.#at;
    const units = this.text(limits.keyBytesMax);
    // With a prefix, as `p.constructor`, it would name the same.
    if (units < forbiddenLengthMin || units > forbiddenLengthMax + 2) return;
    this.#at = start;
    const name = this.string(limits.keyBytesMax);
    if (forbiddenNames.has(name) || forbiddenNames.has(name.replace(/^[pm]\./, ''))) throw new BadBytes('unreadable');
  }

  /** One value as lib0 writes it: at most so deep. */
  any(depth = 0): void {
    if (depth > limits.valueDepthMax) throw new BadBytes('unreadable');
    if (this.#valuesLeft-- <= 0) throw new BadBytes('too-large');
    switch (this.byte()) {
      case 127:
      case 126:
      case 121:
      case 120:
        return;
      case 125:
        this.#varInt();
        return;
      case 124:
        this.skip(4);
        return;
      case 123:
        this.skip(8);
        return;
      case 119:
        this.text();
        return;
      case 118:
        for (let left = this.count(2, this.#valuesLeft); left > 0; left--) {
          this.name();
          this.any(depth + 1);
        }
        return;
      case 117:
        for (let left = this.count(1, this.#valuesLeft); left > 0; left--) this.any(depth + 1);
        return;
      case 116:
        this.skip(this.varUint());
        return;
      default:
        // Large integers (122) among them: they stop JSON.
        throw new BadBytes('unreadable');
    }
  }

  /** A value as JSON in a text: the attributes of letters. */
  json(): void {
    const start = this.#at;
    const length = this.varUint();
    if (length > this.left || length > limits.jsonBytesMax) throw new BadBytes('unreadable');
    let depth = 0;
    const end = this.#at + length;
    for (; this.#at < end; this.#at++) {
      const byte = this.#bytes[this.#at];
      // Brackets in texts count too: nobody writes so many into an attribute.
      if (byte === 0x5b || byte === 0x7b) depth++;
      else if (byte === 0x5d || byte === 0x7d) depth--;
      if (depth > limits.valueDepthMax) throw new BadBytes('unreadable');
    }
    if (length < forbiddenLengthMin) return;
    this.#at = start;
    if (jsonSuspects.test(this.string(limits.jsonBytesMax))) this.#strictJson(start);
  }

  #strictJson(start: number): void {
    this.#at = start;
    try {
      JSON.parse(this.string(limits.jsonBytesMax), (key, value: unknown) => {
        if (forbiddenNames.has(key)) throw new BadBytes('unreadable');
        return value;
      });
    } catch {
      // Not JSON, or a name that it may not have.
      throw new BadBytes('unreadable');
    }
  }

  #varInt(): void {
    for (let i = 0; i < varIntBytesMax; i++) if (this.byte() < 0x80) return;
    throw new BadBytes('unreadable');
  }
}
