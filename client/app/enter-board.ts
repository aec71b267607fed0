// The way into a board as one decision: who we are to it, and what is still to be asked. No screen, no storage of its own.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import { ApiError, type call } from '../sync/api.ts';
import { keysInOrder, withKey, type DeviceBoard } from './device-board.ts';
import type { DeviceBoards } from './device-boards.ts';

export type Entry =
  | { kind: 'joined'; joined: Joined; key: string }
  | { kind: 'ask-name'; title: string; role: Role; key: string; name: string }
  | { kind: 'need-link' }
  /** One and the same for an unknown board and a wrong key. */
  | { kind: 'not-found'; known: boolean }
  | { kind: 'offline' }
  /** This page is older than the server. */
  | { kind: 'too-old' }
  | { kind: 'failed'; error: unknown };

export interface EntryPorts {
  call: typeof call;
  device: DeviceBoards;
  version: () => ClientVersion;
  /** ms since 1970 */
  now: () => number;
}

/**
 * Opens a board with a link's secret, for this visit even where this device has a stronger one; else with the strongest that
 * this device remembers and the server still takes.
 */
export async function enterBoard(ports: EntryPorts, id: BoardId, secret: string | null): Promise<Entry> {
  const known = ports.device.get(id);
  const keys = secret === null ? keysInOrder(known?.keys ?? {}).map(({ key }) => key) : [secret];
  let entry: Entry = { kind: 'need-link' };
  for (const key of keys) {
    entry = await enterWith(ports, id, key, known);
    // A link that was withdrawn does not shut out who has another.
    if (entry.kind !== 'not-found') return entry;
  }
  return entry;
}

async function enterWith(ports: EntryPorts, id: BoardId, key: string, known: DeviceBoard | undefined): Promise<Entry> {
  try {
    if (known?.resume !== undefined && known.name !== undefined) return await rejoin(ports, known, key);
    const found = await ports.call('lookUpBoard', { params: { id }, body: { key } });
    // Only now is the secret known to be good, and worth keeping for a reload of this page.
    remember(ports, { id, title: found.title }, found.role, key);
    return { kind: 'ask-name', title: found.title, role: found.role, key, name: ports.device.lastName() };
  } catch (error) {
    return entryFrom(error, known !== undefined);
  }
}

/** Joins with a name. Throws an ApiError that another try can mend: the page that asked for the name shows it. */
export async function joinBoard(ports: EntryPorts, id: BoardId, key: string, name: string): Promise<Entry> {
  try {
    const joined = await ports.call('joinBoard', { params: { id }, body: { key, name, ...ports.version() } });
    return settle(ports, joined, key);
  } catch (error) {
    if (isTooOld(error)) return { kind: 'too-old' };
    throw error;
  }
}

async function rejoin(ports: EntryPorts, known: DeviceBoard, key: string): Promise<Entry> {
  const { name, resume } = known;
  const joined = await ports.call('joinBoard', {
    params: { id: known.id },
    body: { key, name, resume, ...ports.version() },
  });
  return settle(ports, joined, key);
}

function settle(ports: EntryPorts, joined: Joined, key: string): Entry {
  const { id, title, role, resume, participantId, name, color } = joined;
  remember(ports, { id, title, resume, participantId, name, color }, role, key);
  ports.device.setLastName(name);
  return { kind: 'joined', joined, key };
}

type Learnt = Omit<DeviceBoard, 'keys' | 'lastOpened'>;

function remember({ device, now }: EntryPorts, learnt: Learnt, role: Role, key: string): void {
  const before = device.get(learnt.id);
  device.remember({ ...before, ...learnt, keys: withKey(before?.keys ?? {}, role, key), lastOpened: now() });
}

function entryFrom(error: unknown, known: boolean): Entry {
  if (isTooOld(error)) return { kind: 'too-old' };
  if (!(error instanceof ApiError)) return { kind: 'failed', error };
  if (error.code === 'offline') return { kind: 'offline' };
  if (error.code === 'not-found') return { kind: 'not-found', known };
  return { kind: 'failed', error };
}

function isTooOld(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'too-old';
}
