// Private rounds on an open board: while one is open this page writes its notes into a document of its own, which is shown on the same
// canvas. No React.
import type { BoardBinding } from '@commonboard/shared/board/binding.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { changeWords } from '@commonboard/shared/board/notes/written-note.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { isDraftShape, wordsOf } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound, PrivateRoundId } from '@commonboard/shared/drafts/private-round.ts';
import { roundZone } from '@commonboard/shared/drafts/reveal-notes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import { atom, type Atom, type Editor } from 'tldraw';
import type * as Y from 'yjs';
import { keepDraftRules } from '../../drafts/draft-canvas.ts';
import type { DraftsStore } from '../../drafts/drafts-store.ts';
import { openDrafts } from '../../drafts/open-drafts.ts';
import { keepLateNotes } from '../../drafts/late-notes.ts';
import {
  nothingUnsent,
  type RoundWriting,
  startWriting,
  type Unsent,
  type WritingParts,
} from '../../drafts/round-writing.ts';
import { takeUnsentDrafts } from '../../drafts/unsent-wishes.ts';
import { unsentDrafts } from '../../drafts/unsent-drafts.ts';
import { isLeading } from '../../session/rights-now.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { deviceStorage } from '../../sync/unsent-notes.ts';
import { type DraftConnection, openDraftConnection } from '../../sync/draft-connection.ts';
import type { BoardAccess } from '../board-access.ts';
import { deviceShelf } from '../device/this-device.ts';

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
  const late = keepLateNotes(device);
  const ids = atom<ReadonlySet<string>>('own drafts', new Set());
  const token = (): Promise<string> => access.withToken(async (fresh) => fresh);
  let board: { binding: BoardBinding; doc: Y.Doc } | null = null;
  let writing: (RoundWriting & { connection: DraftConnection }) | null = null;
  let hide = (): void => undefined;

  function show(): void {
    if (board && writing) hide = board.binding.addDrafts(writing.connection.doc, isDraftShape);
  }

  function begin(round: PrivateRound, before: Unsent): void {
    // What was too much is not there any more when the document comes anew.
    const refused = { onRefused: restart, onTurnedAway: () => ask(store) };
    const connection = openDraftConnection({ server, boardId, token, ...refused });
    // A page without canvas was here before this one.
    const left = takeUnsentDrafts(deviceStorage(), boardId, participantId, round.id);
    const started = startWriting(
      round,
      { ...before, notes: [...before.notes, ...left] },
      {
        connection,
        store,
        device,
        onIds: (next) => ids.set(next),
        ...intoDrafts(connection.doc, round, () => board?.doc ?? null),
      },
    );
    writing = Object.assign(started, { connection });
    show();
  }

  function restart(): void {
    if (!writing) return;
    const [round, unsent] = [writing.round, writing.unsent()];
    leave();
    begin(round, unsent);
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
    if (writing) late.add(writing.round, writing.end());
    writing = null;
    device.forget();
    ask(store);
  }

  function look(): void {
    const view = session.view();
    if (!view || !mayEdit(role)) return;
    const open = openRoundOf(view);
    if (writing && writing.round.id !== open?.id) over();
    const doc = board?.doc;
    store.setLate(late.next(view.rounds, doc ? () => wordsOn(doc) : null));
    if (!open) return;
    if (writing) writing.setRound(open);
    else begin(open, nothingUnsent);
  }

  // What is written before the server is heard must not go onto the board while a round is open.
  const remembered = mayEdit(role) ? device.read() : null;
  if (remembered) begin(remembered.round, { notes: remembered.notes, held: [] });
  const settle = (round: PrivateRoundId): void => {
    late.done(round);
    look();
  };
  const stops = [session.onChange(look), store.onLateDone(settle)];
  look();

  return {
    store,
    ids,
    join(binding, doc) {
      board = { binding, doc };
      show();
      look();
    },
    attachEditor: (editor) =>
      keepDraftRules(editor, {
        round: () => writing?.round ?? null,
        count: () => ids.get().size + (store.state().own?.shown ?? 0),
        isLeading: () => isLeadingNow(session, joined),
      }),
    stop() {
      for (const stop of stops) stop();
      leave();
    },
  };
}

function ask(store: DraftsStore): void {
  // It is asked again when the network is back.
  store.refresh().catch(() => undefined);
}

function isLeadingNow(session: SessionStore, joined: Joined): boolean {
  const view = session.view();
  return view !== null && isLeading(view, joined);
}

/** How what was not sent comes into the drafts again. */
function intoDrafts(
  drafts: Y.Doc,
  { zone }: PrivateRound,
  boardDoc: () => Y.Doc | null,
): Pick<WritingParts, 'restore' | 'change'> {
  return {
    restore({ id, text }) {
      const board = boardDoc();
      const records = board ? readBoardRecords(board).records : [];
      const target = roundZone(records, zone)?.id;
      const known = [...records, ...readBoardRecords(drafts).records.filter(isDraftShape)];
      const record = newNoteRecord(known, { id, text, ...(target !== undefined && { zone: target }) });
      if (record) putRecord(drafts, record);
    },
    change: ({ id, ...words }) => drafts.transact(() => changeWords(drafts, id, words)),
  };
}

function wordsOn(board: Y.Doc): ReadonlySet<string> {
  return new Set(readBoardRecords(board).records.filter(isDraftShape).map(wordsOf));
}
