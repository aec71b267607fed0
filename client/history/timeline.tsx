// The versions of a board, day by day, with a picture of each; and the way to keep the board as it is now.
import type { Version } from '@commonboard/shared/protocol/history.ts';
import { useState } from 'react';
import { call } from '../sync/api.ts';
import { timeText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import type { HistoryPorts } from './history-ports.ts';
import styles from './history.module.css';
import { KeepVersion } from './keep-version.tsx';
import { NotHere } from './not-here.tsx';
import { useFetched } from './use-fetched.ts';
import { VersionDialog } from './version-dialog.tsx';
import { VersionPicture } from './version-picture.tsx';
import type { VersionPictures } from './version-pictures.ts';
import { byDay, nameOf, whenOf, whyKept } from './version-words.ts';

export function Timeline({ ports, pictures }: { ports: HistoryPorts; pictures: VersionPictures }) {
  const [looked, setLooked] = useState<Version | null>(null);
  const { value, at, trouble, again } = useFetched(() =>
    ports.withToken((token) => call('versions', { params: { id: ports.boardId }, token })),
  );
  if (!value) return <NotHere trouble={trouble} onAgain={again} />;
  return (
    <div className={styles.panel}>
      <KeepVersion ports={ports} onKept={again} />
      <p className={styles.quiet}>{t('history.about')}</p>
      {value.versions.length === 0 && <p className={styles.lead}>{t('history.none')}</p>}
      {byDay(value.versions, at).map((day) => (
        <section key={day.name}>
          <h3 className={styles.day}>{day.name}</h3>
          <ul className={styles.versions}>
            {day.versions.map((version) => (
              <li key={version.id}>
                <Entry version={version} pictures={pictures} onLook={() => setLooked(version)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {looked && (
        <VersionDialog
          key={looked.id}
          version={looked}
          ports={ports}
          pictures={pictures}
          onChanged={again}
          onClose={() => setLooked(null)}
        />
      )}
    </div>
  );
}

interface EntryProps {
  version: Version;
  pictures: VersionPictures;
  onLook: () => void;
}

function Entry({ version, pictures, onLook }: EntryProps) {
  return (
    <button
      type="button"
      className={styles.version}
      aria-label={[t('history.look', { when: whenOf(version) }), version.name].filter(Boolean).join(': ')}
      onClick={onLook}
    >
      <VersionPicture version={version} pictures={pictures} alt="" />
      <span className={styles.versionWords}>
        <span className={styles.versionName} dir="auto">
          {nameOf(version)}
        </span>
        <span className={styles.quiet}>
          {version.name !== null && `${timeText(new Date(version.at))} · `}
          {whyKept(version)}
        </span>
      </span>
    </button>
  );
}
