// A line of text with its label, a hint, and what is wrong with it in a sentence.
import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import styles from './text-field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  /** Stands at the end of the line: a button, usually. */
  after?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({ label, hint, error, after, ...rest }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const wrong = typeof error === 'string';
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          type="text"
          autoComplete="off"
          {...rest}
          id={id}
          className={styles.input}
          aria-invalid={wrong}
          aria-describedby={wrong || hint !== undefined ? noteId : undefined}
        />
        {after}
      </div>
      {wrong ? (
        <p id={noteId} className={styles.error} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={noteId} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
