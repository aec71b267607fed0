// The history of a board: its versions as a timeline, and what was deleted.
import { useEffect, useMemo, useState } from 'react';
import { t } from '../ui/messages/t.ts';
import { Tabs } from '../ui/tabs.tsx';
import { DeletedList } from './deleted-list.tsx';
import type { HistoryPorts } from './history-ports.ts';
import styles from './history.module.css';
import { Timeline } from './timeline.tsx';
import { createVersionPictures } from './version-pictures.ts';

export function HistoryPanel({ ports }: { ports: HistoryPorts }) {
  const [shown, setShown] = useState('versions');
  const pictures = useMemo(() => createVersionPictures(ports), [ports]);
  useEffect(() => () => pictures.stop(), [pictures]);
  const tabs = [
    { id: 'versions', name: t('history.versions'), panel: <Timeline ports={ports} pictures={pictures} /> },
    { id: 'deleted', name: t('history.deleted'), panel: <DeletedList ports={ports} /> },
  ];
  return (
    <div className={styles.history}>
      <Tabs tabs={tabs} label={t('history.tab')} shown={shown} onShow={setShown} />
    </div>
  );
}
