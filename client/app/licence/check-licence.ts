// Whether tldraw will draw at this address with this key, and if not, why. These are tldraw 5.4's own rules (LicenseManager.ts
// and LicenseProvider.tsx of @tldraw/editor), read beforehand so that a person gets words instead of an empty page. Nothing is
// decided here for tldraw: where this says yes, tldraw still checks for itself.
import { z } from 'zod';
import { tldrawPublished } from './tldraw-facts.ts';

export type LicenceVerdict =
  | { kind: 'not-needed' }
  | { kind: 'ok' }
  | { kind: 'missing' }
  | { kind: 'unreadable' }
  | { kind: 'wrong-host'; hosts: readonly string[]; host: string }
  /** `date` is the last day on which the key was good, as a UTC day. */
  | { kind: 'expired'; date: Date };

export interface LicenceQuestion {
  key: string | null;
  location: { protocol: string; hostname: string; href: string };
  now: Date;
  /** tldraw asks for no key in a development build. */
  production: boolean;
  /** True where `signature` over `payload` is tldraw's. */
  verify: (payload: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;
}

const flags = { annual: 1, perpetual: 1 << 1, evaluation: 1 << 4, native: 1 << 5 };
const graceDays = 30;
const payloadSchema = z.tuple([z.unknown(), z.array(z.string()), z.number(), z.string()]).rest(z.unknown());

export async function checkLicence({
  key,
  location,
  now,
  production,
  verify,
}: LicenceQuestion): Promise<LicenceVerdict> {
  if (!isNeeded(location, production)) return { kind: 'not-needed' };
  if (key === null || key.trim() === '') return { kind: 'missing' };
  const licence = readKey(key);
  if (!licence) return { kind: 'unreadable' };
  // What the key says of itself comes before its signature: it is the more helpful reason.
  const { hosts, flags: set, expiry } = licence;
  try {
    if (!hosts.some((host) => isHostAllowed(host, (set & flags.native) !== 0, location))) {
      return { kind: 'wrong-host', hosts, host: location.hostname };
    }
  } catch {
    // A host that is meant as a pattern and is none: tldraw calls the whole key invalid.
    return { kind: 'unreadable' };
  }
  if (hasEnded(set, expiry, now)) return { kind: 'expired', date: expiry };
  return (await verify(licence.payload, licence.signature)) ? { kind: 'ok' } : { kind: 'unreadable' };
}

function isNeeded({ protocol, hostname }: LicenceQuestion['location'], production: boolean): boolean {
  if (!production) return false;
  const host = hostname.toLowerCase();
  // Apps in a native shell live at names such as tauri.localhost: tldraw wants a key there, on http too.
  if (host.endsWith('.localhost')) return true;
  return protocol !== 'http:' && !(protocol === 'https:' && isLoopback(host));
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare);
}

interface Licence {
  hosts: readonly string[];
  flags: number;
  expiry: Date;
  payload: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** `tldraw-<name>/<base64 of [id, hosts, flags, expiry]>.<base64 of the signature>` */
function readKey(key: string): Licence | null {
  // Keys copied out of documents bring invisible characters and line ends along.
  const clean = key.replace(/[\u200B-\u200D\uFEFF\r\n]/g, '');
  const [data = '', signature = ''] = clean.split('.');
  const [prefix = '', encoded = ''] = data.split('/');
  if (!prefix.startsWith('tldraw-')) return null;
  try {
    const [, hosts, set, expiry] = payloadSchema.parse(JSON.parse(atob(encoded)));
    return { hosts, flags: set, expiry: new Date(expiry), payload: bytesOf(encoded), signature: bytesOf(signature) };
  } catch {
    // Not base64, not JSON or not a key's fields.
    return null;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** May throw where the host is meant as a pattern and is none. */
function isHostAllowed(host: string, native: boolean, location: LicenceQuestion['location']): boolean {
  const wanted = host.toLowerCase().trim();
  const current = location.hostname.toLowerCase();
  if (wanted === current || `www.${wanted}` === current || wanted === `www.${current}` || host === '*') return true;
  if (native) return new RegExp(wanted).test(location.href);
  if (!host.includes('*')) return false;
  const glob = new RegExp(`${wanted.replace(/\./g, '\\.').replace(/\*/g, '.*?')}$`);
  return glob.test(current) || glob.test(`www.${current}`);
}

/** An unreadable date never ends, as with tldraw: it compares as false. */
function hasEnded(set: number, expiry: Date, now: Date): boolean {
  if ((set & flags.evaluation) !== 0) return now >= endOf(expiry, 0);
  const end = endOf(expiry, graceDays);
  if ((set & flags.annual) !== 0 && now >= end) return true;
  // A perpetual key covers what was published before it ended, for ever.
  return (set & flags.perpetual) !== 0 && (tldrawPublished.major >= end || tldrawPublished.minor >= end);
}

/** The named day is still good: the end is the first moment of the day after it, UTC, and after the days of grace. */
function endOf(expiry: Date, grace: number): Date {
  return new Date(Date.UTC(expiry.getUTCFullYear(), expiry.getUTCMonth(), expiry.getUTCDate() + grace + 1));
}
