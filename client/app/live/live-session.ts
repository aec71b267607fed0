// The session that facilitators run, on an open board: what it lets this person change is kept on the canvas too.
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { Editor } from 'tldraw';
import type { BoardMode } from '../../canvas/board-store.ts';
import { keepStepRights } from '../../canvas/step-rights.ts';
import { nameClosedZones } from '../../canvas/closed-zones.ts';
import { nameWritingZones } from '../../canvas/writing-zones.ts';
import { openComments, type CommentsStore } from '../../comments/comments-store.ts';
import type { HarvestStore } from '../../harvest/harvest-store.ts';
import { openHarvest } from '../../harvest/open-harvest.ts';
import { openSession } from '../../session/open-session.ts';
import { currentPhase } from '../../session/phase-text.ts';
import { isLeading, rightsNow } from '../../session/rights-now.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { BoardConnection, ConnectionOptions } from '../../sync/board-connection.ts';
import { openVotes } from '../../voting/open-votes.ts';
import type { VotesStore } from '../../voting/votes-store.ts';
import { askAtReturn } from './ask-at-return.ts';
import type { BoardAccess } from '../board-access.ts';
import { openLiveDrafts, type LiveDrafts } from './live-drafts.ts';
import { tellRemoved } from './many-removed.ts';
import { watchOwnRecords } from './own-records.ts';

/** What people see of it. */
export interface LiveStores {
  /** The session that facilitators run on the board. */
  live: SessionStore;
  votes: VotesStore;
  comments: CommentsStore;
  drafts: LiveDrafts;
  harvest: HarvestStore;
}

export interface LiveSession {
  stores: LiveStores;
  /** For the connection. */
  hears: Pick<ConnectionOptions, 'onSession' | 'onVotes' | 'onDrafts' | 'onHarvest' | 'onRemoved'>;
  /** The board is paused for this person, or goes on. */
  setPaused: (isPaused: boolean) => void;
  /** Call once, when there is a document. Returns its stop. */
  join: (connection: BoardConnection) => () => void;
  /** Returns its stop. */
  attachEditor: (editor: Editor) => () => void;
}

export function openLiveSession(joined: Joined, access: BoardAccess, mode: BoardMode, server: string): LiveSession {
  const store = openSession(joined.id, access.withToken);
  const votes = openVotes(joined.id, access.withToken);
  const comments = openComments(joined.id, access.withToken);
  const harvest = openHarvest(joined.id, access.withToken);
  const drafts = openLiveDrafts(joined, access, store, server);
  const rights = () => rightsNow(store.view(), joined);
  let isPaused = false;
  let isOwn: (record: string) => boolean = () => true;
  const setMode = (): void => {
    const mayChange = mayEdit(joined.role) && !isPaused && rights() !== 'frozen';
    mode.set(mayChange ? 'readwrite' : 'readonly');
  };
  const tellLeading = (view: SessionView | null): void => {
    if (view) harvest.setLeading(isLeading(view, joined));
  };
  return {
    stores: { live: store, votes, comments, drafts, harvest },
    hears: {
      onSession: (news) => store.heard(news),
      onVotes: (news) => votes.heard(news),
      onDrafts: (news) => drafts.store.heard(news),
      onHarvest: (news) => harvest.heard(news),
      onRemoved: (news) => tellRemoved(joined.id, access, news),
    },
    setPaused: (next) => {
      isPaused = next;
      setMode();
    },
    join: (connection) => {
      const own = watchOwnRecords(connection.doc, joined.name);
      isOwn = own.has;
      const stops = [
        store.onChange(setMode),
        store.onChange(() => tellLeading(store.view())),
        askWhenOnline(connection, async () => own.learn(await store.refresh())),
        askAtReturn(connection, () => votes.refresh()),
        askAtReturn(connection, () => harvest.refresh()),
        comments.read(connection.doc),
        askAtReturn(connection, () => drafts.store.refresh()),
        () => drafts.stop(),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    attachEditor: (editor) => {
      const stops = [
        keepStepRights(editor, { rights, isOwn: (record) => isOwn(record) }),
        nameWritingZones(editor, () => zonesNow(store.view())),
        nameClosedZones(editor, () => store.view()?.closedZones ?? []),
        drafts.attachEditor(editor),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function zonesNow(view: SessionView | null): readonly string[] {
  return view ? (currentPhase(view)?.zones ?? []) : [];
}

/** Once the server is there, and again the next time where it did not answer. Returns its stop. */
function askWhenOnline(connection: BoardConnection, ask: () => Promise<void>): () => void {
  let isAsked = false;
  const look = (): void => {
    if (isAsked || connection.state().status !== 'online') return;
    isAsked = true;
    ask().catch(() => {
      isAsked = false;
    });
  };
  look();
  return connection.onState(look);
}
