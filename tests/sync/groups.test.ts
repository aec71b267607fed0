// Groups on a board: their zones, who may do what with a message of their own, and how results come back. Bad input first.
import { beforeEach, describe, expect, it } from 'vitest';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { usualPulse } from '@commonboard/server/sync/socket/session.ts';
import { AccessBoard, type Answer } from '../support/access-board.ts';
import { GroupBoard } from '../support/group-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();
const reasonIn = ({ body }: Answer) => (body as { reason?: string }).reason;

let board: GroupBoard;
let people: Joined[];

beforeEach(async () => {
  board = await GroupBoard.of(on.server.origin, { template: 'shared-goal-canvas' });
  on.board = board.access.board;
  people = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dia']) people.push(await board.access.joinAs('edit', { name }));
  for (const one of people) await board.isHere(one);
});

const open = async (more: object = {}): Promise<GroupSet> => {
  expect((await board.make(more)).status).toBe(200);
  return board.reaches('open');
};
const first = (): Joined => people[0] as Joined;
const zoneOf = (set: GroupSet, { participantId }: Joined) => groupOf(set, participantId)?.zone ?? '';
const textIn = (shapes: Awaited<ReturnType<GroupBoard['shapes']>>, parent: string) =>
  shapes.flatMap((shape) =>
    shape.parentId === parent && (shape.type === 'note' || shape.type === 'card')
      ? [plainFromRichText(shape.props.richText)]
      : [],
  );

describe('a hand-made message', () => {
  it('[R171] of a participant makes, ends, warns, brings back and moves nothing', async () => {
    expect(reasonIn(await board.make({}, first().token))).toBe('not-leading');
    for (const bad of [{ how: 'best' }, { plan: { by: 'count', number: 0 } }, { title: '' }, { plan: null }])
      expect((await board.make(bad)).status).toBe(400);
    const { id } = await open();
    const before = await board.set();
    const [ada, ben] = people as [Joined, Joined];
    for (const wish of [
      { type: 'end-groups' },
      { type: 'warn-groups' },
      { type: 'settle-groups' },
      { type: 'bring-groups', ends: 'remove' },
      { type: 'move-person', participant: ben.participantId, to: 1 },
      { type: 'move-person', participant: ada.participantId, to: 2 },
      { type: 'link-group', group: 1, link: 'https://evil.example/' },
      { type: 'group-helped', group: 1 },
    ])
      expect(reasonIn(await board.command({ ...wish, set: id }, ada.token))).toBe('not-leading');
    expect(reasonIn(await board.command({ type: 'choose-group', set: id, group: 2 }, ada.token))).toBe('not-choosing');
    expect(await board.set()).toEqual(before);
  });

  it('[R171] of who only looks does nothing, and a link that is not https is refused', async () => {
    const { id } = await open();
    const viewer = await board.access.joinAs('view');
    expect(reasonIn(await board.command({ type: 'ask-help', set: id, isNeeded: true }, viewer.token))).toBe(
      'not-taking-part',
    );
    for (const link of ['http://meet.example', 'javascript:alert(1)', 'https://u:p@meet.example'])
      expect((await board.command({ type: 'link-group', set: id, group: 1, link })).status).toBe(400);
    expect(
      (await board.command({ type: 'link-group', set: id, group: 1, link: 'https://meet.example/1' })).status,
    ).toBe(200);
  });

  it('[R171] helps one into a group while people choose, oneself and nobody else', async () => {
    const { id } = await open({ how: 'chosen' });
    const [ada] = people as [Joined];
    await board.command({ type: 'choose-group', set: id, group: 2, participant: people[1]?.participantId }, ada.token);
    const { groups } = await board.set();
    expect(groups.map(({ people: of }) => of.map(({ name }) => name))).toEqual([[], ['Ada']]);
  });

  it('[R174] changes nothing in the zone of a group that is done, while it is locked', async () => {
    const set = await open();
    const zone = zoneOf(set, first());
    const id = await board.note(first().token, 'kestrel', zone);
    await board.command({ type: 'bring-groups', set: set.id, ends: 'lock' });
    await board.reaches('over');
    const path = `/notes/${id}`;
    const change = { was: 'kestrel', text: 'heron' };
    const answer = await board.access.ask('PATCH', path, change, first().token);
    expect((answer.body as { error: { code: string } }).error.code).toBe('locked');
    expect((await board.access.ask('DELETE', path, undefined, first().token)).status).toBe(403);
    expect(textIn(await board.shapes(), zone)).toEqual(['kestrel']);
  });
});

