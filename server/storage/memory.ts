// A BoardStore that forgets everything at its end: for tests and for trying things out. Same contract as the SQLite one.
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import {
  type AccessChange,
  type AccessRow,
  type BoardRow,
  type BoardStore,
  type Fold,
  type LinkRow,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type StoredUpdate,
  type TokenRow,
  tokensPerParticipantMax,
} from './board-store.ts';
import type { BoardSummary } from './board-summary.ts';
import { rowChecksum } from './checksum.ts';
import type { DraftErasure, DraftKey, StoredDraft } from './draft-store.ts';
import type { HarvestFile, StoredHarvest } from './harvest-store.ts';
import type { KeptDeletion, NewVersion, VersionFacts } from './history-store.ts';
import type { StoredSession } from './session-store.ts';
import { MemoryDrafts } from './memory-drafts.ts';
import { MemoryHarvest } from './memory-harvest.ts';
import { MemoryVoting } from './memory-voting.ts';
import type { StoredBallot, StoredRound } from './voting-store.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';
import { MemoryHistory } from './memory-history.ts';

interface MemoryRow {
  seq: number;
  at: number;
  checksum: number;
  bytes: Uint8Array;
}

interface MemoryBoard {
  board: BoardRow;
  plan: string | null;
  links: LinkRow[];
  access: AccessRow;
  participants: Map<string, ParticipantRow>;
  snapshot: MemoryRow;
  /** The one before. */
  earlier: MemoryRow | null;
  /** Sequence numbers and why; 'snapshot' for one of those. */
  quarantine: { row: MemoryRow; why: 'damaged' | 'waits' | 'snapshot' }[];
  updates: MemoryRow[];
  seq: number;
  owners: Map<number, ParticipantId>;
  doubted: Map<number, number>;
  creators: Map<string, ParticipantId>;
  history: MemoryHistory;
  session: StoredSession | null;
  voting: MemoryVoting;
  drafts: MemoryDrafts;
  harvest: MemoryHarvest;
}

export interface MemoryTables {
  boards: Map<BoardId, MemoryBoard>;
  tokens: Map<string, TokenRow>;
}

