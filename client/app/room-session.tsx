// What an open board shows of its session and votes over the canvas, and what its panel needs of them.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Editor } from 'tldraw';
import type { Person } from '../board/person.ts';
import { isLeading } from '../session/rights-now.ts';
import { SessionHead } from '../session/session-head.tsx';
import { useSessionView } from '../session/use-session.ts';
import type { PersonHere } from '../voting/start-vote.tsx';
import { VoteBar } from '../voting/vote-bar.tsx';
import type { BoardSession } from './board-session.ts';
import { RoomDrafts } from './room-drafts.tsx';

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
  return (
    <>
      <SessionHead store={session.live} self={joined} editor={editor} people={people} />
      <RoomDrafts {...{ session, joined, editor, people }} />
      <VoteBar
        store={session.votes}
        serverNow={session.live.now}
        isLeading={view !== null && isLeading(view, joined)}
        {...(editor && { onShow: () => onPanel('votes') })}
      />
    </>
  );
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
