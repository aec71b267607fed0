// Something is under way: a turning ring, and the ring with words.
import styles from './spinner.module.css';

export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}

export function Waiting({ text }: { text: string }) {
  return (
    <output className={styles.waiting}>
      <Spinner />
      {text}
    </output>
  );
}
