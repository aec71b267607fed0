// A version against the board now: how much reads otherwise, and what is missing - which can be brought back by itself.
import type { Version } from '@commonboard/shared/protocol/history.ts';
import { call } from '../sync/api.ts';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import type { HistoryPorts } from './history-ports.ts';
import styles from './history.module.css';
import { ThingList } from './thing-list.tsx';
import { useFetched } from './use-fetched.ts';

export function VersionChanges({ version, ports }: { version: Version; ports: HistoryPorts }) {
  const params = { id: ports.boardId, version: version.id };
  const { value, trouble, again } = useFetched(() =>
    ports.withToken((token) => call('versionChanges', { params, token })),
  );
  if (trouble !== null) return <p className={styles.lead}>{trouble}</p>;
  if (!value) return <Waiting text={t('history.comparing')} />;
  const { missing, changed, added } = value;
  const words = [
    changed > 0 && t('history.changed', { count: changed }),
    added > 0 && t('history.added', { count: added }),
    missing.length > 0 && t('history.missing', { count: missing.length }),
  ].filter((part) => part !== false);
  async function bringBack(ids: string[]): Promise<number> {
    const { brought } = await ports.withToken((token) =>
      call('bringBackFromVersion', { params, token, body: { ids } }),
    );
    return brought;
  }
  return (
    <div className={styles.panel}>
      <p className={styles.lead}>{words.length === 0 ? t('history.same') : `${words.join(' · ')}.`}</p>
      {missing.length > 0 && (
        <details className={styles.missing}>
          <summary>{t('history.missing.show')}</summary>
          <ThingList
            things={missing.slice(0, shownMax)}
            label={t('history.missing', { count: missing.length })}
            bringBack={bringBack}
            onBrought={again}
          />
        </details>
      )}
    </div>
  );
}

/** More than these are a matter for a restore. */
const shownMax = 100;
