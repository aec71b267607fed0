// Something that is fetched when it is first shown, and again when asked for.
import { useEffect, useEffectEvent, useState } from 'react';
import { errorText } from '../ui/messages/error-text.ts';

export interface Fetched<T> {
  /** Null until it is here. */
  value: T | null;
  /** When it came, in ms since 1970. */
  at: number;
  /** Why it is not here, in a sentence. */
  trouble: string | null;
  again: () => void;
}

export function useFetched<T>(fetch: () => Promise<T>): Fetched<T> {
  const [found, setFound] = useState<Omit<Fetched<T>, 'again'>>({ value: null, at: 0, trouble: null });
  async function load(): Promise<void> {
    try {
      const value = await fetch();
      setFound({ value, at: Date.now(), trouble: null });
    } catch (error) {
      setFound((last) => ({ ...last, trouble: errorText(error) }));
    }
  }
  const loadFirst = useEffectEvent(() => void load());
  useEffect(() => loadFirst(), []);
  return { ...found, again: () => void load() };
}
