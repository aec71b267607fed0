// A BoardStore that forgets everything at its end: for tests and for trying things out. Same contract as the SQLite one.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import {
  type BoardRow,
  type BoardStore,
  type LinkRow,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type TokenRow,
  tokensPerParticipantMax,
} from './board-store.ts';
import { rowChecksum } from './checksum.ts';

interface MemoryRow {
  seq: number;
  checksum: number;
  bytes: Uint8Array;
}

interface MemoryBoard {
  board: BoardRow;
  plan: string | null;
  links: LinkRow[];
  participants: Map<string, ParticipantRow>;
  snapshot: MemoryRow;
  updates: MemoryRow[];
  seq: number;
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
      participants: new Map(),
      snapshot: row(id, 0, created.snapshot),
      updates: [],
      seq: 0,
    });
  }

  async findBoard(id: BoardId): Promise<StoredBoard | null> {
    const found = this.#tables.boards.get(id);
    if (!found) return null;
    return structuredClone({
      board: found.board,
      links: found.links,
      participants: [...found.participants.values()],
    });
  }

  async findPlan(id: BoardId): Promise<string | null> {
    return this.#tables.boards.get(id)?.plan ?? null;
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

  async loadDocument(id: BoardId): Promise<StoredDocument> {
    const { snapshot, updates, seq } = this.#need(id);
    if (!intact(id, snapshot)) throw new StoreError('damaged', `The snapshot of board ${id} has changed on disk.`);
    const good = updates.filter((update) => intact(id, update));
    const damaged = updates.filter((update) => !good.includes(update)).map((update) => update.seq);
    return { snapshot: snapshot.bytes, updates: good.map((update) => update.bytes), seq, damaged };
  }

  async appendUpdates(id: BoardId, rows: readonly LogRow[]): Promise<number> {
    const board = this.#need(id);
    for (const { update } of rows) board.updates.push(row(id, ++board.seq, update));
    return board.seq;
  }

  async foldLog(id: BoardId, seq: number, snapshot: Uint8Array): Promise<void> {
    const board = this.#need(id);
    board.snapshot = row(id, seq, snapshot);
    board.updates = board.updates.filter((update) => update.seq > seq);
  }

  async probe(): Promise<void> {
    // Memory can always be written.
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #need(id: BoardId): MemoryBoard {
    const board = this.#tables.boards.get(id);
    if (!board) throw new StoreError('gone', `There is no board ${id}.`);
    return board;
  }
}

function row(id: BoardId, seq: number, bytes: Uint8Array): MemoryRow {
  const copy = bytes.slice();
  return { seq, bytes: copy, checksum: rowChecksum(id, seq, copy) };
}

function intact(id: BoardId, stored: MemoryRow): boolean {
  return stored.checksum === rowChecksum(id, stored.seq, stored.bytes);
}
