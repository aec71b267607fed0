// For facilitators: who waits, who is here, who is banned, and how people get in at all.
import type { ListedPerson } from '@commonboard/shared/protocol/access.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { WithToken } from '../sync/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { Tabs } from '../ui/tabs.tsx';
import styles from './access-parts.module.css';
import { AccessRules } from './access-rules.tsx';
import { PersonRow } from './person-row.tsx';
import { usePeopleList, type Decide } from './use-people.ts';

interface PeopleDialogProps {
  joined: Joined;
  /** Changes when somebody comes or goes, or something is decided. */
  version: string;
  withToken: WithToken;
  /** To the links, where one can be made anew. */
  onLinks: () => void;
  onClose: () => void;
}

export function PeopleDialog({ joined, version, withToken, onLinks, onClose }: PeopleDialogProps) {
  return (
    <Dialog open onClose={onClose} title={t('people.manage')}>
      <Tabs
        label={t('people.manage')}
        tabs={[
          { id: 'people', name: t('people.tab'), panel: <People {...{ joined, version, withToken, onLinks }} /> },
          { id: 'rules', name: t('people.rules'), panel: <AccessRules id={joined.id} withToken={withToken} /> },
        ]}
      />
    </Dialog>
  );
}

function People({ joined, version, withToken, onLinks }: Omit<PeopleDialogProps, 'onClose'>) {
  const [state, decide] = usePeopleList(joined.id, version, withToken);
  if (state.kind === 'fetching') return <Waiting text={t('people.loading')} />;
  if (state.kind === 'failed') {
    return (
      <p role="alert">
        {t('people.failed')} {errorText(state.error)}
      </p>
    );
  }
  const { toDecide, others, banned } = sorted(state.people);
  const listed = { selfId: joined.participantId, decide, onLinks };
  return (
    <>
      <section className={styles.part}>
        <h3 className={styles.title}>{t('people.decide')}</h3>
        {toDecide.length === 0 && <p className={styles.text}>{t('people.decide.none')}</p>}
        <List people={toDecide} {...listed} />
      </section>
      <section className={styles.part}>
        <h3 className={styles.title}>{t('people.all')}</h3>
        <List people={others} {...listed} />
      </section>
      {banned.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.title}>{t('people.banned')}</h3>
          <List people={banned} {...listed} />
        </section>
      )}
    </>
  );
}

interface ListProps {
  people: readonly ListedPerson[];
  selfId: string;
  decide: Decide;
  onLinks: () => void;
}

function List({ people, selfId, decide, onLinks }: ListProps) {
  if (people.length === 0) return null;
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          isMe={person.id === selfId}
          onAction={(action, takeBack = false) => decide(person, action, takeBack)}
          onLinks={onLinks}
        />
      ))}
    </ul>
  );
}

/** Who is here comes before who is not; each in the order of their names. */
function sorted(people: readonly ListedPerson[]) {
  const ordered = people.toSorted((a, b) => Number(b.connected) - Number(a.connected) || a.name.localeCompare(b.name));
  const banned = ordered.filter(({ standing }) => standing === 'banned');
  const toDecide = ordered.filter((person) => !banned.includes(person) && waitsOrAsks(person));
  return {
    banned,
    toDecide,
    others: ordered.filter((person) => !banned.includes(person) && !toDecide.includes(person)),
  };
}

function waitsOrAsks({ standing, leading }: ListedPerson): boolean {
  return standing === 'waiting' || leading === 'asked';
}
