// The way into a board as one decision: who we are to it, and what is still to be asked. No screen, no storage of its own.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { ApiError, type call } from '../sync/api.ts';
import type { DeviceBoard, DeviceBoards } from './device-boards.ts';

export type Entry =
  | { kind: 'joined'; joined: Joined; key: string }
  | { kind: 'ask-name'; title: string; role: Role; key: string; name: string }
  | { kind: 'need-link' }
  /** One and the same for an unknown board and a wrong key. */
  | { kind: 'not-found'; known: boolean }
  | { kind: 'offline' }
  | { kind: 'failed'; error: unknown };

export interface EntryPorts {
  call: typeof call;
  device: DeviceBoards;
  /** ms since 1970 */
  now: () => number;
}

/** Opens a board with a link's secret, else with what this device remembers. The link's secret wins. */
export async function enterBoard(ports: EntryPorts, id: BoardId, secret: string | null): Promise<Entry> {
  const known = ports.device.get(id);
  const key = secret ?? known?.key;
  if (key === undefined) return { kind: 'need-link' };
  try {
    if (known?.resume !== undefined && known.name !== undefined) return await rejoin(ports, known, key);
    const found = await ports.call('lookUpBoard', { params: { id }, body: { key } });
    // Only now is the secret known to be good, and worth keeping for a reload of this page.
    remember(ports, { id, title: found.title, role: found.role, key });
    return { kind: 'ask-name', title: found.title, role: found.role, key, name: ports.device.lastName() };
  } catch (error) {
    return entryFrom(error, known !== undefined);
  }
}

/** Joins with a name. Throws an ApiError: the page that asked for the name shows it. */
export async function joinBoard(ports: EntryPorts, id: BoardId, key: string, name: string): Promise<Entry> {
  const joined = await ports.call('joinBoard', { params: { id }, body: { key, name } });
  return settle(ports, joined, key);
}

async function rejoin(ports: EntryPorts, known: DeviceBoard, key: string): Promise<Entry> {
  const { name, resume } = known;
  const joined = await ports.call('joinBoard', { params: { id: known.id }, body: { key, name, resume } });
  return settle(ports, joined, key);
}

function settle(ports: EntryPorts, joined: Joined, key: string): Entry {
  const { id, title, role, resume, participantId, name, color } = joined;
  remember(ports, { id, title, role, key, resume, participantId, name, color });
  ports.device.setLastName(name);
  return { kind: 'joined', joined, key };
}

function remember({ device, now }: EntryPorts, board: Omit<DeviceBoard, 'lastOpened' | 'facilitateKey'>): void {
  const before = device.get(board.id);
  const lastLed = before?.role === 'facilitate' ? before.key : before?.facilitateKey;
  const facilitateKey = board.role === 'facilitate' ? board.key : lastLed;
  device.remember({
    ...before,
    ...board,
    ...(facilitateKey === undefined ? {} : { facilitateKey }),
    lastOpened: now(),
  });
}

function entryFrom(error: unknown, known: boolean): Entry {
  if (!(error instanceof ApiError)) return { kind: 'failed', error };
  if (error.code === 'offline') return { kind: 'offline' };
  if (error.code === 'not-found') return { kind: 'not-found', known };
  return { kind: 'failed', error };
}
