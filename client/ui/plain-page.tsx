// A page that says one thing: a title, a text, and what can be done.
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { Logo } from './logo.tsx';
import { t } from './messages/t.ts';
import styles from './plain-page.module.css';

interface PlainPageProps {
  title: ReactNode;
  /** Of the browser's tab, where `title` is not plain text or not enough. */
  tabTitle?: string;
  text?: string;
  /** For pages with much to read. */
  wide?: boolean;
  onHome: () => void;
  children?: ReactNode;
}

export function PlainPage({ title, tabTitle, text, wide, onHome, children }: PlainPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever reads by ear or by keyboard starts at what is new, unless a field has taken the focus already.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.page}>
      {tabTitle !== undefined && <title>{tabTitle}</title>}
      <header>
        <HomeLink className={styles.logo} onHome={onHome}>
          <Logo />
          {t('common.product')}
        </HomeLink>
      </header>
      <main className={wide === true ? `${styles.main} ${styles.wide}` : styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {text !== undefined && <p className={styles.text}>{text}</p>}
        {children}
      </main>
    </div>
  );
}

export function PlainActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface HomeLinkProps {
  onHome: () => void;
  className?: string | undefined;
  children: ReactNode;
}

/** A real link, so that it can be opened in another tab; a plain click stays in the page. */
export function HomeLink({ onHome, className, children }: HomeLinkProps) {
  function go(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onHome();
  }
  return (
    <a href="/" className={className} onClick={go}>
      {children}
    </a>
  );
}
