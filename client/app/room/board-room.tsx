// The room of one board: the bar, the canvas, and the dialogs over them. Joins the parts; decides nothing of its own.
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { BoardNews } from '@commonboard/shared/protocol/session-message.ts';
import { useCallback, useState } from 'react';
import type { Editor } from 'tldraw';
import { FollowBadge } from '../../board/follow-badge.tsx';
import { TopBar } from '../../board/top-bar.tsx';
import { BoardCanvas } from '../../canvas/board-canvas.tsx';
import type { CanvasCrash } from '../../canvas/canvas-crash.tsx';
import { CanvasToolsContext } from '../../canvas/canvas-tools.tsx';
import { userIdOf } from '../../canvas/other-people.ts';
import { CommentsContext } from '../../comments/comment-pins.tsx';
import { moveToItsValues } from '../../cards/place-of-card.ts';
import { IntakeDialog } from '../../intake/intake-dialog.tsx';
import { PretendContext } from '../../session/rehearsal/pretend-people.tsx';
import { pretendZones } from '../../session/rehearsal/pretend-zones.ts';
import { shownTools } from '../../session/shown-tools.ts';
import { SpotlightContext } from '../../session/spotlight.tsx';
import { TabTitle } from '../../session/timer/tab-title.tsx';
import { useSessionView } from '../../session/use-session.ts';
import { call } from '../../sync/api.ts';
import type { CrashActions } from '../../ui/crash-notice.tsx';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { Waiting } from '../../ui/spinner.tsx';
import { showToast, type ToastAction } from '../../ui/toast-list.ts';
import type { BoardCopy } from '../device/board-copy.ts';
import { BoardPanel } from './board-panel.tsx';
import { DraftsOnCanvas } from './drafts-on-canvas.tsx';
import styles from './board-room.module.css';
import type { BoardSession, SessionEvents } from '../live/board-session.ts';
import type { GoneReason } from '../entry/plain-pages.tsx';
import { RoomDialogs, type RoomPanel } from './room-dialogs.tsx';
import { goToOtherWay } from '../router.ts';
import { roomParts } from './room-parts.tsx';
import { RoomNotices } from './room-notices.tsx';
import { useBoardKey, useFacilitatorToasts, useNewRole } from './use-board-news.ts';
import { panelParts, RoomSession } from './room-session.tsx';
import { useBoardSession, useConnectionState, useLeaveWarning, useSaveState } from './use-board-session.ts';
import { useCanvasFocus } from './use-canvas-focus.ts';
import { useMentions } from './use-comments.ts';
import { useFollowing } from './use-following.ts';
import { useIntakeStart } from './use-intake-start.ts';
import { usePeopleHere } from './use-people-here.ts';
import { useThumbnail } from './use-thumbnail.ts';

export interface BoardRoomProps {
  joined: Joined;
  /** The secret this person joined with; of the role in `joined`. */
  boardKey: string;
  /** For tldraw; null where the server has none, which is fine on http and on the server's own computer. */
  licenceKey: string | null;
  onLeave: () => void;
  /** `copy` where this page has work that the server has not stored. */
  onGone: (reason: GoneReason, copy: BoardCopy | null) => void;
  onTitle: (title: string) => void;
  /** A facilitator has given this person another role: the board opens anew. */
  onRole: () => void;
  /** A small picture of the board for the start page. */
  onThumbnail: (dataUrl: string) => void;
  /** To what is published. */
  onResults: () => void;
}

/** Why the board is opened anew in this page: what is on the canvas then must not stay. */
type Anew = 'refused' | 'differs';

interface OpenRoomProps extends BoardRoomProps {
  isSecondTry: boolean;
  onAnew: (why: Anew) => void;
}

export function BoardRoom(props: BoardRoomProps) {
  const [{ round, why }, setRound] = useState<{ round: number; why: Anew | null }>({ round: 0, why: null });
  const startAnew = useCallback((next: Anew) => setRound((last) => ({ round: last.round + 1, why: next })), []);
  return <OpenRoom key={round} {...props} isSecondTry={why === 'differs'} onAnew={startAnew} />;
}

