// A whole number between two bounds, with its label.
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
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={Math.min(value, max)}
      onChange={({ target }) => onValue(Math.min(max, Math.max(min, Math.round(target.valueAsNumber) || min)))}
    />
  );
}
