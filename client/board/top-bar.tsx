// The bar above the board: the way home, the title, what is saved, who is here, Share and Export. It draws what it is given.
import { Download, PanelRight, Share2 } from 'lucide-react';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { t } from '../ui/messages/t.ts';
import { HomeLink } from '../ui/plain-page.tsx';
import { AboutBoard } from './about-board.tsx';
import { PeopleMenu } from './people-menu.tsx';
import type { Person } from './person.ts';
import type { SaveState } from './save-state.ts';
import styles from './top-bar.module.css';

export interface TopBarProps {
  title: string;
  role: Role;
  saveState: SaveState;
  people: readonly Person[];
  following: ParticipantId | null;
  onFollow: (person: ParticipantId) => void;
  onStopFollowing: () => void;
  /** Given to facilitators only. */
  onRename?: (title: string) => void;
  onShare?: () => void;
  /** To the same board without its canvas. */
  onPlain?: () => void;
  /** Missing where there is no canvas to draw from. */
  onExport?: () => void;
  /** Opens or closes the side panel; missing while there is none. */
  onPanel?: () => void;
  isPanelOpen?: boolean;
  /** Given to facilitators only. */
  onPeople?: () => void;
  /** How many wait for a facilitator. */
  waiting?: number;
  onHome: () => void;
}

export function TopBar(props: TopBarProps) {
  const { people, following, onFollow, onStopFollowing, onShare } = props;
  return (
    <header className={styles.bar} data-role={props.role}>
      <HomeLink className={styles.home} onHome={props.onHome}>
        <Logo size={24} />
        <span className={styles.homeWord}>{t('board.home')}</span>
      </HomeLink>
      <AboutBoard title={props.title} saveState={props.saveState} onRename={props.onRename} onPlain={props.onPlain} />
      <PeopleMenu
        people={people}
        following={following}
        onFollow={onFollow}
        onStopFollowing={onStopFollowing}
        waiting={props.waiting ?? 0}
        {...(props.onPeople && { onManage: props.onPeople })}
      />
      {props.onExport && (
        <Button
          className={styles.action}
          onClick={props.onExport}
          icon={<Download size={18} aria-hidden="true" />}
          aria-label={t('board.export')}
        >
          <span className={styles.word}>{t('board.export')}</span>
        </Button>
      )}
      {onShare && (
        <Button
          look="primary"
          className={styles.action}
          onClick={onShare}
          icon={<Share2 size={18} aria-hidden="true" />}
          aria-label={t('board.share')}
        >
          <span className={styles.word}>{t('board.share')}</span>
        </Button>
      )}
      {props.onPanel && (
        <IconButton
          className={styles.action ?? ''}
          label={props.isPanelOpen === true ? t('cards.panel.close') : t('cards.panel.open')}
          aria-expanded={props.isPanelOpen === true}
          onClick={props.onPanel}
        >
          <PanelRight size={20} aria-hidden="true" />
        </IconButton>
      )}
    </header>
  );
}
