// The start page: what this is, a blank board, a link, the boards of this device, and the templates. It draws what it is given.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { t } from '../ui/messages/t.ts';
import { BoardList, type BoardListProps } from './board-list.tsx';
import styles from './home-screen.module.css';
import { ThemeChoice } from './theme-choice.tsx';

interface HomeScreenProps extends BoardListProps {
  isCreating: boolean;
  onBlank: () => void;
  /** The field for a link, and the gallery: other features, joined by the app. */
  linkForm: ReactNode;
  gallery: ReactNode;
}

export function HomeScreen({ isCreating, onBlank, linkForm, gallery, ...list }: HomeScreenProps) {
  const isReturning = list.boards.length > 0;
  return (
    <div className={styles.page}>
      <title>{t('common.product')}</title>
      <header className={styles.head}>
        <span className={styles.logo}>
          <Logo />
          {t('common.product')}
        </span>
        <ThemeChoice />
      </header>
      <main>
        <section className={styles.hero}>
          <div>
            <h1 className={styles.title}>{t('home.title')}</h1>
            <p className={styles.lead}>{t('home.lead')}</p>
            <div className={styles.go}>
              <Button look="primary" large onClick={showTemplates}>
                {t('home.choose-template')}
              </Button>
              <Button look="quiet" large busy={isCreating} onClick={onBlank}>
                {isCreating ? t('home.creating') : t('home.blank')}
              </Button>
            </div>
          </div>
          <div className={styles.link}>
            <h2 className={styles.linkTitle}>{t('home.link.title')}</h2>
            {linkForm}
          </div>
        </section>
        {/* Who comes back looks for a board; who is new, for a beginning. */}
        {isReturning && <BoardList {...list} />}
        <section id="templates" tabIndex={-1} className={styles.section} aria-labelledby="templates-title">
          {gallery}
        </section>
        {!isReturning && <BoardList {...list} />}
      </main>
      <footer className={styles.foot}>
        <p>{t('home.stored')}</p>
      </footer>
    </div>
  );
}

function showTemplates(): void {
  const section = document.getElementById('templates');
  section?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  section?.focus({ preventScroll: true });
}
