// Activities on a running server: what a hand-made message may do in them, and what all see. Bad input first.
import { beforeEach, describe, expect, it } from 'vitest';
import { groupOf } from '@commonboard/shared/groups/group-set.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Floor } from '@commonboard/shared/activities/floor-state.ts';
import { ideaFor } from '@commonboard/shared/activities/scoring-state.ts';
import type { Answer } from '../support/access-board.ts';
import { GroupBoard } from '../support/group-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';

const on = syncBoard();
const reasonIn = ({ body }: Answer) => (body as { reason?: string }).reason;

let board: GroupBoard;
let people: Joined[];

beforeEach(() => gather());

/** Who is on a new board. */
async function gather(template?: string): Promise<void> {
  board = await GroupBoard.of(on.server.origin, template === undefined ? {} : { template });
  on.board = board.access.board;
  people = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dia']) people.push(await board.access.joinAs('edit', { name }));
  for (const one of people) await board.isHere(one);
  await on.withToken(board.access.leader.token).ready();
}

const begin = async (activity: string, more: object = {}): Promise<void> => {
  const added = await board.command({ type: 'add-activity', activity, zone: null, question: '', after: null, ...more });
  expect(added.status).toBe(200);
  expect((await board.command({ type: 'start', isRehearsal: false })).status).toBe(200);
};
const tokenOf = (id: string | undefined) => people.find(({ participantId }) => participantId === id)?.token ?? '';

describe('fishbowl and talks', () => {
  const floor = async (): Promise<Floor> => {
    const view = await board.session();
    if (!view.floor) throw new Error('Nobody has been given the floor.');
    return view.floor;
  };

  it('[R197] [R198] a chair is taken for oneself only, and one waits for it; all see it', async () => {
    for (const bad of [{ seats: 2 }, { seats: 6 }, { eachMinutes: 0 }, { eachMinutes: 1.5 }, { zones: [''] }]) {
      const wish = { type: 'add-activity', activity: 'fishbowl', zone: null, question: '', after: null };
      expect((await board.command({ ...wish, ...bad })).status).toBe(400);
    }
    await begin('fishbowl', { seats: 3 });
    await until(async () => expect((await floor()).on).toHaveLength(3));
    const { on: sitting } = await floor();
    const outside = people.find(({ participantId }) => sitting.every((one) => one.participant !== participantId));
    const [longest] = sitting;
    const wish = { type: 'leave-floor', participant: longest?.participant };
    expect(reasonIn(await board.command(wish, outside?.token))).toBe('not-leading');
    expect(reasonIn(await board.command({ type: 'next-on-floor', turn: 0 }, outside?.token))).toBe('not-leading');
    const viewer = await board.access.joinAs('view');
    expect(reasonIn(await board.command({ type: 'want-floor' }, viewer.token))).toBe('not-taking-part');
    // A name in the message is nobody's but the sender's.
    await board.command({ type: 'want-floor', participant: viewer.participantId }, outside?.token);
    expect((await floor()).on.at(-1)?.participant).toBe(outside?.participantId);
    await board.command(wish, tokenOf(longest?.participant));
    expect((await board.session(outside?.token)).floor?.on).toHaveLength(3);
  });

  it('[R199] talks are called by who leads, in the order in which people signed up', async () => {
    await begin('talks', { eachMinutes: 2 });
    await until(async () => expect((await floor()).turn).toBe(0));
    const [ada, ben] = people as [Joined, Joined];
    await board.command({ type: 'want-floor' }, ben.token);
    await board.command({ type: 'want-floor' }, ada.token);
    expect(reasonIn(await board.command({ type: 'next-on-floor', turn: 0 }, ben.token))).toBe('not-leading');
    await board.command({ type: 'next-on-floor', turn: 0 });
    const view = await board.session(ada.token);
    expect(view).toMatchObject({
      floor: { on: [{ name: 'Ben' }], line: [{ name: 'Ada' }] },
      timer: { durationMs: 120_000 },
    });
  });
});

describe('a world café', () => {
  it('[R200] the server makes tables and moves people; nobody else says who hosts or sits where', async () => {
    await begin('world-cafe');
    const first = await board.reaches('open');
    expect(first.groups.map(({ people: at }) => at.length)).toEqual([2, 2]);
    const hosts = first.groups.map(({ host }) => host);
    const mover = people.find(({ participantId }) => hosts.every((host) => host !== participantId));
    for (const wish of [
      { type: 'choose-group', set: first.id, group: 2, host: mover?.participantId },
      { type: 'move-person', set: first.id, participant: mover?.participantId, to: 2 },
    ])
      expect((await board.command(wish, mover?.token)).status).toBe(403);
    const zoneBefore = first.groups.find(({ people: at }) =>
      at.some((one) => one.participant === mover?.participantId),
    )?.zone;
    await board.note(mover?.token ?? '', 'kestrel', zoneBefore ?? '');
    const { phase } = await board.session();
    await board.command({ type: 'next', phase });
    await until(async () => expect((await board.set()).step).not.toBe(first.step));
    const second = await board.set();
    expect(second).toMatchObject({ id: first.id, stage: 'open' });
    expect(second.groups.map(({ host, zone }) => [host, zone])).toEqual(
      first.groups.map(({ host, zone }) => [host, zone]),
    );
    expect(groupOf(second, mover?.participantId ?? '')?.zone).not.toBe(zoneBefore);
    // What was written stays at the table.
    const note = (await board.shapes()).find(({ type }) => type === 'note');
    expect(note?.parentId).toBe(zoneBefore);
  });
});

