// What an open board shows of its session and votes over the canvas, and what its panel needs of them.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { isWorkOnItsWay } from '@commonboard/shared/session/on-its-way.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { Editor } from 'tldraw';
import type { Person } from '../../board/person.ts';
import { showShapes } from '../../canvas/show-shapes.ts';
import { LateCard } from '../../session/late-card.tsx';
import { HarvestOffer } from '../../harvest/harvest-offer.tsx';
import { usePublishedToast } from '../../harvest/use-harvest.ts';
import { currentPhase } from '../../session/phase-text.ts';
import { isLeading } from '../../session/rights-now.ts';
import { Signals } from '../../session/signals/signals.tsx';
import { SessionHead } from '../../session/session-head.tsx';
import { useSessionView } from '../../session/use-session.ts';
import { zonesOn } from '../../session/zones-on.ts';
import { deviceStorage } from '../../sync/unsent-notes.ts';
import { resultTitle } from '../../voting/result-title.ts';
import { useVotes } from '../../voting/use-votes.ts';
import { VoteBar } from '../../voting/vote-bar.tsx';
import type { BoardSession } from '../live/board-session.ts';
import { RoomDrafts } from './room-drafts.tsx';
import { RoomGroups } from './room-groups.tsx';
import { screenAddress } from '../router.ts';
import { useSignalSources } from '../live/signal-sources.ts';

interface RoomSessionProps {
  session: BoardSession;
  joined: Joined;
  /** Null where there is no canvas. */
  editor: Editor | null;
  /** Who is here. */
  people: readonly Person[];
  onPanel: (tab: string) => void;
  onHarvest: () => void;
  /** To what is published. */
  onResults: () => void;
}

export function RoomSession({ session, joined, editor, people, onPanel, onHarvest, onResults }: RoomSessionProps) {
  const view = useSessionView(session.live);
  const step = view && stepWithVote(view);
  const leads = view !== null && isLeading(view, joined);
  usePublishedToast(session.harvest, onResults);
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
      {view?.status === 'running' && <Late {...{ session, joined, editor, view }} />}
      {leads && editor && currentPhase(view)?.kind === 'harvest' && <HarvestOffer onHarvest={onHarvest} />}
      <RoomDrafts {...{ session, joined, editor, people }} />
      <RoomGroups live={session.live} {...{ joined, editor, onPanel }} />
      <Signals sources={sources} />
      <VoteBar
        store={session.votes}
        serverNow={session.live.now}
        isLeading={leads}
        {...(step && { step })}
        {...(editor && { onShow: () => onPanel('votes') })}
      />
    </>
  );
}

interface LateProps extends Pick<RoomSessionProps, 'session' | 'joined' | 'editor'> {
  view: SessionView;
}

/** For whoever takes part; who leads knows where the session is. */
function Late({ session, joined, editor, view }: LateProps) {
  const rounds = useVotes(session.votes);
  const phase = currentPhase(view);
  if (!phase || isLeading(view, joined)) return null;
  const last = rounds?.find(({ result }) => result !== null);
  const zones = editor ? zonesOn(editor) : [];
  const places = zones.filter(({ id, part }) => phase.zones.includes(id) || phase.zones.includes(part ?? ''));
  return (
    <LateCard
      board={joined.id}
      view={view}
      phase={phase}
      round={openRoundOf(view)}
      lastResult={last?.result ? resultTitle(last, last.result) : null}
      storage={deviceStorage()}
      {...(editor &&
        places.length > 0 && {
          onShow: () =>
            showShapes(
              editor,
              places.map(({ id }) => id),
            ),
        })}
    />
  );
}

function stepWithVote(view: SessionView) {
  const step = currentPhase(view);
  const startedAt = view.phaseStartedAt;
  return step?.vote && startedAt !== null ? { phase: step.id, startedAt, isWaiting: isWorkOnItsWay(view) } : null;
}

export function panelParts({ live, votes, comments, harvest, access }: BoardSession, people: readonly Person[]) {
  return {
    live,
    votes,
    comments,
    harvest,
    withToken: access.withToken,
    people: people.map(({ name }) => name),
    voters: people.filter(({ role }) => mayEdit(role)),
  };
}
