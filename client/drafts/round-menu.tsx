// What who leads may do with the open round: show all of it, set its limits, cancel it.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { ChevronDown, Eye, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ConfirmLine } from '../ui/confirm-button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine } from '../ui/menu.tsx';
import { t } from '../ui/messages/t.ts';
import { OnSign } from '../ui/on-sign.tsx';
import styles from './drafts.module.css';
import { ShowPerson, type Writer } from './show-person.tsx';

export interface RoundActs {
  reveal: () => void;
  cancel: () => void;
  /** Of one person, before the others. */
  show: (person: ParticipantId) => Promise<boolean>;
  /** Others who are here. */
  writers: readonly Writer[];
  findWriters: () => Promise<readonly Writer[]>;
  limit: (limits: Pick<PrivateRound, 'notesMax' | 'best'>) => void;
  /** Something is about to happen already. */
  isBusy: boolean;
}

const noteChoices = [1, 2, 3, 5, 10, 20];
const bestChoices = [1, 2, 3];

export function RoundMenu({ round: { notesMax, best, isAnonymous }, acts }: { round: PrivateRound; acts: RoundActs }) {
  const [isAsking, setAsking] = useState(false);
  const [isShowing, setShowing] = useState(false);
  if (isAsking) {
    return (
      <ConfirmLine question={t('drafts.cancel.ask')} onConfirm={acts.cancel} onClose={() => setAsking(false)}>
        {t('drafts.cancel.do')}
      </ConfirmLine>
    );
  }
  return (
    <span className={styles.group}>
      <Menu
        trigger={
          <Button look="quiet">
            {t('drafts.lead')}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        }
      >
        <MenuGroup label={t('drafts.limit')}>
          {noteChoices.map((count) => (
            <MenuItem
              key={count}
              icon={<OnSign isOn={count === notesMax} />}
              onSelect={() => acts.limit({ notesMax: count, best })}
            >
              {t('drafts.notes', { count })}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuLine />
        <MenuGroup label={t('drafts.best.limit')}>
          <MenuItem icon={<OnSign isOn={best === null} />} onSelect={() => acts.limit({ notesMax, best: null })}>
            {t('drafts.best.all')}
          </MenuItem>
          {bestChoices
            .filter((count) => count < notesMax)
            .map((count) => (
              <MenuItem
                key={count}
                icon={<OnSign isOn={count === best} />}
                onSelect={() => acts.limit({ notesMax, best: count })}
              >
                {t('drafts.notes', { count })}
              </MenuItem>
            ))}
        </MenuGroup>
        <MenuLine />
        {!isAnonymous && (
          <MenuItem icon={<Eye size={18} aria-hidden="true" />} onSelect={() => setShowing(true)}>
            {t('drafts.person')}
          </MenuItem>
        )}
        <MenuItem icon={<Undo2 size={18} />} danger onSelect={() => setAsking(true)}>
          {t('drafts.cancel')}
        </MenuItem>
      </Menu>
      <Button look="primary" icon={<Eye size={18} aria-hidden="true" />} disabled={acts.isBusy} onClick={acts.reveal}>
        {t('drafts.reveal')}
      </Button>
      {isShowing && (
        <ShowPerson
          writers={acts.writers}
          findWriters={acts.findWriters}
          onShow={acts.show}
          onClose={() => setShowing(false)}
        />
      )}
    </span>
  );
}
