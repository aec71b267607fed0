// The way into a board: who a person is to it, and what is asked of them.
import { makeDeviceBoards, type DeviceBoards } from '@commonboard/client/app/device/device-boards.ts';
import {
  enterBoard,
  joinBoard,
  joinByCode,
  recoverBoard,
  type EntryPorts,
} from '@commonboard/client/app/entry/enter-board.ts';
import { noToken } from '@commonboard/client/app/board-access.ts';
import type { CopyOwner } from '@commonboard/client/sync/copy-database.ts';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { describe, expect, it } from 'vitest';

const id = boardIdSchema.parse('b'.repeat(16));
const secrets: Record<Role, string> = { facilitate: 'f'.repeat(22), edit: 'e'.repeat(22), view: 'v'.repeat(22) };
const version = { layout: 1, schema: { 'com.tldraw.store': 4 } };
/** A server that never answers. */
const silence = Symbol('silence');
const resume = 'r'.repeat(22);

interface Called {
  name: string;
  body: Record<string, unknown>;
}

interface World {
  ports: EntryPorts;
  device: DeviceBoards;
  calls: Called[];
  /** What the server answers from now on instead. */
  fail: (fault: unknown) => void;
  copies: CopyOwner[];
  /** The server has been waited for long enough. */
  losePatience: () => void;
}

/** A server with one board and one participant. */
function world(fault?: unknown): World {
  const entries = new Map<string, string>();
  const device = makeDeviceBoards({
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  });
  const calls: Called[] = [];
  let time = 0;
  const joined = {
    id,
    title: 'Plan',
    participantId: `p${'c'.repeat(16)}`,
    name: 'Ana',
    color: '#1',
    token: 't',
    resume,
  };
  const answer = (name: string, body: Record<string, unknown>): unknown => {
    if (name === 'lookUpCode') return { id };
    if (name === 'joinByCode') return { ...joined, role: 'edit' };
    if (name === 'recoverBoard')
      return { ...joined, role: 'facilitate', keys: { ...secrets, facilitate: 'n'.repeat(22) } };
    const role = (['facilitate', 'edit', 'view'] as const).find((one) => secrets[one] === body['key']);
    if (!role) throw new ApiError('not-found', 'No board.', 404);
    if (name === 'lookUpBoard') return { id, title: 'Plan', role, asksPasscode: false, asksSector: false };
    const participantId = `p${(body['resume'] === resume ? 'a' : 'b').repeat(16)}`;
    return { id, title: 'Plan', role, participantId, name: body['name'], color: '#112233', token: 't', resume };
  };
  const call = async (name: string, options: { body: Record<string, unknown> }): Promise<unknown> => {
    calls.push({ name, body: options.body });
    if (fault === silence) return await new Promise(() => undefined);
    if (fault) throw fault;
    return answer(name, options.body);
  };
  const copies: CopyOwner[] = [];
  let losePatience = (): void => undefined;
  const patience = new Promise<void>((resolve) => {
    losePatience = resolve;
  });
  const ports: EntryPorts = {
    call: call as unknown as EntryPorts['call'],
    device,
    version: () => version,
    hasCopy: async (owner) => copies.some((copy) => JSON.stringify(copy) === JSON.stringify(owner)),
    patience: () => patience,
    now: () => ++time,
  };
  return { ports, device, calls, fail: (next) => (fault = next), copies, losePatience };
}