describe('their zones', () => {
  it('[R170] [R171] each group gets a copy of the zone, apart from all others, and hears of it', async () => {
    const [original] = await board.zones();
    const client = await on.withToken(first().token).ready();
    const set = await open({ zone: original?.id, plan: { by: 'size', number: 2 } });
    await until(() => expect(client.sessions.at(-1)?.session.groups).toEqual(set));
    const zones = await board.zones();
    const made = set.groups.map(({ zone }) => zones.find(({ id }) => id === zone));
    expect(made.map((zone) => zone?.props)).toMatchObject([
      { title: 'Group 1', group: '1', locked: true, w: original?.props.w, prompt: original?.props.prompt },
      { title: 'Group 2', group: '2', locked: true, h: original?.props.h },
    ]);
    const page = zones.filter((zone) => zone.parentId === original?.parentId);
    const overlaps = page.flatMap((one, i) => page.slice(i + 1).filter((other) => overlap(one, other)));
    expect(overlaps).toEqual([]);
  });

  it('[R173] groups are there after a restart, and who comes then goes to the smallest', async () => {
    const set = await open({ plan: { by: 'size', number: 2 } });
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    const { board: made, leader } = board.access;
    board = new GroupBoard(new AccessBoard(on.server.origin, made, leader));
    expect(await board.set()).toEqual(set);
    for (const one of people) await board.isHere(one);
    await on.withToken(leader.token).ready();
    const late = await board.access.joinAs('edit', { name: 'Eva' });
    await board.isHere(late);
    await until(async () => expect(groupOf(await board.set(), late.participantId)).not.toBeNull());
    const sizes = (await board.set()).groups.map(({ people: of }) => of.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([2, 3]);
  });
});

it('[R172] who waits to be confirmed as a facilitator leaves their group as anybody does, and nobody is left alone', async () => {
  let skippedMs = 0;
  await on.server.stop();
  const pulse = { ...usualPulse, socketSilentMs: 3_600_000 };
  on.server = await startTestServer({
    store: on.controls.store,
    ticks: () => performance.now() + skippedMs,
    pulse,
  });
  board = new GroupBoard(new AccessBoard(on.server.origin, on.board, board.access.leader));
  const sam = await board.access.joinAs('facilitate', { name: 'Sam' });
  expect(sam).toMatchObject({ role: 'edit', asked: true });
  // All others stay.
  for (const { token } of [board.access.leader, ...people]) await on.withToken(token).ready();
  await board.isHere(sam);
  const numberOf = async (person: Joined) => groupOf(await board.set(), person.participantId)?.number ?? null;
  const set = await open({ plan: { by: 'size', number: 2 } });
  expect(groupOf(set, sam.participantId)).not.toBeNull();
  skippedMs += limits.visitMs;
  // By then it has been seen that Sam is not here.
  const eva = await board.access.joinAs('edit', { name: 'Eva' });
  await on.withToken(eva.token).ready();
  await until(async () => expect(await numberOf(eva)).not.toBeNull());
  skippedMs += limits.groupAwayMs;
  await until(async () => expect(await numberOf(sam)).toBeNull());
  const sizes = (await board.set()).groups.map(({ people: of }) => of.length);
  expect(sizes.filter((size) => size === 1)).toEqual([]);
});

function overlap(one: ZoneShape, other: ZoneShape): boolean {
  return (
    one.x < other.x + other.props.w &&
    other.x < one.x + one.props.w &&
    one.y < other.y + other.props.h &&
    other.y < one.y + one.props.h
  );
}

describe('a part of several zones', () => {
  const partOf = async (): Promise<[ZoneShape, ZoneShape]> => {
    const zones = await board.zones();
    const found = ['problem', 'learning'].map((part) => zones.find(({ props }) => props.part === part));
    return found as [ZoneShape, ZoneShape];
  };

  it('[R213] more zones than there may be are refused; the same one twice is one, and one that is not there is none', async () => {
    const [problem, learning] = await partOf();
    const tooMany = Array.from({ length: limits.groupZonesMax }, (_, i) => `shape:z${i}`);
    for (const more of [tooMany, 'shape:a', [''], [7]])
      expect((await board.make({ zone: problem.id, more })).status).toBe(400);
    const more = [learning.id, learning.id, problem.id, 'shape:nowhere'];
    const set = await open({ zone: problem.id, more });
    const made = (await board.zones()).filter(({ props }) => props.group !== undefined);
    expect(made).toHaveLength(2 * set.groups.length);
  });

  it('[R213] each group has all of it, apart from the others, and each result goes where it began', async () => {
    const [problem, learning] = await partOf();
    const set = await open({ zone: problem.id, more: [learning.id] });
    const copies = (await board.zones()).filter(({ props }) => props.group !== undefined);
    const of = (number: number, title: string) =>
      copies.find(({ props }) => props.group === String(number) && props.title.endsWith(title)) as ZoneShape;
    for (const { number, zone } of set.groups) {
      const [main, beside] = [of(number, problem.props.title), of(number, learning.props.title)];
      expect(zone).toBe(main.id);
      expect([beside.x - main.x, beside.y - main.y]).toEqual([learning.x - problem.x, learning.y - problem.y]);
      expect(main.props).toMatchObject({ cells: problem.props.cells, prompt: problem.props.prompt, locked: true });
    }
    expect(copies.flatMap((one, i) => copies.slice(i + 1).filter((other) => overlap(one, other)))).toEqual([]);
    const [ada] = people as [Joined];
    const mine = groupOf(set, ada.participantId)?.number ?? 0;
    await board.note(ada.token, 'kestrel', of(mine, learning.props.title).id);
    await board.command({ type: 'bring-groups', set: set.id, ends: 'remove' });
    await board.reaches('over');
    const shapes = await board.shapes();
    expect(textIn(shapes, learning.id)).toContain('kestrel');
    expect(shapes.filter((shape) => originOf(shape) !== undefined).map(originOf)).toEqual([String(mine)]);
    expect((await board.zones()).filter(({ props }) => props.group !== undefined)).toEqual([]);
  });

  it('[R213] to end them takes away what is empty and nothing in which somebody has written', async () => {
    const [problem, learning] = await partOf();
    const before = await board.shapes();
    const set = await open({ zone: problem.id, more: [learning.id] });
    const [ada] = people as [Joined];
    const own = zoneOf(set, ada);
    const number = groupOf(set, ada.participantId)?.number;
    const made = before.length + ((await board.shapes()).length - before.length) / set.groups.length;
    await board.note(ada.token, 'kestrel', own);
    await board.command({ type: 'end-groups', set: set.id });
    await board.reaches('over');
    const left = (await board.zones()).filter(({ props }) => props.group !== undefined);
    expect(left.map(({ props }) => props.group)).toEqual([String(number), String(number)]);
    expect(await board.shapes()).toHaveLength(made + 1);
  });

  it('[R213] to end them while their zones are being made leaves none', async () => {
    const [problem] = await partOf();
    const before = (await board.shapes()).length;
    await board.make({ zone: problem.id });
    const { id } = await board.set();
    await board.command({ type: 'end-groups', set: id });
    await board.reaches('over');
    expect(await board.shapes()).toHaveLength(before);
  });
});

describe('bringing results back', () => {
  for (const ends of ['lock', 'remove'] as const)
    it(`[R174] what groups made is in the zone they began from, with its group, its maker and a way back (${ends})`, async () => {
      const [original] = await board.zones();
      const zone = original?.id ?? '';
      const set = await open({ zone });
      const words = ['kestrel', 'heron', 'plover', 'wren'];
      for (const [i, one] of people.entries()) await board.note(one.token, words[i] ?? '', zoneOf(set, one));
      const before = (await board.shapes()).length;
      await board.command({ type: 'bring-groups', set: set.id, ends });
      const done = await board.reaches('over');
      const shapes = await board.shapes();
      expect(textIn(shapes, zone).toSorted()).toEqual(words.toSorted());
      const back = shapes.filter(({ parentId }) => parentId === zone);
      for (const [i, one] of people.entries()) {
        const note = back.find(
          (shape) => 'richText' in shape.props && plainFromRichText(shape.props.richText) === words[i],
        );
        expect(originOf(note)).toBe(String(groupOf(set, one.participantId)?.number));
        // It is still its maker's: they may take it away.
        expect((await board.access.ask('DELETE', `/notes/${note?.id}`, undefined, one.token)).status).toBe(204);
      }
      const groupZones = (await board.zones()).filter(({ id }) => set.groups.some((group) => group.zone === id));
      expect(groupZones).toHaveLength(ends === 'lock' ? set.groups.length : 0);
      for (const group of groupZones) expect(textIn(shapes, group.id).length).toBeGreaterThan(0);
      expect((await board.access.ask('POST', `/versions/${done.before}/restore`)).status).toBe(200);
      const restored = await board.shapes();
      expect(restored).toHaveLength(before);
      for (const one of people) expect(textIn(restored, zoneOf(set, one)).length).toBeGreaterThan(0);
    });
});

it('[R174] who has taken the id of a copy before it is made does not become its maker', async () => {
  const [ada, ben] = people as [Joined, Joined];
  const set = await open();
  const id = await board.note(ada.token, 'kestrel', zoneOf(set, ada));
  const copy = `shape:of-${id.slice('shape:'.length)}`;
  expect((await board.access.ask('POST', '/notes', { text: 'mine', id: copy }, ben.token)).status).toBe(201);
  await board.command({ type: 'bring-groups', set: set.id, ends: 'lock' });
  await board.reaches('over');
  const copies = (await board.shapes()).filter(
    ({ meta, props }) => (meta['source'] ?? ('sources' in props && props.sources?.[0])) === id,
  );
  expect(copies.map((shape) => 'richText' in shape.props && plainFromRichText(shape.props.richText))).toEqual([
    'kestrel',
  ]);
  expect(copies[0]?.id).not.toBe(copy);
  expect((await board.access.ask('DELETE', `/notes/${copies[0]?.id}`, undefined, ben.token)).status).toBe(403);
  expect((await board.access.ask('DELETE', `/notes/${copies[0]?.id}`, undefined, ada.token)).status).toBe(204);
});

function originOf(shape: Awaited<ReturnType<GroupBoard['shapes']>>[number] | undefined): unknown {
  return shape?.type === 'card' ? shape.props.group : shape?.meta['group'];
}
