// The room screen: a page for a projector. It looks only, has no cursors, keeps nothing on this device, and is nobody on the board.
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Editor } from 'tldraw';
import { BoardCanvas } from '../../canvas/board-canvas.tsx';
import { RoomCode } from '../../session/screen/room-code.tsx';
import styles from '../../session/screen/room-screen.module.css';
import { ScreenHead } from '../../session/screen/screen-head.tsx';
import { useShownPlace } from '../../session/shown-place.ts';
import { TabTitle } from '../../session/timer/tab-title.tsx';
import { useSessionView } from '../../session/use-session.ts';
import { call } from '../../sync/api.ts';
import { noCopy } from '../../sync/no-copy.ts';
import { t } from '../../ui/messages/t.ts';
import { Waiting } from '../../ui/spinner.tsx';
import { openAccess, type BoardAccess } from '../board-access.ts';
import { joinAgain, openBoardSession, type BoardSession } from '../live/board-session.ts';
import { pageVersion } from '../page-version.ts';
import type { GoneReason } from '../entry/plain-pages.tsx';
import { roomParts } from './room-parts.tsx';
import { useConnectionState } from './use-board-session.ts';

export interface ScreenRoomProps {
  /** Of the facilitator who has opened it. */
  joined: Joined;
  boardKey: string;
  licenceKey: string | null;
  onGone: (reason: GoneReason) => void;
  onFailed: (error: unknown) => void;
}

export function ScreenRoom(props: ScreenRoomProps) {
  const { joined, licenceKey } = props;
  const [title, setTitle] = useState(joined.title);
  const opened = useScreen(props, setTitle);
  const state = useConnectionState(opened?.session ?? null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const view = useSessionView(opened?.session.live ?? null);
  useShownPlace(editor, view);
  if (!opened) return <Waiting text={t('canvas.loading')} />;
  const { session, access } = opened;
  return (
    <div className={styles.screen}>
      <TabTitle store={session.live} title={title} />
      <ScreenHead store={session.live} title={title} />
      <main className={styles.canvas} aria-label={t('canvas.label')}>
        {state.loaded ? (
          <BoardCanvas
            store={session.store}
            self={joined}
            licenceKey={licenceKey}
            parts={roomParts}
            isFacilitator={false}
            isScreen
            crash={nothingOffered}
            onEditor={(next) => {
              const detach = session.attachEditor(next);
              setEditor(next);
              return () => {
                detach();
                setEditor(null);
              };
            }}
          />
        ) : (
          <Waiting text={t('canvas.loading')} />
        )}
      </main>
      <RoomCode id={joined.id} withToken={access.withToken} />
    </div>
  );
}

const reload = (): void => window.location.reload();
/** Nobody has made anything here that could be lost. */
const nothingOffered = { onReload: reload, onText: reload, onData: reload, onHome: reload, onCrash: () => undefined };

interface OpenScreen {
  session: BoardSession;
  /** The facilitator's own, for what only they may read. */
  access: BoardAccess;
}

function useScreen(
  { joined, boardKey, onGone, onFailed }: ScreenRoomProps,
  onTitle: (title: string) => void,
): OpenScreen | null {
  const [opened, setOpened] = useState<OpenScreen | null>(null);
  const titled = useEffectEvent(onTitle);
  const gone = useEffectEvent((code: number) => onGone(code === closeCodes.gone ? 'deleted' : 'refused'));
  const failed = useEffectEvent(onFailed);
  useEffect(() => {
    let isOver = false;
    let session: BoardSession | null = null;
    const access = openAccess(joined, { join: () => joinAgain(joined, boardKey), now: Date.now });
    const join = () => asScreen(joined, access);
    const open = (screen: Joined): void => {
      if (isOver) return;
      session = openBoardSession(
        { joined: screen, key: () => boardKey, kept: noCopy(), isSecondTry: false, screen: { join } },
        {
          onClosed: (code) => gone(code),
          onRefused: reload,
          onNews: (news) => titled(news.title),
          onHidden: () => undefined,
          onDiffers: reload,
          onPersists: () => undefined,
        },
      );
      setOpened({ session, access });
    };
    join().then(open, (error: unknown) => isOver || failed(error));
    return () => {
      isOver = true;
      session?.stop();
      setOpened(null);
    };
  }, [joined, boardKey]);
  return opened;
}

async function asScreen(joined: Joined, { withToken }: BoardAccess): Promise<Joined> {
  const { token } = await withToken((own) =>
    call('openScreen', { params: { id: joined.id }, token: own, body: pageVersion() }),
  );
  return { ...joined, role: 'view', token };
}