describe('whether to go on', () => {
  it('[R201] [R202] is asked at zero, answered for oneself, and seen by nobody before it is closed', async () => {
    await begin('lean-coffee');
    const talk = (await board.session()).phases.find(({ asksOn }) => asksOn);
    await board.command({ type: 'jump', phase: (await board.session()).phase, to: talk?.id });
    expect((await board.session()).phase).toBe(talk?.id);
    await board.command({ type: 'add-time', minutes: -8 });
    const timer = (await board.session()).timer?.startedAt;
    await until(async () => expect((await board.session()).thumbs).toMatchObject({ timer, counts: null }));
    const leader = await on.withToken(board.access.leader.token).ready();
    const [ada, ben] = people as [Joined, Joined];
    expect((await board.command({ type: 'say-thumb', timer, thumb: 'both' }, ada.token)).status).toBe(400);
    expect(reasonIn(await board.command({ type: 'close-thumbs', timer }, ada.token))).toBe('not-leading');
    for (const thumb of ['up', 'down'])
      expect(
        (await board.command({ type: 'say-thumb', timer, thumb, participant: ben.participantId }, ada.token)).status,
      ).toBe(200);
    const who = { who: [ada.participantId], counts: null };
    await until(() => expect(leader.sessions.at(-1)?.session.thumbs).toMatchObject(who));
    expect(JSON.stringify(leader.sessions)).not.toContain('"down"');
    expect((await board.session(ben.token)).thumbs).toMatchObject(who);
    await board.command({ type: 'close-thumbs', timer });
    expect((await board.session(ben.token)).thumbs).toEqual({ timer, who: [], counts: 'few' });
  });
});

describe('scoring ideas', () => {
  beforeEach(async () => {
    await gather('decide-and-commit');
  });

  it('[R204] [R205] the server hands out what people wrote, takes a score for that alone, and shows sums at the end', async () => {
    for (const name of ['Eva', 'Fay']) people.push(await board.access.joinAs('edit', { name }));
    for (const one of people) await board.isHere(one);
    const { token: leading } = board.access.leader;
    const zone = (await board.zones()).find(({ props }) => props.part === 'proposals')?.id ?? '';
    // What lay there before is no idea of theirs.
    await board.note(people[0]?.token ?? '', 'of another day', zone);
    await begin('twenty-five-ten', { zone });
    const next = async () => board.command({ type: 'next', phase: (await board.session()).phase });
    const rounds = (await board.session()).phases.slice(1).map(({ id }) => id);
    await next();
    await until(async () => expect((await board.session()).phase).toBe(rounds[0]));
    await until(async () => expect((await board.session()).rounds.at(-1)?.stage).toBe('revealed'));
    const notes = new Map<string, string>();
    for (const one of people) notes.set(one.participantId, await board.note(one.token, `idea of ${one.name}`, zone));
    await until(async () => expect((await board.session()).scoring?.ideas).toHaveLength(6));
    const leader = await on.withToken(leading).ready();
    for (const [round, id] of rounds.slice(0, 5).entries()) {
      await until(async () => expect((await board.session()).phase).toBe(id));
      const { scoring } = await board.session();
      if (!scoring) throw new Error('Nothing is scored.');
      const wish = { type: 'give-score', of: scoring.of, round: round + 1, score: 4 };
      const [ada] = people as [Joined];
      expect(reasonIn(await board.command({ ...wish, idea: notes.get(ada.participantId) }, ada.token))).toBe(
        'not-given',
      );
      const given = await Promise.all(
        people.map(({ participantId, token }) =>
          board.command({ ...wish, idea: ideaFor(scoring, participantId, round + 1)?.id }, token),
        ),
      );
      expect(given.map(({ status }) => status)).toEqual(people.map(() => 200));
      await until(() => expect(leader.sessions.at(-1)?.session.scoring?.who).toHaveLength(6));
      await next();
    }
    expect(JSON.stringify(leader.sessions)).not.toContain('"given"');
    expect((await board.command({ type: 'give-score', of: 'x', round: 1, idea: 'x', score: 6 })).status).toBe(400);
    await until(async () => expect((await board.session(people[0]?.token)).scoring?.top).toHaveLength(6));
    const { scoring } = await board.session(people[0]?.token);
    expect(scoring?.top?.map(({ sum, count }) => [sum, count])).toEqual(people.map(() => [20, 5]));
    expect(new Set(scoring?.top?.map(({ id }) => id))).toEqual(new Set(notes.values()));
  });
});
