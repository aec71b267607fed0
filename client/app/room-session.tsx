// What an open board shows of its session and votes over the canvas, and what its panel needs of them.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { Editor } from 'tldraw';
import type { Person } from '../board/person.ts';
import { isLeading } from '../session/rights-now.ts';
import { Signals } from '../session/signals.tsx';
import { SessionHead } from '../session/session-head.tsx';
import { useSessionView } from '../session/use-session.ts';
import type { PersonHere } from '../voting/start-vote.tsx';
import { VoteBar } from '../voting/vote-bar.tsx';
import type { BoardSession } from './board-session.ts';
import { RoomDrafts } from './room-drafts.tsx';
import { RoomGroups } from './room-groups.tsx';
import { screenAddress } from './router.ts';
import { useSignalSources } from './signal-sources.ts';

interface RoomSessionProps {
  session: BoardSession;
  joined: Joined;
  /** Null where there is no canvas. */
  editor: Editor | null;
  /** Who is here. */
  people: readonly Person[];
  onPanel: (tab: string) => void;
}

export function RoomSession({ session, joined, editor, people, onPanel }: RoomSessionProps) {
  const view = useSessionView(session.live);
  const step = view && stepWithVote(view);
  const sources = useSignalSources(session, editor, joined);
  return (
    <>
      <SessionHead
        store={session.live}
        self={joined}
        editor={editor}
        people={people}
        screen={screenAddress(joined.id)}
      />
      <RoomDrafts {...{ session, joined, editor, people }} />
      <RoomGroups live={session.live} {...{ joined, editor, onPanel }} />
      <Signals sources={sources} />
      <VoteBar
        store={session.votes}
        serverNow={session.live.now}
        isLeading={view !== null && isLeading(view, joined)}
        {...(step && { step })}
        {...(editor && { onShow: () => onPanel('votes') })}
      />
    </>
  );
}

function stepWithVote({ phases, phase, phaseStartedAt: startedAt }: SessionView) {
  const step = phases.find(({ id }) => id === phase);
  return step?.vote && startedAt !== null ? { phase: step.id, startedAt } : null;
}

export function panelParts({ live, votes, comments, access }: BoardSession, people: readonly Person[]) {
  return {
    live,
    votes,
    comments,
    withToken: access.withToken,
    people: people.map(({ name }) => name),
    voters: votersOf(people),
  };
}

/** Each person once, on however many devices they are here. */
function votersOf(people: readonly Person[]): PersonHere[] {
  const voting = people.filter(({ role }) => mayEdit(role));
  return [...new Map(voting.map(({ participantId, name }) => [participantId, { participantId, name }])).values()];
}
