// What was deleted from the board: search it, choose, bring back.
import type { DeletedThing } from '@commonboard/shared/protocol/history.ts';
import { useState } from 'react';
import { call } from '../sync/api.ts';
import { agoText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import type { HistoryPorts } from './history-ports.ts';
import styles from './history.module.css';
import { NotHere } from './not-here.tsx';
import { ThingList } from './thing-list.tsx';
import { thingsSaying } from './thing-words.ts';
import { useFetched } from './use-fetched.ts';

/** More are found by searching. */
const shownMax = 200;

export function DeletedList({ ports }: { ports: HistoryPorts }) {
  const params = { id: ports.boardId };
  const { value, trouble, again } = useFetched(() =>
    ports.withToken((token) => call('deletedThings', { params, token })),
  );
  if (!value || trouble !== null) return <NotHere trouble={trouble} onAgain={again} />;
  async function bringBack(ids: string[]): Promise<number> {
    const { brought } = await ports.withToken((token) => call('bringBack', { params, token, body: { ids } }));
    return brought;
  }
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>{t('history.deleted.about')}</p>
      {value.things.length === 0 ? (
        <p className={styles.lead}>{t('history.deleted.none')}</p>
      ) : (
        <Searched things={value.things} bringBack={bringBack} onBrought={again} />
      )}
    </div>
  );
}

interface SearchedProps {
  things: readonly DeletedThing[];
  bringBack: (ids: string[]) => Promise<number>;
  onBrought: () => void;
}

function Searched({ things, bringBack, onBrought }: SearchedProps) {
  const [search, setSearch] = useState('');
  const found = thingsSaying(things, search);
  const more = found.length - shownMax;
  return (
    <>
      <TextField
        type="search"
        label={t('history.deleted.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {found.length === 0 ? (
        <p className={styles.lead}>{t('history.deleted.not-found')}</p>
      ) : (
        <ThingList
          things={found.slice(0, shownMax)}
          label={t('history.deleted')}
          about={whoAndWhen}
          bringBack={bringBack}
          onBrought={onBrought}
        />
      )}
      {more > 0 && <p className={styles.quiet}>{t('history.deleted.more', { count: more })}</p>}
    </>
  );
}

function whoAndWhen({ by, at }: DeletedThing): string {
  const when = agoText(Date.parse(at), Date.now());
  return by === null ? t('history.deleted.at', { when }) : t('history.deleted.by', { name: by, when });
}
