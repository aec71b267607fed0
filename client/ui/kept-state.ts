// What somebody has begun and not sent yet stays while its board is open, also when the panel around it closes.
import { useState } from 'react';

const kept = new WeakMap<object, Map<string, unknown>>();

interface Kept<Value> {
  value: Value;
  set: (value: Value) => void;
  /** It was sent, or given up. */
  forget: () => void;
}

/** `owner` lives as long as the board does; `key` names this among all that is kept with it. */
export function useKept<Value>(owner: object, key: string, first: () => Value): Kept<Value> {
  const [value, setValue] = useState(() => {
    const known = kept.get(owner);
    return known?.has(key) ? (known.get(key) as Value) : first();
  });
  return {
    value,
    set: (next) => {
      const known = kept.get(owner) ?? new Map<string, unknown>();
      kept.set(owner, known.set(key, next));
      setValue(next);
    },
    forget: () => kept.get(owner)?.delete(key),
  };
}
