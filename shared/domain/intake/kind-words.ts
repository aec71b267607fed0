// The kind that a word names: its key, its label, its plural, in any language there is.
import { kindNames, kindOf, type Kind } from '../kinds.ts';
import { sameWord } from './names.ts';

const kindsByWord = new Map<string, Kind>(
  kindNames.flatMap((kind) => {
    const { label, plural } = kindOf(kind);
    return [kind, ...Object.values(label), ...Object.values(plural)].flatMap((word): [string, Kind][] =>
      word === undefined ? [] : [[sameWord(word), kind]],
    );
  }),
);
const otherWords: Partial<Record<string, Kind>> = { actor: 'stakeholder', actors: 'stakeholder', note: 'idea' };

export function kindFromWord(text: string): Kind | null {
  const word = sameWord(text);
  return kindsByWord.get(word) ?? (Object.hasOwn(otherWords, word) ? (otherWords[word] ?? null) : null);
}