export class MemoryBoardStore implements BoardStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables = { boards: new Map(), tokens: new Map() }) {
    this.#tables = tables;
  }

  async createBoard(created: NewBoard): Promise<void> {
    const { id } = created.board;
    if (this.#tables.boards.has(id)) throw new Error(`The board ${id} is there already.`);
    this.#tables.boards.set(id, {
      board: { ...created.board },
      plan: created.plan,
      links: created.links.map((link) => ({ ...link })),
      access: structuredClone(created.access),
      participants: new Map(),
      snapshot: row(id, 0, created.snapshot),
      earlier: row(id, 0, created.snapshot),
      quarantine: [],
      updates: [],
      seq: 0,
      owners: new Map(),
      doubted: new Map(),
      creators: new Map(),
      history: new MemoryHistory(id),
      session: null,
      voting: new MemoryVoting(),
      drafts: new MemoryDrafts(),
      harvest: new MemoryHarvest(),
    });
  }

  async findBoard(id: BoardId): Promise<StoredBoard | null> {
    const found = this.#tables.boards.get(id);
    if (!found) return null;
    return structuredClone({
      board: found.board,
      links: found.links,
      participants: [...found.participants.values()],
      access: found.access,
    });
  }

  async findPlan(id: BoardId): Promise<string | null> {
    return this.#tables.boards.get(id)?.plan ?? null;
  }

  async listBoards(): Promise<BoardSummary[]> {
    const summaries = [...this.#tables.boards.values()].map(({ board, participants, snapshot, updates }) => ({
      id: board.id,
      title: board.title,
      createdAt: board.createdAt,
      usedAt: Math.max(board.createdAt, ...updates.map(({ at }) => at), ...this.#joinedAt(board.id)),
      participants: participants.size,
      bytes: [snapshot, ...updates].reduce((sum, { bytes }) => sum + bytes.length, 0),
    }));
    return summaries.toSorted((a, b) => b.usedAt - a.usedAt);
  }

  async renameBoard(id: BoardId, title: string): Promise<void> {
    this.#need(id).board.title = title;
  }

  async deleteBoard(id: BoardId): Promise<void> {
    this.#tables.boards.delete(id);
    for (const [hash, token] of this.#tables.tokens) {
      if (token.board === id) this.#tables.tokens.delete(hash);
    }
  }

  async putParticipant(id: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): Promise<void> {
    this.#need(id).participants.set(participant.id, { ...participant });
    this.#putTokens(id, tokens);
  }

  #putTokens(id: BoardId, tokens: readonly TokenRow[]): void {
    for (const token of tokens) {
      this.#tables.tokens.set(token.hash, { ...token });
      const older = [...this.#tables.tokens.values()].filter(
        (other) => other.board === id && other.participant === token.participant && other.kind === token.kind,
      );
      for (const dropped of older.slice(0, -tokensPerParticipantMax)) this.#tables.tokens.delete(dropped.hash);
    }
  }

  async findToken(hash: string): Promise<TokenRow | null> {
    const token = this.#tables.tokens.get(hash);
    return token ? { ...token } : null;
  }

  async changeAccess(id: BoardId, change: AccessChange): Promise<void> {
    const board = this.#need(id);
    const { links = [], access, participants = [], tokens = [], gone = [], goesOn } = change;
    for (const link of links) {
      board.links = [...board.links.filter(({ role }) => role !== link.role), { ...link }];
    }
    if (access) board.access = structuredClone(access);
    for (const participant of participants) board.participants.set(participant.id, { ...participant });
    for (const one of gone) {
      board.participants.delete(one);
      board.harvest.putNamed(one, false);
    }
    for (const [hash, token] of this.#tables.tokens)
      if (token.board === id && gone.includes(token.participant)) this.#tables.tokens.delete(hash);
    for (const token of this.#tables.tokens.values()) {
      if (token.board !== id || token.participant !== goesOn?.participant) continue;
      if (token.role === 'facilitate' && token.epoch === goesOn.epoch - 1) token.epoch = goesOn.epoch;
    }
    this.#putTokens(id, tokens);
  }

  async findShortCode(hash: string): Promise<BoardId | null> {
    for (const [id, { access }] of this.#tables.boards) if (access.shortCode?.hash === hash) return id;
    return null;
  }

  async loadDocument(id: BoardId): Promise<StoredDocument> {
    const { snapshot, earlier, updates, quarantine, seq, owners, creators, doubted } = this.#need(id);
    const base = [snapshot, earlier].find((one) => one !== null && intact(id, one));
    if (!base) throw new StoreError('damaged', `No snapshot of board ${id} is as it was written.`);
    const newer = updates.filter((update) => update.seq > base.seq);
    const good = newer.filter((update) => intact(id, update));
    return {
      snapshot: base.bytes,
      updates: good.map(given),
      waiting: quarantine
        .filter(({ row: kept, why }) => why === 'waits' && intact(id, kept))
        .map(({ row: kept }) => given(kept)),
      seq,
      credits: {
        owners: [...owners].map(([client, participant]) => ({ client, participant })),
        creators: [...creators].map(([record, participant]) => ({ record, participant })),
        doubted: [...doubted].map(([client, from]) => ({ client, from })),
      },
      damage: {
        snapshot: base !== snapshot,
        rows: newer.filter((update) => !good.includes(update)).map((update) => update.seq),
        missing: 0,
      },
    };
  }

  async appendUpdates(id: BoardId, rows: readonly LogRow[]): Promise<number> {
    const board = this.#need(id);
    for (const { update, credits, deleted, erases } of rows) {
      board.updates.push(row(id, ++board.seq, update));
      for (const { client, participant } of credits?.owners ?? [])
        if (!board.owners.has(client)) board.owners.set(client, participant);
      for (const { record, participant } of credits?.creators ?? []) board.creators.set(record, participant);
      for (const { client, from } of credits?.doubted ?? []) {
        if (from === null) board.doubted.delete(client);
        else board.doubted.set(client, from);
      }
      if (deleted) board.history.keepDeleted(deleted, Date.now());
      if (erases) board.drafts.erase(erases);
    }
    return board.seq;
  }

  async foldLog(id: BoardId, { seq, snapshot, waiting }: Fold): Promise<void> {
    const board = this.#need(id);
    if (!intact(id, board.snapshot)) board.quarantine.push({ row: board.snapshot, why: 'snapshot' });
    else if (board.snapshot.seq > seq) return;
    else board.earlier = board.snapshot;
    for (const update of board.updates) {
      if (update.seq > seq) continue;
      if (!intact(id, update)) board.quarantine.push({ row: update, why: 'damaged' });
      else if (waiting.includes(update.seq) && !board.quarantine.some(({ row: kept }) => kept === update))
        board.quarantine.push({ row: update, why: 'waits' });
    }
    board.snapshot = row(id, seq, snapshot);
    const from = board.earlier?.seq ?? 0;
    board.updates = board.updates.filter((update) => update.seq > from && (update.seq > seq || intact(id, update)));
  }

  async listVersions(id: BoardId): Promise<VersionFacts[]> {
    return this.#tables.boards.get(id)?.history.list() ?? [];
  }

  async addVersion(id: BoardId, version: NewVersion): Promise<void> {
    this.#need(id).history.add(version);
  }

  async findVersion(id: BoardId, version: VersionId): Promise<Uint8Array | null> {
    return this.#tables.boards.get(id)?.history.find(version) ?? null;
  }

  async nameVersion(id: BoardId, version: VersionId, name: string): Promise<boolean> {
    return this.#tables.boards.get(id)?.history.name(version, name) ?? false;
  }

  async removeVersions(id: BoardId, versions: readonly VersionId[]): Promise<void> {
    this.#tables.boards.get(id)?.history.remove(versions);
  }

  async findVersionPicture(id: BoardId, version: VersionId): Promise<Uint8Array | null> {
    return this.#tables.boards.get(id)?.history.picture(version) ?? null;
  }

  async putVersionPicture(id: BoardId, version: VersionId, png: Uint8Array): Promise<boolean> {
    return this.#tables.boards.get(id)?.history.putPicture(version, png) ?? false;
  }

  async logEnd(id: BoardId): Promise<number> {
    return this.#need(id).seq;
  }

  async listDeleted(id: BoardId): Promise<KeptDeletion[]> {
    return this.#tables.boards.get(id)?.history.deleted() ?? [];
  }

  async forgetDeletedBefore(at: number): Promise<void> {
    for (const { history } of this.#tables.boards.values()) history.forgetDeletedBefore(at);
  }

  async findSession(id: BoardId): Promise<StoredSession | null> {
    return this.#tables.boards.get(id)?.session ?? null;
  }

  async putSession(id: BoardId, { revision, state }: StoredSession): Promise<boolean> {
    const board = this.#need(id);
    if (board.session && board.session.revision >= revision) return false;
    board.session = { revision, state };
    return true;
  }

  async listRounds(id: BoardId): Promise<StoredRound[]> {
    return this.#tables.boards.get(id)?.voting.rounds() ?? [];
  }

  async putRound(id: BoardId, round: StoredRound): Promise<boolean> {
    return this.#need(id).voting.put(round);
  }

  async removeRound(id: BoardId, round: RoundId): Promise<void> {
    this.#tables.boards.get(id)?.voting.remove(round);
  }

  async listBallots(id: BoardId, round: RoundId): Promise<StoredBallot[]> {
    return this.#tables.boards.get(id)?.voting.ballots(round) ?? [];
  }

  async putBallot(id: BoardId, round: RoundId, ballot: StoredBallot): Promise<boolean> {
    return this.#tables.boards.get(id)?.voting.putBallot(round, ballot) ?? false;
  }

  async listDrafts(id: BoardId): Promise<StoredDraft[]> {
    return this.#tables.boards.get(id)?.drafts.list() ?? [];
  }

  async findDraft(id: BoardId, key: DraftKey): Promise<Uint8Array | null> {
    return this.#tables.boards.get(id)?.drafts.find(key) ?? null;
  }

  async putDraft(id: BoardId, draft: StoredDraft): Promise<void> {
    this.#need(id).drafts.put(draft);
  }

  async eraseDrafts(id: BoardId, which: DraftErasure): Promise<void> {
    this.#tables.boards.get(id)?.drafts.erase(which);
  }

  async findHarvest(id: BoardId): Promise<StoredHarvest | null> {
    return this.#tables.boards.get(id)?.harvest.find() ?? null;
  }

  async putHarvest(id: BoardId, harvest: StoredHarvest, files: readonly HarvestFile[] | null): Promise<boolean> {
    return this.#need(id).harvest.put(harvest, files);
  }

  async findHarvestFile(id: BoardId, name: string): Promise<HarvestFile | null> {
    return this.#tables.boards.get(id)?.harvest.file(name) ?? null;
  }

  async listNamed(id: BoardId): Promise<ParticipantId[]> {
    return this.#tables.boards.get(id)?.harvest.named() ?? [];
  }

  async putNamed(id: BoardId, participant: ParticipantId, isNamed: boolean): Promise<void> {
    this.#need(id).harvest.putNamed(participant, isNamed);
  }

  async probe(): Promise<void> {
    // Memory can always be written.
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #joinedAt(id: BoardId): number[] {
    return [...this.#tables.tokens.values()].filter(({ board }) => board === id).map(({ createdAt }) => createdAt);
  }

  #need(id: BoardId): MemoryBoard {
    const board = this.#tables.boards.get(id);
    if (!board) throw new StoreError('gone', `There is no board ${id}.`);
    return board;
  }
}

function row(id: BoardId, seq: number, bytes: Uint8Array): MemoryRow {
  const copy = bytes.slice();
  return { seq, at: Date.now(), bytes: copy, checksum: rowChecksum(id, seq, copy) };
}

function given({ seq, bytes }: MemoryRow): StoredUpdate {
  return { seq, update: bytes };
}

function intact(id: BoardId, stored: MemoryRow): boolean {
  return stored.checksum === rowChecksum(id, stored.seq, stored.bytes);
}
