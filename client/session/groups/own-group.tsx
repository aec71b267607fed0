// What a person sees of their own group: who is in it, where it works, who writes down, and the way to call for help. Also without a
// canvas.
import { groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { ArrowRight, LifeBuoy, PenLine, Video } from 'lucide-react';
import type { SessionStore } from '../session-store.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import styles from './groups.module.css';
import { ownGroupText, stageText } from './own-group-text.ts';

export interface OwnGroupProps {
  store: SessionStore;
  set: GroupSet;
  participantId: string;
  /** Shows a zone; missing where there is none to show. */
  onGo?: (zone: string) => void;
  /** What stands here is said elsewhere in the page. */
  isSaidElsewhere?: boolean;
}

export function OwnGroup(props: OwnGroupProps) {
  const { store, set, participantId, onGo } = props;
  const group = groupOf(set, participantId);
  if (set.isChoosing) return <Choice {...props} />;
  if (!group) return <Text {...props} />;
  const { number, people, zone, link, helpAt } = group;
  const isScribe = group.scribe === participantId;
  return (
    <>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <Text {...props} />
      <span className={styles.parts}>
        {zone !== null && onGo && (
          <Button look="primary" icon={<ArrowRight size={18} aria-hidden="true" />} onClick={() => onGo(zone)}>
            {t('groups.go')}
          </Button>
        )}
        {link !== null && <VideoLink link={link} />}
        {!isScribe && (
          <Button
            look="quiet"
            icon={<PenLine size={18} aria-hidden="true" />}
            onClick={() =>
              void store.send({
                type: 'name-scribe',
                set: set.id,
                group: number,
                participant: asOne(people, participantId),
              })
            }
          >
            {t('groups.scribe.take')}
          </Button>
        )}
        <Button
          look="quiet"
          icon={<LifeBuoy size={18} aria-hidden="true" />}
          onClick={() => void store.send({ type: 'ask-help', set: set.id, isNeeded: helpAt === null })}
        >
          {helpAt === null ? t('groups.help') : t('groups.help.take-back')}
        </Button>
        {helpAt !== null && <output className={styles.quiet}>{t('groups.help.asked')}</output>}
      </span>
    </>
  );
}

function Text({ set, participantId, isSaidElsewhere = false }: OwnGroupProps) {
  const Part = isSaidElsewhere ? 'p' : 'output';
  return (
    <Part className={styles.text}>
      {ownGroupText(set, participantId)} {stageText(set)}
    </Part>
  );
}

type People = GroupSet['groups'][number]['people'];

function asOne(people: People, id: string): People[number]['participant'] | null {
  return people.find(({ participant }) => participant === id)?.participant ?? null;
}

/** Nothing of this page is told to the other side. */
function VideoLink({ link }: { link: string }) {
  return (
    <a
      className={buttonClass('quiet')}
      href={link}
      target="_blank"
      rel="noreferrer noopener"
      referrerPolicy="no-referrer"
    >
      <Video size={18} aria-hidden="true" />
      {t('groups.link')}
    </a>
  );
}

function Choice(props: OwnGroupProps) {
  const { store, set, participantId } = props;
  const own = groupOf(set, participantId);
  return (
    <>
      <Text {...props} />
      <span className={styles.choices}>
        {set.groups.map(({ number, people }) => (
          <Button
            key={number}
            look={own?.number === number ? 'primary' : 'secondary'}
            aria-pressed={own?.number === number}
            onClick={() => void store.send({ type: 'choose-group', set: set.id, group: number })}
          >
            {t('groups.choose.one', { number, count: people.length })}
          </Button>
        ))}
      </span>
    </>
  );
}
