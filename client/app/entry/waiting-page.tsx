// An otherwise empty page while something is fetched.
import type { ReactNode } from 'react';
import styles from './waiting-page.module.css';

export function WaitingPage({ children }: { children: ReactNode }) {
  return <main className={styles.page}>{children}</main>;
}
