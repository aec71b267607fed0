// A whole number between two bounds, with its label. While somebody types it may be empty, or not there yet.
import { useState } from 'react';
import { TextField } from './text-field.tsx';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  min?: number;
  max: number;
  onValue: (value: number) => void;
}

export function NumberField({ label, hint, value, min = 1, max, onValue }: NumberFieldProps) {
  /** Null where it says the value. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={typed ?? Math.min(value, max)}
      onChange={({ target }) => {
        setTyped(target.value);
        const number = Math.round(target.valueAsNumber);
        if (Number.isFinite(number)) onValue(Math.min(max, Math.max(min, number)));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
