// Who asks something of drafts, and why they are refused.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { draftRefusals, type DraftRefusal } from '@commonboard/shared/drafts/refusals.ts';
import type { DetailedCode } from '@commonboard/shared/protocol/errors.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { ownRole, personOf } from '../access/grants.ts';
import type { Caller } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardDrafts } from './board-drafts.ts';

export interface Asked {
  drafts: BoardDrafts;
  session: BoardSession;
  participant: ParticipantId;
  isLeading: boolean;
}

export interface DraftCallers {
  asked: (caller: Caller, id: BoardId) => Promise<Asked>;
  /** Somebody who takes part, and not too often. */
  writing: (caller: Caller, id: BoardId) => Promise<Asked>;
  leading: (caller: Caller, id: BoardId) => Promise<Asked>;
}

export function draftCallers({
  drafts: all,
  sessions,
  commandLimit,
}: Pick<ServerParts, 'drafts' | 'sessions' | 'commandLimit'>): DraftCallers {
  async function asked({ grant, role }: Caller, id: BoardId): Promise<Asked> {
    const [drafts, session] = await Promise.all([all.open(id), sessions.open(id)]);
    const participant = personOf(grant);
    return { drafts, session, participant, isLeading: session.isLedBy(ownRole(grant) ?? role, participant) };
  }

  async function writing(caller: Caller, id: BoardId): Promise<Asked> {
    const { board, participant } = caller.grant;
    if (!commandLimit.take(`${board.row.id} ${participant.id}`)) throw new RequestRefused('too-many');
    if (ownRole(caller.grant) === 'view') throw refused('not-taking-part');
    if (caller.role === 'view') throw new RequestRefused('paused');
    return asked(caller, id);
  }

  async function leading(caller: Caller, id: BoardId): Promise<Asked> {
    const found = await writing(caller, id);
    if (!found.isLeading) throw refused('not-leading');
    return found;
  }

  return { asked, writing, leading };
}

export function openRound({ session }: Asked): PrivateRound {
  if (!session.openRound) throw refused('no-round');
  return session.openRound;
}

export function there<T>(found: T | null): T {
  if (found === null) throw refused('no-draft');
  return found;
}

const codes: Record<DraftRefusal, DetailedCode> = {
  'not-leading': 'not-yours',
  'not-taking-part': 'not-yours',
  anonymous: 'not-yours',
  silenced: 'not-yours',
  'no-round': 'not-now',
  'not-revealed': 'not-now',
  'too-many': 'not-now',
  'has-maker': 'not-now',
  'no-draft': 'not-found',
};

export function refused(reason: DraftRefusal): RequestRefused {
  return new RequestRefused(codes[reason], draftRefusals[reason], { reason });
}
