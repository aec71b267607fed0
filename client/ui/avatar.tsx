// A person as a coloured disc with their initials. The name always stands beside it or in its button's label.
import styles from './avatar.module.css';
import { initialsOf, inkOn } from './person-mark.ts';

export function Avatar({ name, color }: { name: string; color: string }) {
  return (
    <span
      className={styles.avatar}
      style={{ background: color, color: inkOn(color) }}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}
