// A day and a time on it, in this device's time zone.
import { TextField } from './text-field.tsx';

interface MomentFieldProps {
  label: string;
  /** Milliseconds since 1970. */
  value: number | null;
  onValue: (value: number | null) => void;
}

export function MomentField({ label, value, onValue }: MomentFieldProps) {
  return (
    <TextField
      label={label}
      type="datetime-local"
      value={value === null ? '' : asTyped(value)}
      onChange={({ target }) => {
        const moment = new Date(target.value).getTime();
        onValue(Number.isNaN(moment) ? null : moment);
      }}
    />
  );
}

/** As `2027-03-31T10:40`. */
function asTyped(moment: number): string {
  const date = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
