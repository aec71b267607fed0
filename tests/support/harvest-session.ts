// A session to harvest on a real server: two people of whom one agrees to be named, and the calls of who leads, short.
import { Buffer } from 'node:buffer';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { zoneDigests } from '@commonboard/shared/harvest/zone-digests.ts';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { vi } from 'vitest';
import { AccessBoard, type Answer } from './access-board.ts';
import { fillBoard } from './fill-board.ts';
import { harvestRecords, noteRecord, zones } from './harvest-records.ts';
import { pngImage } from './sample-images.ts';
import { SyncClient } from './sync-client.ts';
import { makeBoard } from './test-server.ts';

export const png = Buffer.from(pngImage(32, 16, [20, 120, 220])).toString('base64');

export class HarvestSession {
  readonly access: AccessBoard;
  /** Agrees to be named. */
  readonly asha: Joined;
  /** Does not. */
  readonly quillon: Joined;

  constructor(access: AccessBoard, asha: Joined, quillon: Joined) {
    this.access = access;
    this.asha = asha;
    this.quillon = quillon;
  }

  static async of(origin: string): Promise<HarvestSession> {
    const access = await AccessBoard.of(origin, await makeBoard(origin, { title: 'Gardens for all' }));
    const asha = await access.joinAs('edit', { name: 'Asha Rao', named: true });
    const quillon = await access.joinAs('edit', { name: 'Quillon Zephyrine' });
    const session = new HarvestSession(access, asha, quillon);
    await session.fill(access.leader, harvestRecords());
    await session.fill(asha, [noteRecord('by-asha', 'A note by Asha', zones.garden)]);
    await session.fill(quillon, [noteRecord('by-quillon', 'We plant trees', zones.garden)]);
    return session;
  }

  async fill({ token }: Joined, written: readonly TLRecord[]): Promise<void> {
    const client = new SyncClient(this.access.origin, this.access.board.id, token);
    await client.ready();
    fillBoard(client.doc, written);
    await vi.waitUntil(() => client.settled === client.sent);
    client.stop();
  }

  ask(method: string, path = '', json?: unknown, token?: string): Promise<Answer> {
    return this.access.ask(method, `/harvest${path}`, json, token);
  }

  async seen(token?: string): Promise<HarvestAnswer> {
    return (await this.ask('GET', '', undefined, token)).body as HarvestAnswer;
  }

  async edit(more: Partial<HarvestEdit>, token?: string): Promise<Answer> {
    const { revision } = await this.seen();
    return this.ask('PUT', '', { revision, edit: { ...newHarvest().edit, ...more } }, token);
  }

  async publish(more: Record<string, unknown> = {}, token?: string): Promise<Answer> {
    const { revision } = await this.seen();
    const {
      pictures = [
        { zone: zones.garden, png },
        { zone: zones.private, png },
      ],
    } = more as {
      pictures?: { zone: string }[];
    };
    const shows = await this.shown();
    const drawn = pictures.map((picture) => ({ shows: shows(picture.zone), ...picture }));
    return this.ask('POST', '/publish', { revision, missing: [], ...more, pictures: drawn }, token);
  }

  /** What lies in the zones, as a page that draws them now would have it. */
  async shown(): Promise<(zone: string) => string> {
    const client = new SyncClient(this.access.origin, this.access.board.id, this.access.leader.token);
    await client.ready();
    const { records } = readBoardRecords(client.doc);
    client.stop();
    return zoneDigests(records);
  }

  async file(name: string, token = this.access.leader.token): Promise<{ status: number; bytes: Uint8Array }> {
    const response = await fetch(`${this.access.origin}/api/boards/${this.access.board.id}/harvest/files/${name}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  agree({ token }: Joined, named: boolean): Promise<Answer> {
    return this.access.ask('PUT', '/named', { named }, token);
  }
}
