// Private rounds on an open board: while one is open this page writes its notes into a document of its own, which is shown on the same
// canvas. No React.
import type { BoardBinding } from '@commonboard/shared/board/binding.ts';
import { newNoteRecord } from '@commonboard/shared/board/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import { putRecord } from '@commonboard/shared/board/write-record.ts';
import { isDraftShape } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { roundZone } from '@commonboard/shared/drafts/reveal-notes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import { atom, type Atom, type Editor } from 'tldraw';
import type * as Y from 'yjs';
import { keepDraftRules } from '../drafts/draft-canvas.ts';
import type { DraftsStore } from '../drafts/drafts-store.ts';
import { openDrafts } from '../drafts/open-drafts.ts';
import { type RoundWriting, startWriting } from '../drafts/round-writing.ts';
import { type UnsentNote, unsentDrafts } from '../drafts/unsent-drafts.ts';
import { isLeading } from '../session/rights-now.ts';
import type { SessionStore } from '../session/session-store.ts';
import { type DraftConnection, openDraftConnection } from '../sync/draft-connection.ts';
import type { BoardAccess } from './board-access.ts';
import { deviceShelf } from './this-device.ts';

export interface LiveDrafts {
  store: DraftsStore;
  /** Ids of one's own drafts on the canvas. */
  ids: Atom<ReadonlySet<string>>;
  /** Shows the drafts on the canvas of this board. */
  join: (binding: BoardBinding, doc: Y.Doc) => void;
  /** Returns its stop. */
  attachEditor: (editor: Editor) => () => void;
  stop: () => void;
}

export function openLiveDrafts(joined: Joined, access: BoardAccess, session: SessionStore, server: string): LiveDrafts {
  const { id: boardId, participantId, role } = joined;
  const store = openDrafts(boardId, participantId, access.withToken);
  const device = unsentDrafts(deviceShelf, boardId, participantId);
  const ids = atom<ReadonlySet<string>>('own drafts', new Set());
  let board: { binding: BoardBinding; doc: Y.Doc } | null = null;
  let writing: (RoundWriting & { connection: DraftConnection }) | null = null;
  let hide = (): void => undefined;

  function show(): void {
    if (board && writing) hide = board.binding.addDrafts(writing.connection.doc, isDraftShape);
  }

  function begin(round: PrivateRound, before: readonly UnsentNote[]): void {
    const connection = openDraftConnection({
      server,
      boardId,
      token: () => access.withToken(async (token) => token),
      // What was too much is not there any more when the document comes anew.
      onRefused: () => restart(),
    });
    const restore = (note: UnsentNote): void => writeAgain(note, round, connection.doc, board?.doc ?? null);
    const started = startWriting(round, before, { connection, store, device, onIds: (next) => ids.set(next), restore });
    writing = Object.assign(started, { connection });
    show();
  }

  function restart(): void {
    const round = writing?.round;
    if (!round) return;
    leave();
    begin(round, []);
  }

  function leave(): void {
    hide();
    hide = () => undefined;
    writing?.stop();
    writing = null;
  }

  function over(): void {
    hide();
    hide = () => undefined;
    const late = writing?.end() ?? null;
    writing = null;
    device.forget();
    if (late) store.setLate(late);
    store.refresh().catch(() => undefined);
  }

  function look(): void {
    const view = session.view();
    if (!view || !mayEdit(role)) return;
    const open = openRoundOf(view);
    if (writing && writing.round.id !== open?.id) over();
    if (!open) return;
    if (writing) writing.setRound(open);
    else begin(open, []);
  }

  // What is written before the server is heard must not go onto the board while a round is open.
  const remembered = mayEdit(role) ? device.read() : null;
  if (remembered) begin(remembered.round, remembered.notes);
  const stopLooking = session.onChange(look);
  look();

  return {
    store,
    ids,
    join(binding, doc) {
      board = { binding, doc };
      show();
    },
    attachEditor: (editor) =>
      keepDraftRules(editor, {
        round: () => writing?.round ?? null,
        count: () => ids.get().size,
        isLeading: () => {
          const view = session.view();
          return view !== null && isLeading(view, joined);
        },
      }),
    stop() {
      stopLooking();
      leave();
    },
  };
}

function writeAgain({ text }: UnsentNote, { zone }: PrivateRound, drafts: Y.Doc, board: Y.Doc | null): void {
  const records = board ? readBoardRecords(board).records : [];
  const target = roundZone(records, zone)?.id;
  const known = [...records, ...readBoardRecords(drafts).records.filter(isDraftShape)];
  const record = newNoteRecord(known, { text, ...(target !== undefined && { zone: target }) });
  if (record) putRecord(drafts, record);
}
