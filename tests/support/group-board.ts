// A board with people in groups: a facilitator makes them, people work in them over HTTP and sockets.
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { isZone, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { AccessBoard, type Answer } from './access-board.ts';
import { makeBoard } from './test-server.ts';

export class GroupBoard {
  readonly access: AccessBoard;

  constructor(access: AccessBoard) {
    this.access = access;
  }

  static async of(origin: string, request: Record<string, unknown> = {}): Promise<GroupBoard> {
    return new GroupBoard(await AccessBoard.of(origin, await makeBoard(origin, request)));
  }

  async session(token?: string): Promise<SessionView> {
    return ((await this.access.ask('GET', '/session', undefined, token)).body as SessionAnswer).session;
  }

  async command(wish: object, token?: string): Promise<Answer> {
    const { revision } = await this.session();
    return this.access.ask('POST', '/session', { commandId: randomUUID(), revision, ...wish }, token);
  }

  make(more: object = {}, token?: string): Promise<Answer> {
    const plan = { by: 'count', number: 2 };
    const usual = { how: 'random', plan, zone: null, title: 'Group #', drawsScribes: false };
    return this.command({ type: 'make-groups', ...usual, ...more }, token);
  }

  async set(): Promise<GroupSet> {
    const { groups } = await this.session();
    if (!groups) throw new Error('There are no groups.');
    return groups;
  }

  /** Resolves when it has come so far. */
  async reaches(stage: GroupSet['stage']): Promise<GroupSet> {
    return vi.waitFor(
      async () => {
        const set = await this.set();
        if (set.stage !== stage) throw new Error(`The groups are ${set.stage}.`);
        return set;
      },
      { timeout: 40_000, interval: 50 },
    );
  }

  /** Without a socket: by asking for news. */
  async isHere({ token }: Pick<Joined, 'token'>): Promise<void> {
    await this.access.ask('GET', '/news', undefined, token);
  }

  async note(token: string, text: string, zone: string): Promise<string> {
    const { body } = await this.access.ask('POST', '/notes', { text, zone }, token);
    return (body as { id: string }).id;
  }

  async shapes(): Promise<TLShape[]> {
    const { records } = (await this.access.ask('GET', '/records')).body as { records: TLRecord[] };
    return records.filter((record): record is TLShape => record.typeName === 'shape');
  }

  async zones(): Promise<ZoneShape[]> {
    return (await this.shapes()).filter((shape) => isZone(shape));
  }
}
