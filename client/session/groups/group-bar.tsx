// The line that all see while people are in groups, or are asked where they come from.
import { isGrouped } from '@commonboard/shared/groups/group-set.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Users } from 'lucide-react';
import type { SessionStore } from '../session-store.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import styles from './groups.module.css';
import { OwnGroup } from './own-group.tsx';
import { stageText } from './own-group-text.ts';
import { type SectorAsked, useSectorLine } from './sector-asked.ts';
import { SectorLine } from './sector-line.tsx';
import { Warning } from './warning.tsx';

interface GroupBarProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  isLeading: boolean;
  mayTakePart: boolean;
  sectorAsked: SectorAsked;
  onGo?: (zone: string) => void;
  /** Shows all groups. */
  onOpen: () => void;
}

export function GroupBar(props: GroupBarProps) {
  const { store, view, participantId, isLeading, mayTakePart, onGo } = props;
  const { groups, sectors } = view;
  const line = useSectorLine(view, participantId, props.sectorAsked);
  if (isGrouped(groups))
    return (
      <section className={styles.bar} aria-label={t('groups.bar')}>
        <Warning store={store} set={groups} />
        {isLeading && <Leading {...props} />}
        {!isLeading && mayTakePart && (
          <OwnGroup store={store} set={groups} participantId={participantId} {...(onGo && { onGo })} />
        )}
        {!isLeading && !mayTakePart && (
          <span className={styles.text}>{t('groups.lead.count', { count: groups.groups.length })}</span>
        )}
      </section>
    );
  if (isLeading ? !sectors.isAsked : !(line.isShown && mayTakePart)) return null;
  return (
    <section className={styles.bar} aria-label={t('groups.bar')}>
      <Users size={18} aria-hidden="true" />
      {isLeading ? (
        <Asked {...props} />
      ) : (
        <SectorLine
          store={store}
          hasSaid={Object.hasOwn(sectors.said, participantId)}
          {...(line.onClose && { onClose: line.onClose })}
        />
      )}
    </section>
  );
}

function Asked({ store, view: { sectors }, onOpen }: GroupBarProps) {
  return (
    <>
      <output className={styles.text}>{t('groups.sector.count', { count: Object.keys(sectors.said).length })}</output>
      <Button look="quiet" onClick={() => void store.send({ type: 'ask-sectors', isAsked: false })}>
        {t('groups.sector.end')}
      </Button>
      <Button look="primary" onClick={onOpen}>
        {t('groups.start.do')}
      </Button>
    </>
  );
}

function Leading({ store, view: { groups: set }, onGo, onOpen }: GroupBarProps) {
  if (!set) return null;
  const inNeed = set.groups
    .filter(({ helpAt }) => helpAt !== null)
    .toSorted((a, b) => (a.helpAt ?? 0) - (b.helpAt ?? 0));
  return (
    <>
      <Users size={18} aria-hidden="true" />
      <output className={styles.text}>
        {t('groups.lead.count', { count: set.groups.length })} {stageText(set)}
      </output>
      {inNeed.map(({ number, zone }) => (
        <span key={number} className={styles.parts}>
          <strong role="alert">{t('groups.lead.help', { number })}</strong>
          {zone !== null && onGo && <Button onClick={() => onGo(zone)}>{t('groups.go')}</Button>}
          <Button look="quiet" onClick={() => void store.send({ type: 'group-helped', set: set.id, group: number })}>
            {t('groups.lead.helped')}
          </Button>
        </span>
      ))}
      <Button look="quiet" onClick={() => void store.send({ type: 'warn-groups', set: set.id })}>
        {t('groups.lead.warn')}
      </Button>
      <Button look="primary" onClick={onOpen}>
        {t('groups.lead')}
      </Button>
    </>
  );
}
