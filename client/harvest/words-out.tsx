// Names and words that are to go from all that is passed on, although the board does not know them as names. What is typed counts as
// soon as the field is left: nobody publishes beside it.
import { isWord, placesOf, searchable } from '@commonboard/shared/harvest/names-out.ts';
import { nameKey } from '@commonboard/shared/protocol/person-name.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './harvest.module.css';

interface WordsOutProps {
  words: readonly string[];
  /** All that is written on the board. */
  texts: readonly string[];
  onWords: (words: string[]) => void;
}

export function WordsOut({ words, texts, onWords }: WordsOutProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const written = useMemo(() => searchable(texts), [texts]);
  const found = (word: string): string => {
    const count = placesOf(word, written);
    return count === 0 ? t('harvest.words.nowhere') : t('harvest.words.places', { count });
  };

  function add(): void {
    const wished = typed.split(/[,;\n]/).map((one) => one.trim());
    const fresh = freshWords(words, wished);
    const wrong = whyNot(wished, words.length + fresh.length);
    setError(wrong);
    if (wrong !== null || fresh.length === 0) return;
    setTyped('');
    setSaid(fresh.map((word) => t('harvest.words.added', { word, places: found(word) })).join(' '));
    onWords([...words, ...fresh]);
  }
  function remove(word: string): void {
    setSaid(t('harvest.words.removed', { word }));
    onWords(words.filter((one) => one !== word));
  }
  return (
    <div className={styles.words}>
      <TextField
        label={t('harvest.words')}
        hint={t('harvest.words.text')}
        error={error}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
        after={<Button onClick={add}>{t('harvest.words.add')}</Button>}
      />
      {words.length > 0 && (
        <ul className={styles.wordList} aria-label={t('harvest.words')}>
          {words.map((word) => (
            <li key={word}>
              <span>
                <strong>{word}</strong> <small>{found(word)}</small>
              </span>
              <IconButton label={t('harvest.words.remove', { word })} onClick={() => remove(word)}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <output className={styles.said}>{said}</output>
    </div>
  );
}

/** Each once, and none that is there already. */
function freshWords(words: readonly string[], wished: readonly string[]): string[] {
  const known = new Set(words.map(nameKey));
  return wished.filter((one) => {
    const isFresh = isWord(one) && !known.has(nameKey(one));
    known.add(nameKey(one));
    return isFresh;
  });
}

/** Null where nothing is wrong. */
function whyNot(wished: readonly string[], count: number): string | null {
  if (wished.some((one) => one.length > limits.harvestWordCharsMax))
    return t('harvest.words.long', { count: limits.harvestWordCharsMax });
  return count > limits.harvestWordsMax ? t('harvest.words.many', { count: limits.harvestWordsMax }) : null;
}
