// What a person pasted where a link was asked for: a whole link, or what is wrong with it.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardIdSchema, secretSchema, type BoardId } from '@commonboard/shared/protocol/ids.ts';

export type LinkReading =
  | { kind: 'link'; id: BoardId; secret: string }
  | { kind: 'code'; code: string }
  /** Of a board that is known otherwise. */
  | { kind: 'recovery'; code: string }
  | { kind: 'empty' }
  | { kind: 'bad' }
  | { kind: 'no-secret'; id: BoardId }
  | { kind: 'other-server'; host: string };

const charsMax = 2_000;
const shortCode = new RegExp(`^\\d{${limits.shortCodeDigits}}$`);
const recoveryCode = /^([2-9A-HJ-NP-Z]{4}[\s-]*){5}$/i;

/** Reads a pasted link. `hosts` are the names this server goes by: the page's own, and the public one. */
export function readLink(pasted: string, hosts: readonly string[]): LinkReading {
  const text = pasted.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > charsMax) return { kind: 'bad' };
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (shortCode.test(digits)) return { kind: 'code', code: digits };
  if (recoveryCode.test(text)) return { kind: 'recovery', code: text };
  // Mail programs wrap links in brackets or end them with a full stop.
  const match = /(?:https?:\/\/([^/\s]+))?\/?[bp]\/([A-Za-z0-9_-]+)(?:#([A-Za-z0-9_-]*))?/.exec(text);
  const id = boardIdSchema.safeParse(match?.[2]);
  if (!match || !id.success) return { kind: 'bad' };
  const host = match[1];
  if (host !== undefined && !hosts.includes(host.toLowerCase())) return { kind: 'other-server', host };
  const secret = secretSchema.safeParse(match[3]);
  return secret.success ? { kind: 'link', id: id.data, secret: secret.data } : { kind: 'no-secret', id: id.data };
}
