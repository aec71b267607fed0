// The way into a board as one decision: who we are to it, and what is still to be asked. No screen, no storage of its own.
import type { PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import { ApiError, type call } from '../../sync/api.ts';
import type { CopyOwner } from '../../sync/copy-database.ts';
import { isPassing, isTooOld, noToken } from '../board-access.ts';
import { keysInOrder, withKey, type DeviceBoard } from '../device/device-board.ts';
import type { DeviceBoards } from '../device/device-boards.ts';

export type Entry =
  /** The token is `noToken` where this device has let the person in, and the server is still to be asked. */
  | { kind: 'joined'; joined: Joined; key: string }
  | {
      kind: 'ask-name';
      title: string;
      role: Role;
      key: string;
      name: string;
      asksPasscode: boolean;
      asksSector: boolean;
    }
  /** A facilitator has to let this person in. */
  | { kind: 'waiting'; joined: Joined; key: string }
  | { kind: 'need-link' }
  /** One and the same for an unknown board and a wrong key. `isShutOut`: each key that this device has was refused. */
  | { kind: 'not-found'; isShutOut: boolean }
  | { kind: 'offline' }
  /** This page is older than the server. */
  | { kind: 'too-old' }
  | { kind: 'failed'; error: unknown };

export interface EntryPorts {
  call: typeof call;
  device: DeviceBoards;
  version: () => ClientVersion;
  /** Whether this device has a copy of the board. Never rejects. */
  hasCopy: (owner: CopyOwner) => Promise<boolean>;
  /** Resolves when the server has been waited for long enough. */
  patience: () => Promise<void>;
  /** ms since 1970 */
  now: () => number;
}

/**
 * Opens a board with a link's secret, for this visit even where this device has a stronger one; else with the strongest that
 * this device remembers and the server still takes.
 */
export async function enterBoard(ports: EntryPorts, id: BoardId, secret: string | null): Promise<Entry> {
  const known = ports.device.get(id);
  const keys = secret === null ? knownKeys(known) : [secret];
  if (keys.length === 0) return { kind: 'need-link' };
  for (const key of keys) {
    const entry = await enterWith(ports, id, key, known);
    // A link that was withdrawn does not shut out who has another.
    if (entry.kind !== 'not-found') return entry;
  }
  const now = ports.device.get(id);
  const isShutOut = now !== undefined && keysInOrder(now.keys).every(({ key }) => keys.includes(key));
  return { kind: 'not-found', isShutOut };
}

/** Last, what who came by a short code comes back with: their link may have been withdrawn since. */
function knownKeys(known: DeviceBoard | undefined): string[] {
  if (!known) return [];
  const keys = keysInOrder(known.keys).map(({ key }) => key);
  return known.resume === undefined || keys.includes(known.resume) ? keys : [...keys, known.resume];
}

async function enterWith(ports: EntryPorts, id: BoardId, key: string, known: DeviceBoard | undefined): Promise<Entry> {
  try {
    if (known?.resume !== undefined && known.name !== undefined) return await rejoinOrOpenCopy(ports, known, key);
    return await askName(ports, id, key);
  } catch (error) {
    const isStranger = error instanceof ApiError && error.code === 'passcode-needed';
    // The server does not know who this device was: as for anybody, the passcode is asked for.
    return isStranger ? await askName(ports, id, key).catch(entryFrom) : entryFrom(error);
  }
}

async function askName(ports: EntryPorts, id: BoardId, key: string): Promise<Entry> {
  const { title, role, asksPasscode, asksSector } = await ports.call('lookUpBoard', { params: { id }, body: { key } });
  // Only now is the secret known to be good, and worth keeping for a reload of this page.
  remember(ports, { id, title }, role, key);
  return { kind: 'ask-name', title, role, key, name: ports.device.lastName(), asksPasscode, asksSector };
}

export interface Introduction {
  name: string;
  passcode?: string;
  /** Their name may stand in what is published. */
  named?: boolean;
  /** Null: they were asked and have not said. */
  sector?: PersonSector | null;
}

/** Joins with a name. Throws an ApiError that another try can mend: the page that asked for the name shows it. */
export async function joinBoard(
  ports: EntryPorts,
  id: BoardId,
  key: string,
  { sector, ...introduction }: Introduction,
): Promise<Entry> {
  const resume = ports.device.get(id)?.resume;
  const who = { ...introduction, ...(sector && { sector }), ...(resume === undefined ? {} : { resume }) };
  try {
    const joined = await ports.call('joinBoard', { params: { id }, body: { key, ...who, ...ports.version() } });
    const entry = settle(ports, joined, key);
    if (sector !== undefined && joined.waiting !== true) ports.device.sectorAsked(id);
    return entry;
  } catch (error) {
    if (isTooOld(error)) return { kind: 'too-old' };
    throw error;
  }
}

/** A board that this device has a copy of opens without the server where that does not answer, or not soon. */
async function rejoinOrOpenCopy(ports: EntryPorts, known: DeviceBoard, key: string): Promise<Entry> {
  const answer = rejoin(ports, known, key);
  const isPast = ports.patience().then(() => 'past' as const);
  const first = await Promise.race([answer, isPast]).catch((error: unknown) => {
    if (!isPassing(error)) throw error;
    return 'past' as const;
  });
  if (first !== 'past') return first;
  const joined = await joinedBefore(ports, known, key);
  if (!joined) return await answer;
  // Whatever it still brings: the room asks again by itself.
  answer.catch(() => undefined);
  return { kind: 'joined', joined, key };
}

/** As the server said it last. Null where something of it was never said, or no copy is here. */
async function joinedBefore(ports: EntryPorts, known: DeviceBoard, key: string): Promise<Joined | null> {
  const { id, title, resume, participantId, name, color } = known;
  const role = keysInOrder(known.keys).find((one) => one.key === key)?.role;
  if (!role || !resume || !participantId || !name || !color) return null;
  if (!(await ports.hasCopy({ id, participantId, mayEdit: mayEdit(role) }))) return null;
  return { id, title, role, participantId, name, color, token: noToken, resume };
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
  const { id, title, role, linkRole = role, resume, participantId, name, color } = joined;
  remember(ports, { id, title, resume, participantId, name, color }, linkRole, key);
  ports.device.setLastName(name);
  return { kind: joined.waiting === true ? 'waiting' : 'joined', joined, key };
}

type Learnt = Omit<DeviceBoard, 'keys' | 'lastOpened'>;

function remember({ device, now }: EntryPorts, learnt: Learnt, role: Role, key: string): void {
  const before = device.get(learnt.id);
  device.remember({ ...before, ...learnt, keys: withKey(before?.keys ?? {}, role, key), lastOpened: now() });
}

function entryFrom(error: unknown): Entry {
  if (isTooOld(error)) return { kind: 'too-old' };
  if (!(error instanceof ApiError)) return { kind: 'failed', error };
  if (error.code === 'offline') return { kind: 'offline' };
  if (error.code === 'not-found') return { kind: 'not-found', isShutOut: false };
  return { kind: 'failed', error };
}

/**
 * Joins by a short code: the secret that the device is given is its way back. Which board it is, is asked first, so that who has
 * been there stays who they are. Throws an ApiError.
 */
export async function joinByCode(
  ports: EntryPorts,
  code: string,
  introduction: Omit<Introduction, 'sector'>,
): Promise<BoardId> {
  const { id } = await ports.call('lookUpCode', { body: { code } });
  const { resume, keys } = ports.device.get(id) ?? {};
  const who = { ...introduction, ...(resume === undefined ? {} : { resume }) };
  const joined = await ports.call('joinByCode', { body: { code, ...who, ...ports.version() } });
  // A link can be passed on, and a secret cannot.
  settle(ports, joined, keys?.edit ?? joined.resume);
  return joined.id;
}

/** Makes a board's links anew with its recovery code; this device then has the one to facilitate. Throws an ApiError. */
export async function recoverBoard(ports: EntryPorts, id: BoardId, code: string): Promise<void> {
  const known = ports.device.get(id);
  const who = known?.resume === undefined ? {} : { resume: known.resume };
  const { title, resume, keys } = await ports.call('recoverBoard', {
    params: { id },
    body: { code, ...who, ...ports.version() },
  });
  ports.device.remember({
    ...known,
    id,
    title,
    resume,
    keys: { facilitate: keys.facilitate },
    lastOpened: ports.now(),
  });
}
