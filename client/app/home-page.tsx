// Joins the start page: its list, the link field and the gallery, and what happens when something is chosen.
import { useState } from 'react';
import { boardIdSchema, type BoardId } from '@commonboard/shared/protocol/ids.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { gallery } from '@commonboard/shared/templates/gallery.ts';
import { CreateKeyDialog } from '../home/create-key-dialog.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import type { ListedBoard } from '../home/listed-board.ts';
import { TemplateGallery } from '../templates/template-gallery.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { keysInOrder, strongestRole, type DeviceBoard } from './device/device-board.ts';
import { LinkForm } from './entry/link-form.tsx';
import { deleteBoard, duplicateBoard, renameBoard } from './manage-board.ts';
import { goTo } from './router.ts';
import { thisDevice, useDeviceBoards } from './device/this-device.ts';
import { useCreateBoard } from './use-create-board.ts';

export function HomePage() {
  const boards = useDeviceBoards();
  const [now] = useState(Date.now);
  const { creating, create, createFromFile, onCreateKey, dropWish } = useCreateBoard();
  return (
    <>
      {onCreateKey && <CreateKeyDialog onKey={onCreateKey} onClose={dropWish} />}
      <HomeScreen
        boards={boards.map(listed)}
        now={now}
        isCreating={creating === 'blank'}
        onBlank={() => void create()}
        onOpen={(id) => openBoard(boardIdSchema.parse(id))}
        onRename={(id, title) => renameBoard(boardIdSchema.parse(id), title)}
        onDuplicate={(id) => duplicateBoard(boardIdSchema.parse(id))}
        onDelete={(id) => deleteBoard(boardIdSchema.parse(id))}
        onForget={(id) => forgetBoard(boardIdSchema.parse(id))}
        linkForm={<LinkForm hint={t('home.link.hint')} />}
        gallery={
          <TemplateGallery
            templates={gallery}
            creating={creating}
            onUse={({ id }, people) => void create({ template: id, ...(people !== undefined && { people }) })}
            onExample={({ id, title }) =>
              void create({
                template: id,
                examples: true,
                title: t('templates.example.title', { title: textIn(title, locale) }),
              })
            }
            onFile={createFromFile}
          />
        }
      />
    </>
  );
}

function listed(board: DeviceBoard): ListedBoard {
  const { id, title, lastOpened } = board;
  return { id, title, role: strongestRole(board), lastOpened, thumbnail: thisDevice.thumbnail(id) };
}

/** From the list a board opens with the most this device may do there. */
function openBoard(id: BoardId): void {
  const [strongest] = keysInOrder(thisDevice.get(id)?.keys ?? {});
  goTo(`/b/${id}`, strongest?.key);
}

function forgetBoard(id: BoardId): void {
  const title = thisDevice.get(id)?.title ?? '';
  thisDevice.forget(id);
  showToast('done', t('home.done.forgotten', { title }));
}