describe('opening a board', () => {
  it('asks a newcomer with a link for a name, and keeps the link for a reload', async () => {
    const { ports, device } = world();
    const entry = await enterBoard(ports, id, secrets.edit);
    expect(entry).toEqual({
      kind: 'ask-name',
      title: 'Plan',
      role: 'edit',
      key: secrets.edit,
      name: '',
      asksPasscode: false,
      asksSector: false,
    });
    expect(device.get(id)).toMatchObject({ keys: { edit: secrets.edit } });
  });

  it('lets somebody who was here before in at once, as the same person', async () => {
    const { ports, calls } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana' });
    const entry = await enterBoard(ports, id, null);
    expect(entry).toMatchObject({ kind: 'joined', key: secrets.edit, joined: { name: 'Ana' } });
    expect(calls.at(-1)).toEqual({ name: 'joinBoard', body: { key: secrets.edit, name: 'Ana', resume, ...version } });
  });

  it('waits where a facilitator lets people in, and keeps the link under what it is for', async () => {
    const { ports, device, fail } = world();
    const call = ports.call;
    const held = { waiting: true, role: 'edit', linkRole: 'facilitate' };
    ports.call = (async (...args: Parameters<typeof call>) => ({
      ...((await call(...args)) as unknown as object),
      ...held,
    })) as unknown as typeof call;
    expect(await joinBoard(ports, id, secrets.facilitate, { name: 'Ana' })).toMatchObject({ kind: 'waiting' });
    expect(device.get(id)?.keys).toEqual({ facilitate: secrets.facilitate });
    fail(new ApiError('banned', 'Banned.', 403));
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'failed', error: { code: 'banned' } });
  });

  it('asks for the passcode where the server does not know this device any more', async () => {
    const { ports, calls } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana', passcode: 'blue river' });
    expect(calls.at(-1)?.body).toMatchObject({ passcode: 'blue river' });
    const call = ports.call;
    ports.call = (async (...args: Parameters<typeof call>) => {
      if (args[0] === 'joinBoard') throw new ApiError('passcode-needed', 'Passcode.', 403);
      return { ...((await call(...args)) as unknown as object), asksPasscode: true };
    }) as unknown as typeof call;
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'ask-name', asksPasscode: true });
  });

  it('by a short code keeps its own secret as the way back', async () => {
    const { ports, device, calls } = world();
    expect(await joinByCode(ports, '12345678', { name: 'Ana' })).toBe(id);
    expect(device.get(id)).toMatchObject({ keys: { edit: resume }, resume });
    expect(calls.at(-1)?.body).not.toHaveProperty('resume');
  });

  it('[R81] by a short code is who this device has been there, and says so to nobody before the board is known', async () => {
    const { ports, device, calls } = world();
    await joinBoard(ports, id, secrets.facilitate, { name: 'Ana' });
    await joinByCode(ports, '12345678', { name: 'Ana' });
    expect(calls.slice(-2)).toEqual([
      { name: 'lookUpCode', body: { code: '12345678' } },
      { name: 'joinByCode', body: { code: '12345678', name: 'Ana', resume, ...version } },
    ]);
    expect(device.get(id)?.keys).toEqual({ facilitate: secrets.facilitate, edit: resume });
  });

  it('[R81] by a short code keeps its link, and comes back by its own secret where that was withdrawn', async () => {
    const { ports, device, calls } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana' });
    await joinByCode(ports, '12345678', { name: 'Ana' });
    expect(device.get(id)?.keys).toEqual({ edit: secrets.edit });
    const known = device.get(id);
    if (known) device.remember({ ...known, keys: { edit: 'x'.repeat(22) } });
    await enterBoard(ports, id, null);
    expect(calls.slice(-2).map(({ body }) => body['key'])).toEqual(['x'.repeat(22), resume]);
  });

  it('brought back by its recovery code has the new link to facilitate, and no old one', async () => {
    const { ports, device, calls } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana' });
    await recoverBoard(ports, id, 'code');
    expect(calls.at(-1)?.body).toMatchObject({ code: 'code', resume });
    expect(device.get(id)).toMatchObject({ keys: { facilitate: 'n'.repeat(22) }, name: 'Ana', resume });
    expect(device.get(id)?.keys).not.toHaveProperty('edit');
  });

  it('opens a weaker link as what it is, for that visit only', async () => {
    const { ports, device } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana' });
    const entry = await enterBoard(ports, id, secrets.view);
    expect(entry).toMatchObject({ kind: 'joined', key: secrets.view, joined: { role: 'view' } });
    expect(device.get(id)?.keys).toEqual({ edit: secrets.edit, view: secrets.view });
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'joined', joined: { role: 'edit' } });
  });

  it('gets stronger with a stronger link, and stays so', async () => {
    const { ports } = world();
    await joinBoard(ports, id, secrets.view, { name: 'Ana' });
    await enterBoard(ports, id, secrets.edit);
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'joined', joined: { role: 'edit' } });
  });

  it('falls back to a weaker link where the stronger one was withdrawn', async () => {
    const { ports, device } = world();
    await joinBoard(ports, id, secrets.view, { name: 'Ana' });
    const known = device.get(id);
    if (known) device.remember({ ...known, keys: { ...known.keys, edit: 'x'.repeat(22) } });
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'joined', key: secrets.view });
  });

  it('never loses the facilitate secret to another link', async () => {
    const { ports, device } = world();
    await joinBoard(ports, id, secrets.facilitate, { name: 'Ana' });
    await enterBoard(ports, id, secrets.view);
    await enterBoard(ports, id, null);
    expect(device.get(id)).toMatchObject({ keys: { facilitate: secrets.facilitate } });
  });

  it('asks for the link where there is none', async () => {
    const { ports, calls } = world();
    expect(await enterBoard(ports, id, null)).toEqual({ kind: 'need-link' });
    expect(calls).toEqual([]);
  });

  it('stores nothing of a wrong link', async () => {
    const { ports, device } = world();
    expect(await enterBoard(ports, id, 'wrong')).toEqual({ kind: 'not-found', isShutOut: false });
    expect(device.list()).toEqual([]);
  });

  it('a link with a mistake in it shuts nobody out who has another', async () => {
    const { ports, fail } = world();
    await joinBoard(ports, id, secrets.edit, { name: 'Ana' });
    expect(await enterBoard(ports, id, 'e'.repeat(21))).toEqual({ kind: 'not-found', isShutOut: false });
    fail(new ApiError('not-found', 'No board.', 404));
    expect(await enterBoard(ports, id, secrets.edit)).toEqual({ kind: 'not-found', isShutOut: true });
  });

  it('tells a lost connection from a refusal', async () => {
    const offline = world(new ApiError('offline', 'No answer.', 0));
    expect(await enterBoard(offline.ports, id, secrets.edit)).toEqual({ kind: 'offline' });
    const full = new ApiError('too-many', 'Wait.', 429);
    expect(await enterBoard(world(full).ports, id, secrets.edit)).toEqual({ kind: 'failed', error: full });
  });

  it('says of a page that is older than the server just that, whether the name was asked or known', async () => {
    const { ports } = world(new ApiError('too-old', 'Reload.', 426));
    expect(await enterBoard(ports, id, secrets.edit)).toEqual({ kind: 'too-old' });
    expect(await joinBoard(ports, id, secrets.edit, { name: 'Ana' })).toEqual({ kind: 'too-old' });
  });

  it('[R212] notes that the sector was asked for, also where nothing was said, and says nothing then', async () => {
    for (const sector of ['market', null, undefined] as const) {
      const { ports, device, calls } = world();
      await joinBoard(ports, id, secrets.edit, { name: 'Ana', ...(sector !== undefined && { sector }) });
      expect(calls.at(-1)?.body?.['sector']).toBe(sector ?? undefined);
      expect(device.get(id)?.sectorAsked).toBe(sector === undefined ? undefined : true);
    }
  });

  it('offers the name used last on this device', async () => {
    const { ports, device } = world();
    device.setLastName('Ana');
    expect(await enterBoard(ports, id, secrets.view)).toMatchObject({ kind: 'ask-name', name: 'Ana' });
  });
});

