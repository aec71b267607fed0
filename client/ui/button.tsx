// Buttons: with words, and with an icon whose words are its label and tooltip.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { Spinner } from './spinner.tsx';
import { Tip } from './tip.tsx';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  large?: boolean;
  wide?: boolean;
  /** Something is under way: the button waits and says so. */
  busy?: boolean;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function buttonClass(look: Look, extra: { large?: boolean; wide?: boolean } = {}): string {
  const parts = [styles.button, styles[look], extra.large && styles.large, extra.wide && styles.wide];
  return parts.filter(Boolean).join(' ');
}

export function Button({ look = 'secondary', large, wide, busy, icon, children, className, ...rest }: ButtonProps) {
  const own = buttonClass(look, { large: large ?? false, wide: wide ?? false });
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || busy === true}
      aria-busy={busy === true ? true : undefined}
      className={className === undefined ? own : `${own} ${className}`}
    >
      {busy === true ? <Spinner /> : icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: read aloud, and shown when pointed at. */
  label: string;
  look?: Look;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, look = 'quiet', children, className, ...rest }: IconButtonProps) {
  const own = `${buttonClass(look)} ${styles.icon}`;
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={className === undefined ? own : `${own} ${className}`}
      >
        {children}
      </button>
    </Tip>
  );
}