function OpenRoom(props: OpenRoomProps) {
  const { joined, boardKey, licenceKey, isSecondTry, onLeave, onThumbnail, onResults } = props;
  const [title, { rename, show }] = useTitle(props);
  const [news, setNews] = useState<BoardNews | null>(null);
  const [key, currentKey, goOnWithKey] = useBoardKey(joined.id, boardKey);
  const events = sessionEvents(props, title, (told) => {
    show(told.title);
    setNews(told);
  });
  const session = useBoardSession({ joined, key: currentKey, isSecondTry }, events);
  const state = useConnectionState(session);
  const people = usePeopleHere(session, joined);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [panel, setPanel] = useState<RoomPanel | null>(null);
  useNewRole(joined, news, state.unsaved, props.onRole);
  useFacilitatorToasts(news, panel === 'people' ? null : () => setPanel('people'));
  const [tab, setTab] = useState<string | null>(null);
  const followed = useFollowing(editor, people);
  const [intake, setIntake] = useIntakeStart(editor);
  useMentions(editor, session?.comments ?? null, joined, setTab);
  useThumbnail(editor, onThumbnail);
  useLeaveWarning(state.unsaved);
  useCanvasFocus(editor, panel !== null || intake !== null);
  const [hasCrashed, setCrashed] = useState(false);
  const saveState = useSaveState(state, joined.role);
  const ways = { onResults, onHarvest: () => setPanel('harvest') };
  return (
    <div className={styles.room}>
      {session ? <TabTitle store={session.live} title={title} /> : <title>{title}</title>}
      <div className={styles.head}>
        <TopBar
          title={title}
          role={joined.role}
          saveState={hasCrashed ? { kind: 'stopped' } : saveState}
          people={people}
          following={followed?.participantId ?? null}
          onFollow={(person) => editor?.startFollowingUser(userIdOf(person))}
          onStopFollowing={() => editor?.stopFollowingUser()}
          {...(joined.role === 'facilitate' ? { onRename: (next: string) => void rename(session, next) } : {})}
          onShare={() => setPanel('share')}
          {...(hasCrashed ? {} : { onExport: () => setPanel('export') })}
          {...(editor && { onPanel: () => setTab((now) => (now === null ? 'details' : null)) })}
          isPanelOpen={tab !== null}
          onHome={onLeave}
          onPlain={() => goToOtherWay(joined.id)}
          {...(joined.role === 'facilitate' && { onPeople: () => setPanel('people'), waiting: news?.waiting ?? 0 })}
        />
        {session && (
          <RoomNotices {...{ joined, withToken: session.access.withToken }} isPaused={news?.paused ?? false} />
        )}
        {session && <RoomSession {...{ session, joined, editor, people, ...ways }} onPanel={setTab} />}
      </div>
      <div className={styles.middle}>
        <main className={styles.canvas} aria-label={t('canvas.label')}>
          <Canvas
            session={session}
            isLoaded={state.loaded}
            joined={joined}
            licenceKey={licenceKey}
            crash={{ ...crashActions(session, title, onLeave), onCrash: () => setCrashed(true) }}
            onEditor={setEditor}
          />
          {followed && <FollowBadge person={followed} onStop={() => editor?.stopFollowingUser()} />}
        </main>
        {editor && session && (
          <BoardPanel
            {...{ editor, joined, licenceKey, title, ...ways }}
            {...panelParts(session, people)}
            isOnline={state.status === 'online'}
            hasUnsaved={state.unsaved > 0}
            {...(mayEdit(joined.role) && { onIntake: () => setIntake({}) })}
            shown={tab}
            onShow={setTab}
          />
        )}
      </div>
      {session && panel !== null && (
        <RoomDialogs
          {...{ panel, joined, session, editor, licenceKey, title, onResults, boardKey: key }}
          onKey={goOnWithKey}
          onPanel={setPanel}
          version={`${news?.revision ?? 0} ${people.length}`}
        />
      )}
      {intake && editor && (
        <IntakeDialog editor={editor} start={intake} onValues={moveToItsValues} onClose={() => setIntake(null)} />
      )}
    </div>
  );
}

interface CanvasProps {
  session: BoardSession | null;
  isLoaded: boolean;
  joined: BoardRoomProps['joined'];
  licenceKey: string | null;
  crash: CanvasCrash;
  onEditor: (editor: Editor | null) => void;
}

