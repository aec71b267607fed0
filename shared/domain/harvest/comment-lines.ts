// The comments that wait for an answer, as a report tells of them. None in the redacted form: they name people.
import type { Thread } from '../../comments/thread.ts';
import { oneWay } from './table.ts';

export interface CommentLine {
  /** Words of what it is about; empty where that has none, is gone, or is only a place. */
  about: string;
  /** Who said what, the comment itself first. */
  said: readonly string[];
}

interface Kept {
  redacted: boolean;
  /** Words by record id. */
  words: ReadonlyMap<string, string>;
  /** Cards that are not in this copy: what is said of them is not either. */
  leftOut: ReadonlySet<string>;
}

export function commentLines(threads: readonly Thread[], { redacted, words, leftOut }: Kept): CommentLine[] {
  if (redacted) return [];
  return threads
    .filter(({ resolved, place }) => resolved === null && !leftOut.has(place.shape ?? ''))
    .map(({ place, messages }) => ({
      about: oneWay(words.get(place.shape ?? '') ?? ''),
      said: messages.map(({ name, text }) => `${name}: ${oneWay(text)}`),
    }));
}
