// The optional passcode of a board: slow to check, so that a stolen database does not give it away. People choose it, so
// it may be weak; what keeps it from being guessed online is the limit of tries.
import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { AccessRow } from '../storage/board-store.ts';

type Stored = NonNullable<AccessRow['passcode']>;

/** 16 MB and some 40 ms for each try. */
const cost = { N: 2 ** 14, r: 8, p: 1 };
const hashBytes = 32;
const saltBytes = 16;

/** What has been found right, as a hash under a key that this process forgets: a whole room types the same. */
const provenKey = randomBytes(32);
const proven = new WeakMap<Stored, Buffer>();
const underWay = new WeakMap<Stored, Map<string, Promise<boolean>>>();

/** However it is typed: composed alike, without spaces around it. */
export function cleanPasscode(raw: string): string {
  return raw.normalize('NFKC').trim();
}

export async function hashPasscode(passcode: string): Promise<Stored> {
  const salt = randomBytes(saltBytes);
  return { hash: (await slowHash(passcode, salt)).toString('hex'), salt: salt.toString('hex') };
}

export async function isPasscode(stored: Stored, typed: string): Promise<boolean> {
  const quick = quickHash(typed);
  const known = proven.get(stored);
  if (known && timingSafeEqual(known, quick)) return true;
  const checks = underWay.get(stored) ?? new Map<string, Promise<boolean>>();
  underWay.set(stored, checks);
  const name = quick.toString('hex');
  const check = isSlowly(stored, typed).finally(() => checks.delete(name));
  checks.set(name, check);
  const isRight = await check;
  if (isRight) proven.set(stored, quick);
  return isRight;
}

/** The check of the very same words that is under way: a room that types them at once makes one try. */
export function samePasscodeCheck(stored: Stored, typed: string): Promise<boolean> | null {
  return underWay.get(stored)?.get(quickHash(typed).toString('hex')) ?? null;
}

function quickHash(typed: string): Buffer {
  return createHmac('sha256', provenKey).update(cleanPasscode(typed)).digest();
}

async function isSlowly(stored: Stored, typed: string): Promise<boolean> {
  const hash = await slowHash(cleanPasscode(typed), Buffer.from(stored.salt, 'hex'));
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'hex'));
}

function slowHash(passcode: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passcode, salt, hashBytes, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
