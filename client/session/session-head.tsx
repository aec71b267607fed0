// What stands over the board while a session runs: the banner, what is about to happen, and the row of who leads.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { Editor } from 'tldraw';
import { useValue } from 'tldraw';
import { selectedZone } from '../canvas/selected-zone.ts';
import { placeInView, useBringing, useSpotlight } from './bring-here.ts';
import { Countdown } from './countdown.tsx';
import { DeputyLine, type SessionGuest } from './lead/deputy.tsx';
import { FacilitatorRow } from './lead/facilitator-row.tsx';
import { useMayChat } from './signals/own-signals.tsx';
import { useIdeaWords } from './idea-words.ts';
import { PresentBar } from './lead/present-bar.tsx';
import { hasBanner, PhaseBanner } from './phase-banner.tsx';
import { currentPhase } from './phase-text.ts';
import { isLeading } from './rights-now.ts';
import { zonesInAgendaOrder } from '@commonboard/shared/session/zone-order.ts';
import { zonesOn } from './zones-on.ts';
import type { SessionStore } from './session-store.ts';
import { StepLines } from './activities/step-lines.tsx';
import { SaidTime } from './timer/said-time.tsx';
import { useTimeOver } from './timer/time-over.ts';
import { useSessionView } from './use-session.ts';

interface SessionHeadProps {
  store: SessionStore;
  self: Joined;
  /** Null where there is no canvas. */
  editor: Editor | null;
  /** Who is here. */
  people: readonly SessionGuest[];
  /** Address of the page for a projector. */
  screen: string;
}

export function SessionHead({ store, self, editor, people, screen }: SessionHeadProps) {
  const view = useSessionView(store);
  useBringing(editor, view, self.participantId, store.now);
  useSpotlight(editor, view?.spotlight ?? null);
  useTimeOver(store, view?.timer ?? null);
  const zone = useValue('selected zone', () => selectedZone(editor), [editor]);
  useMayChat(editor, mayEdit(self.role) && view?.off.includes('chat') !== true);
  const words = useIdeaWords(editor, view?.scoring ?? null);
  if (!view) return null;
  const leading = isLeading(view, self);
  const soon = view.pending && <Countdown store={store} view={view} pending={view.pending} isLeading={leading} />;
  if (!hasBanner(view)) return soon;
  return (
    <>
      <SaidTime store={store} timer={view.timer} />
      <PhaseBanner
        store={store}
        view={view}
        participantId={self.participantId}
        mayTakePart={mayEdit(self.role)}
        isLeading={leading}
        editor={editor}
      />
      {leading && editor && view.spotlight !== null && <PresentBar store={store} view={view} editor={editor} />}
      <DeputyLine store={store} view={view} people={people} />
      <StepLines store={store} view={view} self={self} words={words} />
      {soon}
      {leading && (
        <FacilitatorRow
          store={store}
          view={view}
          people={people}
          {...(self.role === 'facilitate' && { screen })}
          {...(editor && { onBring: () => void store.send({ type: 'bring', place: placeInView(editor) }) })}
          {...(editor && { onPresent: () => present(editor, store, view) })}
          {...(zone !== null && { onSpotlight: () => void store.send({ type: 'spotlight', zone }) })}
        />
      )}
    </>
  );
}

/** From the first place of the step that runs, or of the agenda. */
function present(editor: Editor, store: SessionStore, view: SessionView): void {
  const zones = zonesInAgendaOrder(zonesOn(editor), view);
  const named = currentPhase(view)?.zones ?? [];
  const first = zones.find(({ id, part }) => named.includes(id) || named.includes(part ?? '')) ?? zones[0];
  if (first) void store.send({ type: 'spotlight', zone: first.id });
}
