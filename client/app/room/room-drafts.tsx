// Private rounds on an open board: the line while one is open, what is left of others, and the way to open one by hand.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import { useEffect, useState } from 'react';
import type { Editor } from 'tldraw';
import type { Person } from '../../board/person.ts';
import { selectedZone } from '../../canvas/selected-zone.ts';
import { AfterRound } from '../../drafts/after-round.tsx';
import { RoundBar } from '../../drafts/round-bar.tsx';
import { tellShownNotes } from '../../drafts/shown-notes.ts';
import type { Writer } from '../../drafts/show-person.tsx';
import { StartRound, type ZoneChoice } from '../../drafts/start-round.tsx';
import { isLeading } from '../../session/rights-now.ts';
import { privateRoundRequest } from '../../session/start-requests.ts';
import { useSessionView } from '../../session/use-session.ts';
import { call } from '../../sync/api.ts';
import type { BoardAccess } from '../board-access.ts';
import type { BoardSession } from '../live/board-session.ts';

interface RoomDraftsProps {
  session: BoardSession;
  joined: Joined;
  /** Null where there is no canvas. */
  editor: Editor | null;
  people: readonly Person[];
}

export function RoomDrafts({ session: { live, drafts, access }, joined, editor, people }: RoomDraftsProps) {
  const view = useSessionView(live);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => privateRoundRequest.onAsked(() => setAsking(true)), []);
  useEffect(() => {
    const heard = {
      rounds: () => live.view()?.rounds ?? [],
      onChange: (listener: () => void) => live.onChange(listener),
    };
    return editor ? tellShownNotes(editor, heard) : undefined;
  }, [editor, live]);
  if (!view) return null;
  const round = openRoundOf(view);
  const leading = isLeading(view, joined);
  const writers = people.filter(({ role }) => mayEdit(role));
  const acts = round && {
    reveal: () => void live.send({ type: 'reveal-round', round: round.id }),
    cancel: () => void live.send({ type: 'cancel-round', round: round.id }),
    limit: (limits: { notesMax: number; best: number | null }) =>
      void live.send({ type: 'limit-round', round: round.id, ...limits }),
    show: (person: ParticipantId) => drafts.store.showOf(round, person),
    writers: writers.filter(({ isMe }) => !isMe),
    findWriters: () => writersOf(joined, access),
    isBusy: view.pending !== null,
  };
  return (
    <>
      {round && (
        <RoundBar store={drafts.store} round={round} peopleHere={writers.length} lead={leading ? acts : null} />
      )}
      <AfterRound store={drafts.store} isLeading={leading} />
      {isAsking && leading && (
        <StartRound
          zones={zonesOn(editor)}
          zone={selectedZone(editor)}
          onStart={async (wish) => {
            if (await live.send({ type: 'open-round', ...wish })) setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function zonesOn(editor: Editor | null): ZoneChoice[] {
  const shapes = editor?.getCurrentPageShapesSorted() ?? [];
  return shapes.flatMap((shape) =>
    isZone(shape) && shape.props.locked !== true ? [{ id: shape.id, title: shape.props.title }] : [],
  );
}

/** All who take part, for who facilitates: who has no canvas is not among those that a page sees. */
async function writersOf({ id, participantId: self }: Joined, { withToken }: BoardAccess): Promise<Writer[]> {
  const { participants } = await withToken((token) => call('participants', { params: { id }, token }));
  return participants
    .filter((one) => one.id !== self && one.standing === 'in' && mayEdit(one.role))
    .map((one) => ({ participantId: one.id, name: one.name }));
}
