// What can be done with a version, and what is said when it is done.
import type { Version, VersionId } from '@commonboard/shared/protocol/history.ts';
import { call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { HistoryPorts } from './history-ports.ts';
import { whenOf } from './version-words.ts';

/** Says so, with the way back. `onChanged` also when it was taken back: that keeps a version too. */
export async function restoreVersion(ports: HistoryPorts, version: Version, onChanged: () => void): Promise<void> {
  const before = await restore(ports, version.id);
  const takeBack = async (): Promise<void> => {
    try {
      await restore(ports, before);
      showToast('done', t('history.taken-back'));
      onChanged();
    } catch (error) {
      showToast('trouble', errorText(error));
    }
  };
  showToast('done', t('history.restored', { when: whenOf(version) }), [
    { label: t('history.take-back'), onAct: () => void takeBack() },
  ]);
}

async function restore({ boardId, withToken }: HistoryPorts, version: VersionId): Promise<VersionId> {
  const params = { id: boardId, version };
  const { before } = await withToken((token) => call('restoreVersion', { params, token }));
  return before;
}

export async function copyVersion(ports: HistoryPorts, version: Version): Promise<void> {
  const params = { id: ports.boardId, version: version.id };
  const board = await ports.withToken((token) => call('copyVersion', { params, token, body: ports.createKey() }));
  ports.onCopied(board);
  showToast('done', t('history.copied', { title: board.title }), [
    { label: t('history.copied.open'), onAct: () => ports.onOpen(board) },
  ]);
}

export async function nameVersion({ boardId, withToken }: HistoryPorts, version: Version, name: string): Promise<void> {
  const params = { id: boardId, version: version.id };
  await withToken((token) => call('nameVersion', { params, token, body: { name } }));
  showToast('done', t('history.kept', { name }));
}

export async function removeVersion({ boardId, withToken }: HistoryPorts, version: Version): Promise<void> {
  const params = { id: boardId, version: version.id };
  await withToken((token) => call('removeVersion', { params, token }));
  showToast('done', t('history.removed'));
}
