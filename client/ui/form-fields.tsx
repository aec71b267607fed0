// A choice and a text of several lines, each with its label.
import { useId, type TextareaHTMLAttributes } from 'react';
import styles from './form-fields.module.css';

interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface SelectFieldProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  /** Further ones under a name of their own. */
  more?: { label: string; options: readonly Option<Value>[] };
  onValue: (value: Value) => void;
}

export function SelectField<Value extends string>({ label, value, options, more, onValue }: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={({ target }) => {
          const all = [...options, ...(more?.options ?? [])];
          const chosen = all.find((option) => option.value === target.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        <Options options={options} />
        {more && (
          <optgroup label={more.label}>
            <Options options={more.options} />
          </optgroup>
        )}
      </select>
    </div>
  );
}

function Options({ options }: { options: readonly Option<string>[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> {
  label: string;
  onText: (text: string) => void;
}

export function TextArea({ label, onText, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        rows={3}
        dir="auto"
        {...rest}
        id={id}
        className={styles.input}
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  );
}
