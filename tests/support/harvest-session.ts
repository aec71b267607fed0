// A small session to harvest: a zone that may be shown and one that may not, a commitment of somebody who agrees to be named and of
// somebody who does not, a sensitive card, notes with a name in them, and the calls of who leads, short.
import { Buffer } from 'node:buffer';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { defaultPage } from '@commonboard/shared/board/default-records.ts';
import { richTextFromPlain } from '@commonboard/shared/board/rich-text.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { strFromU8, unzipSync } from 'fflate';
import { vi } from 'vitest';
import { AccessBoard, type Answer } from './access-board.ts';
import { cardRecord } from './card-records.ts';
import { fillBoard } from './fill-board.ts';
import { pngImage } from './sample-images.ts';
import { SyncClient } from './sync-client.ts';
import { makeBoard } from './test-server.ts';

/** Names and words that no public file may hold. */
export const canaries = [
  'Quillon',
  'Zephyrine',
  'ZEPHYRINE',
  'SECRETCARD',
  'SECRETNOTE',
  'SECRETCONTACT',
  'SECRETVIEW',
  'SECRETPERSON',
  'SECRETCOMMENT',
];

export const png = Buffer.from(pngImage(32, 16, [20, 120, 220])).toString('base64');

export const zones = { garden: 'shape:garden', private: 'shape:private' } as const;

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
    await session.fill(access.leader, records());
    await session.fill(asha, [note('by-asha', 'A note by Asha', zones.garden)]);
    await session.fill(quillon, [note('by-quillon', 'We plant trees', zones.garden)]);
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
    const pictures = [
      { zone: zones.garden, png },
      { zone: zones.private, png },
    ];
    return this.ask('POST', '/publish', { revision, pictures, missing: [], ...more }, token);
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

/** All words of a file, of what is packed inside too. */
export function readable(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${readable(part)}`)
    .join('\n');
}

function records(): TLRecord[] {
  const inZone = (record: TLRecord, within: string) => ({ ...record, parentId: within }) as TLRecord;
  return [
    zone(zones.garden, 'Our garden', 'What grows here?'),
    zone(zones.private, 'Who stands where', ''),
    inZone(cardRecord('goal', 'goal', 'A garden in each street'), zones.garden),
    inZone(cardRecord('park', 'outcome', 'An idea for later', { status: 'parked' }), zones.garden),
    cardRecord('write', 'commitment', 'Write to the council', {
      owner: 'asha rao',
      due: '2027-05-01',
      firstStep: 'Find the address',
    }),
    cardRecord('dig', 'commitment', 'Dig the beds', {
      owner: 'Quillon Zephyrine',
      due: '2027-06-01',
      helpers: ['Asha Rao', 'Zephyrine'],
    }),
    cardRecord('when', 'commitment', 'Tell QUILLON ZEPHYRINE of it', { owner: 'Asha Rao' }),
    cardRecord('yes', 'decision', 'We begin in May', { outcome: 'adopted', decidedBy: 'consent' }),
    inZone(note('names', 'Quillon knows somebody who digs', zones.private), zones.private),
    inZone(cardRecord('hidden', 'stakeholder', 'SECRETCARD', { sensitive: true }), zones.private),
    inZone(
      cardRecord('who', 'stakeholder', 'SECRETVIEW', { entity: 'person', stance: -2, note: 'SECRETNOTE' }),
      zones.private,
    ),
    cardRecord('me', 'person', 'SECRETPERSON', { contact: 'SECRETCONTACT' }),
  ];
}

function zone(id: string, title: string, prompt: string): TLRecord {
  return shape(id, 'zone', defaultPage.id, { w: 900, h: 600, title, prompt, layout: 'free' });
}

function note(id: string, text: string, parentId: string): TLRecord {
  return shape(`shape:${id}`, 'note', parentId, {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    fontSizeAdjustment: null,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: richTextFromPlain(text),
    scale: 1,
    textLastEditedBy: null,
  });
}

function shape(id: string, type: string, parentId: string, props: Record<string, unknown>): TLRecord {
  return boardSchema.types.shape.validate({
    id,
    typeName: 'shape',
    type,
    parentId,
    index: 'a1',
    x: 40,
    y: 40,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  });
}
