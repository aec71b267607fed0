// The HTTP calls of votes: how they stand, open, close, and one's own ballot.
import type { DetailedCode } from '@commonboard/shared/protocol/errors.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import { votingRefusals, type VotingRefusal } from '@commonboard/shared/voting/refusals.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';
import type { Viewer } from '@commonboard/shared/voting/round-view.ts';
import { votableWords } from '@commonboard/shared/voting/votable.ts';
import { ownRole, personOf } from '../access/grants.ts';
import type { Caller, Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardVoting } from './board-voting.ts';
import { whoTakesPart } from './roster.ts';
import { runOf } from './step-votes.ts';

/** Others are mistakes in what was sent. */
const codes: Partial<Record<VotingRefusal, DetailedCode>> = {
  'not-leading': 'not-yours',
  'not-taking-part': 'not-yours',
  'not-on-roster': 'not-yours',
  'no-round': 'not-found',
  'not-open': 'not-now',
  'another-open': 'not-now',
  full: 'not-now',
  'no-options': 'not-now',
  'many-options': 'not-now',
  'no-step': 'not-now',
  'no-person': 'not-now',
};

export function mountVoting(
  mount: Mount,
  { votings, stepVotes, sessions, boards, rooms, commandLimit, now }: ServerParts,
): void {
  interface Asked {
    voting: BoardVoting;
    session: BoardSession;
    viewer: Viewer;
  }

  async function asked({ grant, role }: Caller, id: BoardId): Promise<Asked> {
    const [voting, session] = await Promise.all([votings.open(id), sessions.open(id)]);
    const participant = personOf(grant);
    // A paused board takes no changes; its people still vote.
    return {
      voting,
      session,
      viewer: { participant, isLeading: session.isLedBy(ownRole(grant) ?? role, participant) },
    };
  }

  async function leading(caller: Caller, id: BoardId): Promise<Asked> {
    const found = await asked(paced(caller), id);
    if (!found.viewer.isLeading) throw refused('not-leading');
    return found;
  }

  function paced(caller: Caller): Caller {
    const { board, participant } = caller.grant;
    if (!commandLimit.take(`${board.row.id} ${participant.id}`)) throw new RequestRefused('too-many');
    return caller;
  }

  const answer = (voting: BoardVoting, viewer: Viewer, id: RoundId): VotesAnswer => {
    const view = voting.view(id, viewer);
    return { now: now(), rounds: view ? [view] : [] };
  };

  mount('votes', async ({ caller, params }) => {
    const { voting, viewer } = await asked(caller, params.id);
    return { now: now(), rounds: voting.views(viewer) };
  });

  mount('openVote', async ({ caller, params, body }) => {
    const { voting, session, viewer } = await leading(caller, params.id);
    const records = await rooms.open(params.id).use((room) => room.read(boardRecords));
    const recordOf = new Map(records.map((record) => [record.id as string, record]));
    done(
      await voting.open(body, {
        wordsOf: (id) => votableWords(recordOf.get(id)),
        people: await whoTakesPart(boards, caller.grant.board),
        // Nothing of a rehearsal stays.
        step: session.step?.isRehearsal === true ? runOf(session.step) : null,
      }),
    );
    return answer(voting, viewer, body.id);
  });

  mount('openStepVote', async ({ caller, params }) => {
    const { voting, viewer } = await leading(caller, params.id);
    const outcome = await stepVotes.open(params.id);
    if (typeof outcome === 'string') throw refusedOr(outcome);
    return answer(voting, viewer, outcome.id);
  });

  mount('changeVote', async ({ caller, params: { id, round }, body }) => {
    const { voting, viewer } = await leading(caller, id);
    const { name } = caller.grant.participant;
    switch (body.action) {
      case 'close':
        done(await voting.close(round, name));
        break;
      case 'hold':
        done(await voting.hold(round));
        break;
      case 'remove':
        done(await voting.remove(round, name));
    }
    return answer(voting, viewer, round);
  });

  mount('putBallot', async ({ caller, params: { id, round }, body }) => {
    const { voting, viewer } = await asked(paced(caller), id);
    if ((ownRole(caller.grant) ?? caller.role) === 'view') throw refused('not-taking-part');
    done(await voting.vote(round, caller.grant.participant.id, body));
    return answer(voting, viewer, round);
  });
}

function done(outcome: Awaited<ReturnType<BoardVoting['vote']>>): void {
  if (outcome !== 'done') throw refusedOr(outcome);
}

function refusedOr(outcome: VotingRefusal | 'busy'): RequestRefused {
  return outcome === 'busy' ? new RequestRefused('too-many') : refused(outcome);
}

function refused(reason: VotingRefusal): RequestRefused {
  return new RequestRefused(codes[reason] ?? 'bad-request', votingRefusals[reason], { reason });
}
