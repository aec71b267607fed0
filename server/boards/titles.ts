// What a board's title may be.
import { cleanLine } from '@commonboard/shared/protocol/clean-text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { RequestRefused } from '../http/request-refused.ts';

/** Something that stands on the line by itself. */
const readable = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Cleaned, or `fallback` where nothing readable was given. Throws when it is too long. */
export function cleanTitle(raw: string | undefined, fallback: string): string {
  const title = cleanLine(raw ?? '');
  if (Array.from(title).length > limits.titleCharsMax) throw titleRefused();
  return readable.test(title) ? title : fallback;
}

export function titleRefused(): RequestRefused {
  return new RequestRefused('bad-title');
}