function Canvas({ session, isLoaded, joined, licenceKey, crash, onEditor }: CanvasProps) {
  const attach = useCallback(
    (editor: Editor) => {
      const detach = session?.attachEditor(editor);
      onEditor(editor);
      return () => {
        detach?.();
        onEditor(null);
      };
    },
    [session, onEditor],
  );
  const view = useSessionView(session?.live ?? null);
  const tools = shownTools(view, joined);
  if (!session || !isLoaded) return <Waiting text={t('canvas.loading')} />;
  return (
    <SpotlightContext value={view?.spotlight ?? null}>
      <CommentsContext value={session.comments}>
        <PretendContext value={pretendZones(view, joined)}>
          <CanvasToolsContext value={tools}>
            <DraftsOnCanvas session={session} joined={joined} view={view}>
              <BoardCanvas
                store={session.store}
                self={joined}
                licenceKey={licenceKey}
                parts={roomParts}
                isFacilitator={joined.role === 'facilitate'}
                crash={crash}
                onEditor={attach}
              />
            </DraftsOnCanvas>
          </CanvasToolsContext>
        </PretendContext>
      </CommentsContext>
    </SpotlightContext>
  );
}

/** The session goes on behind a stopped canvas: what was not sent is sent, and the copy is this page's. */
function crashActions(session: BoardSession | null, title: string, onHome: () => void): CrashActions {
  return {
    onReload: () => window.location.reload(),
    onText: () => session?.copy(title)?.saveText(),
    onData: () => session?.copy(title)?.saveData(),
    onHome,
  };
}

function sessionEvents(props: OpenRoomProps, title: string, onNews: SessionEvents['onNews']): SessionEvents {
  const { joined, onGone, onAnew } = props;
  return {
    onClosed: (code, copy, reason) => onGone(goneReason(code, reason), copy?.(title) ?? null),
    onRefused: (reason, makeCopy) => {
      const copy = makeCopy?.(title);
      if (copy) showToast('trouble', t('canvas.refused.copy', { reason }), copyActions(copy));
      else showToast('trouble', t('canvas.refused', { reason }));
      onAnew('refused');
    },
    onNews,
    onHidden: (count) => {
      if (count > 0 && joined.role === 'facilitate') showToast('trouble', t('canvas.hidden', { count }));
    },
    onDiffers: () => {
      showToast('done', t('canvas.mended'));
      onAnew('differs');
    },
    onPersists: (makeCopy) => {
      const copy = makeCopy?.(title);
      showToast('trouble', t('canvas.differs'), copy ? copyActions(copy) : []);
    },
  };
}

/** What the server did not take is gone from the new canvas; the copy of the old one has it. */
function copyActions(copy: BoardCopy): ToastAction[] {
  return [
    { label: t('licence.download.text'), onAct: copy.saveText },
    { label: t('licence.download.data'), onAct: copy.saveData },
  ];
}

function goneReason(code: number, reason: string): GoneReason {
  if (code === closeCodes.gone) return 'deleted';
  if (code === closeCodes.tooOld) return 'too-old';
  switch (reason) {
    case closeReasons.revoked:
      return 'revoked';
    case closeReasons.banned:
      return 'banned';
    case closeReasons.tooManyWindows:
      return 'many-windows';
    case closeReasons.sentAway:
    case closeReasons.waiting:
      return 'sent-away';
    default:
      return 'refused';
  }
}

interface TitleActions {
  /** What went wrong is said in a message. */
  rename: (session: BoardSession | null, title: string) => Promise<void>;
  /** Somebody renamed the board. */
  show: (title: string) => void;
}

function useTitle({ joined, onTitle }: BoardRoomProps): [string, TitleActions] {
  const [title, setTitle] = useState(joined.title);
  function show(next: string): void {
    setTitle(next);
    onTitle(next);
  }
  async function rename(session: BoardSession | null, next: string): Promise<void> {
    if (!session) return;
    setTitle(next);
    try {
      const board = await session.access.withToken((token) =>
        call('renameBoard', { params: { id: joined.id }, token, body: { title: next } }),
      );
      show(board.title);
    } catch (error) {
      setTitle(title);
      showToast('trouble', errorText(error));
    }
  }
  return [title, { rename, show }];
}