describe('with a copy of the board on this device', () => {
  const participantId = participantIdSchema.parse(`p${'b'.repeat(16)}`);
  const noAnswer = new ApiError('offline', 'No answer.', 0);

  async function joinedOnce(role: Role = 'edit'): Promise<World> {
    const entered = world();
    await joinBoard(entered.ports, id, secrets[role], { name: 'Ana' });
    entered.copies.push({ id, participantId, mayEdit: role !== 'view' });
    return entered;
  }

  it.each([
    ['cannot be reached', noAnswer],
    ['is being restarted behind its proxy', new ApiError('unreadable', 'Status 502 without a reason.', 502)],
  ])('a board opens as the same person where the server %s', async (_what, fault) => {
    const { ports, fail } = await joinedOnce();
    fail(fault);
    expect(await enterBoard(ports, id, null)).toMatchObject({
      kind: 'joined',
      key: secrets.edit,
      joined: { id, title: 'Plan', role: 'edit', participantId, name: 'Ana', resume, token: noToken },
    });
  });

  it('opens where the server lets one wait, and asks it first', async () => {
    const { ports, fail, calls, losePatience } = await joinedOnce();
    fail(silence);
    const entering = enterBoard(ports, id, secrets.edit);
    losePatience();
    expect(await entering).toMatchObject({ kind: 'joined', joined: { token: noToken } });
    expect(calls.at(-1)?.name).toBe('joinBoard');
  });

  it('what the server says counts, as long as it says it in time', async () => {
    const { ports, fail } = await joinedOnce();
    expect(await enterBoard(ports, id, null)).toMatchObject({ kind: 'joined', joined: { token: 't' } });
    fail(new ApiError('not-found', 'No board.', 404));
    expect(await enterBoard(ports, id, null)).toEqual({ kind: 'not-found', isShutOut: true });
    fail(new ApiError('too-old', 'Reload.', 426));
    expect(await enterBoard(ports, id, null)).toEqual({ kind: 'too-old' });
  });

  it('a copy for looking opens no board for editing, and a link never used here opens none', async () => {
    const { ports, fail, device } = await joinedOnce('view');
    const known = device.get(id);
    if (known) device.remember({ ...known, keys: { ...known.keys, edit: secrets.edit } });
    fail(noAnswer);
    expect(await enterBoard(ports, id, secrets.edit)).toEqual({ kind: 'offline' });
    expect(await enterBoard(ports, id, 'x'.repeat(22))).toEqual({ kind: 'offline' });
    expect(await enterBoard(ports, id, secrets.view)).toMatchObject({ kind: 'joined', joined: { role: 'view' } });
  });
});
