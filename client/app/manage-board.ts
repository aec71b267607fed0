// Renames, duplicates and deletes a board from the start page. Each joins as this device's participant first, because the
// server wants a token; what went wrong is said in a message, and the list follows what the server did.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { keysInOrder } from './device/device-board.ts';
import { thisDevice } from './device/this-device.ts';
import { createKeyBody } from './device/create-key.ts';
import { rememberCreated } from './use-create-board.ts';

export async function renameBoard(id: BoardId, title: string): Promise<void> {
  await telling(async () => {
    const { token } = await joinAgain(id);
    const renamed = await call('renameBoard', { params: { id }, token, body: { title } });
    thisDevice.rename(id, renamed.title);
    return t('home.done.renamed', { title: renamed.title });
  });
}

export async function duplicateBoard(id: BoardId): Promise<void> {
  await telling(async () => {
    const { token } = await joinAgain(id);
    const copy = await call('duplicateBoard', { params: { id }, token, body: createKeyBody() });
    rememberCreated(copy);
    return t('home.done.duplicated', { title: copy.title });
  });
}

export async function deleteBoard(id: BoardId): Promise<void> {
  await telling(async () => {
    const { token, title } = await joinAgain(id);
    await call('deleteBoard', { params: { id }, token });
    thisDevice.forget(id);
    return t('home.done.deleted', { title });
  });
}

async function telling(work: () => Promise<string>): Promise<void> {
  try {
    showToast('done', await work());
  } catch (error) {
    showToast('trouble', errorText(error));
  }
}

async function joinAgain(id: BoardId): Promise<Joined> {
  const board = thisDevice.get(id);
  const [strongest] = keysInOrder(board?.keys ?? {});
  if (!board || !strongest) throw new Error('The board is not on this device.');
  const { name = thisDevice.lastName(), resume } = board;
  const who = { ...(name === '' ? {} : { name }), ...(resume === undefined ? {} : { resume }) };
  const joined = await call('joinBoard', { params: { id }, body: { key: strongest.key, ...who } });
  const { participantId, color } = joined;
  // The participant made just now is the one this device comes back as; a name is asked for when the board is opened.
  if (resume === undefined) {
    const named = name === '' ? {} : { name: joined.name };
    thisDevice.remember({ ...board, ...named, participantId, color, resume: joined.resume });
  }
  return joined;
}
