// A board with a private round: a facilitator opens it by hand, people write in it over sockets of their own or over HTTP.
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type * as Y from 'yjs';
import type { TLRecord } from '@tldraw/tlschema';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import type { DraftsView } from '@commonboard/shared/drafts/drafts-view.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { AccessBoard, type Answer } from './access-board.ts';
import { SyncClient } from './sync-client.ts';
import { makeBoard } from './test-server.ts';

export class PrivateBoard {
  readonly access: AccessBoard;

  constructor(access: AccessBoard) {
    this.access = access;
  }

  static async of(origin: string, request: Record<string, unknown> = {}): Promise<PrivateBoard> {
    return new PrivateBoard(await AccessBoard.of(origin, await makeBoard(origin, request)));
  }

  async session(): Promise<SessionView> {
    return ((await this.access.ask('GET', '/session')).body as SessionAnswer).session;
  }

  async command(wish: object, token?: string): Promise<Answer> {
    const { revision } = await this.session();
    return this.access.ask('POST', '/session', { commandId: randomUUID(), revision, ...wish }, token);
  }

  async open(more: Partial<PrivateRound> = {}, token?: string): Promise<Answer> {
    return this.command({ type: 'open-round', isAnonymous: true, notesMax: 5, best: null, zone: null, ...more }, token);
  }

  /** The newest round. */
  async round(): Promise<PrivateRound> {
    const round = (await this.session()).rounds.at(-1);
    if (!round) throw new Error('There is no private round.');
    return round;
  }

  /** Resolves when the notes are on the board and stored. */
  async reveal(): Promise<void> {
    const { id } = await this.round();
    await this.command({ type: 'reveal-round', round: id });
    await this.isRevealed();
  }

  async isRevealed(): Promise<void> {
    // After the countdown.
    const revealed = async (): Promise<void> => {
      const { stage } = await this.round();
      if (stage !== 'revealed') throw new Error(`The round is ${stage}.`);
    };
    await vi.waitFor(revealed, { timeout: 40_000, interval: 50 });
  }

  async drafts(token?: string): Promise<DraftsView> {
    return (await this.access.ask('GET', '/drafts', undefined, token)).body as DraftsView;
  }

  write(token: string, text: string): Promise<Answer> {
    return this.access.ask('POST', '/drafts', { text }, token);
  }

  /** A socket to one's own drafts. */
  draft({ token }: Pick<Joined, 'token'>): SyncClient {
    const { origin, board } = this.access;
    return new SyncClient(origin, board.id, token, { path: `/sync/${board.id}/draft` });
  }

  async words(): Promise<string[]> {
    const { records } = (await this.access.ask('GET', '/records')).body as { records: TLRecord[] };
    return wordsIn(records);
  }
}

/** As a canvas writes it. */
export function writeNote(doc: Y.Doc, text: string, more: object = {}): string {
  const record = newNoteRecord([...readBoardRecords(doc).records], { text });
  if (!record) throw new Error('There is no page for a note.');
  putRecord(doc, { ...record, ...more });
  return record.id;
}

export function wordsOn(doc: Y.Doc): string[] {
  return recordMaps(doc).size === 0 ? [] : wordsIn(readBoardRecords(doc).records);
}

function wordsIn(records: readonly TLRecord[]): string[] {
  return records.flatMap((record) =>
    record.typeName === 'shape' && (record.type === 'note' || record.type === 'card')
      ? [plainFromRichText(record.props.richText)]
      : [],
  );
}
