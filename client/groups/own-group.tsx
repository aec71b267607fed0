// What a person sees of their own group: who is in it, where it works, who writes down, and the way to call for help. Also without a
// canvas.
import { groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { ArrowRight, LifeBuoy, PenLine, Video } from 'lucide-react';
import type { SessionStore } from '../session/session-store.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './groups.module.css';

export interface OwnGroupProps {
  store: SessionStore;
  set: GroupSet;
  participantId: string;
  /** Shows a zone; missing where there is none to show. */
  onGo?: (zone: string) => void;
}

export function OwnGroup(props: OwnGroupProps) {
  const { store, set, participantId, onGo } = props;
  const group = groupOf(set, participantId);
  if (set.isChoosing) return <Choice {...props} />;
  if (!group) return <output className={styles.text}>{t('groups.own.none')}</output>;
  const { number, people, zone, link, helpAt } = group;
  const others = people.filter(({ participant }) => participant !== participantId).map(({ name }) => name);
  const mine =
    others.length === 0
      ? t('groups.own.alone', { number })
      : t('groups.own', { number, names: people.map(({ name }) => name).join(', ') });
  const isScribe = group.scribe === participantId;
  return (
    <>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <output className={styles.text}>
        {mine} <Host {...props} /> <Scribe {...props} /> {set.stage === 'making' && t('groups.waiting')}
        {set.stage === 'bringing' && t('groups.bringing')} {set.stage === 'ending' && t('groups.ending')}
      </output>
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

type People = GroupSet['groups'][number]['people'];

function asOne(people: People, id: string): People[number]['participant'] | null {
  return people.find(({ participant }) => participant === id)?.participant ?? null;
}

function Scribe({ set, participantId }: OwnGroupProps) {
  const group = groupOf(set, participantId);
  const scribe = group?.people.find(({ participant }) => participant === group.scribe);
  if (!scribe) return null;
  return scribe.participant === participantId ? t('groups.scribe.me') : t('groups.scribe.other', { name: scribe.name });
}

/** Of a table that others go on from. */
function Host({ set, participantId }: OwnGroupProps) {
  const group = groupOf(set, participantId);
  const host = group?.people.find(({ participant }) => participant === group.host);
  if (!host) return null;
  return host.participant === participantId ? t('groups.host.me') : t('groups.host.other', { name: host.name });
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

function Choice({ store, set, participantId }: OwnGroupProps) {
  const own = groupOf(set, participantId);
  return (
    <>
      <output className={styles.text}>
        {own
          ? t('groups.own', { number: own.number, names: own.people.map(({ name }) => name).join(', ') })
          : t('groups.choose')}
      </output>
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
