// What a board's title may be.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { RequestRefused } from '../http/request-refused.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** Cleaned, or `fallback` where nothing readable was given. Throws when it is too long. */
export function cleanTitle(raw: string | undefined, fallback: string): string {
  const title = (raw ?? '').normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim();
  if (Array.from(title).length > limits.titleCharsMax) throw titleRefused();
  return title === '' ? fallback : title;
}

export function titleRefused(): RequestRefused {
  return new RequestRefused('bad-request', `Please give a title of 1 to ${limits.titleCharsMax} letters.`);
}
