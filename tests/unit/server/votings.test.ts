// What a board's votes cost when many look on.
import * as decoding from 'lib0/decoding';
import { expect, it, onTestFinished, vi } from 'vitest';
import { boardIdSchema, type ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { decodeSessionMessage, type VotesNews } from '@commonboard/shared/protocol/session-message.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import type { Sessions } from '@commonboard/server/session/sessions.ts';
import type { VotingStore } from '@commonboard/server/storage/voting-store.ts';
import type { Rooms } from '@commonboard/server/sync/rooms.ts';
import { createVotings } from '@commonboard/server/voting/votings.ts';
import { ballot, opened, roundId, voter } from '../../support/voting-acts.ts';

const board = boardIdSchema.parse('AAAAAAAAAAAAAAAA');

it('[R136] one push looks once who is here, however many it is for, and each gets their own ballot', async () => {
  const round = opened();
  const people = 'ABCDEF'.split('').map(voter);
  const asked = vi.fn(() => new Set(people));
  const told = new Map<ParticipantId, VotesNews>();
  const rooms: Pick<Rooms, 'connected' | 'isOpen' | 'tell'> = {
    connected: asked,
    isOpen: () => true,
    tell: (_, messageFor) => {
      for (const person of people) {
        const decoder = decoding.createDecoder(messageFor('edit', person) ?? new Uint8Array());
        decoding.readVarUint(decoder);
        const said = decodeSessionMessage(decoder);
        if (said?.type === 'votes') told.set(person, said);
      }
    },
  };
  const store: VotingStore = {
    listRounds: async () => [{ id: round.id, revision: 1, isOpen: true, state: JSON.stringify(round) }],
    listBallots: async () => [],
    putRound: async () => true,
    putBallot: async () => true,
    removeRound: async () => undefined,
  };
  const session = { isLedBy: () => false };
  const votings = createVotings({
    store,
    log: createLog(),
    now: () => 1_000,
    stored: () => undefined,
    sessions: { open: async () => session } as unknown as Sessions,
    rooms: () => rooms as Rooms,
    visits: { here: () => new Set(), note: () => undefined, isLed: () => false },
  });
  onTestFinished(() => votings.stop());
  const voting = await votings.open(board);
  const own = ballot(['a', 2]);
  expect(await voting.vote(roundId(), voter('B'), own)).toBe('done');
  await vi.waitUntil(() => told.size === people.length);
  expect(asked).toHaveBeenCalledTimes(1);
  for (const [person, { rounds }] of told) {
    expect(rounds[0]?.ballot).toEqual(person === voter('B') ? own : null);
    expect(rounds[0]?.progress).toMatchObject({ here: { people: 6, voted: 1 } });
  }
});
