// A board that has been joined, without its canvas: one column on a phone, two where there is room.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { goHome, goToOtherWay } from '../app/router.ts';
import { sectorAskedOn, thisDevice } from '../app/device/this-device.ts';
import { currentPhase } from '../session/phase-text.ts';
import { isLeading, rightsNow } from '../session/rights-now.ts';
import { TabTitle } from '../session/timer/tab-title.tsx';
import { useSessionView } from '../session/use-session.ts';
import { Button } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Logo } from '../ui/logo.tsx';
import { HomeLink } from '../ui/plain-page.tsx';
import { Waiting } from '../ui/spinner.tsx';
import { refusedHereText } from '../ui/messages/session-text.ts';
import { t } from '../ui/messages/t.ts';
import { useVotes } from '../voting/use-votes.ts';
import { GroupPart, ownZone } from './group-part.tsx';
import type { PageSession } from './open-page-session.ts';
import { AfterPart } from './after-part.tsx';
import { OwnPart } from './own-part.tsx';
import { zoneOfStep, zonesOf } from './own-notes.ts';
import styles from './page.module.css';
import { PrivatePart } from './private-part.tsx';
import { ReadPart, titlesIn } from './read-part.tsx';
import { SaveLine } from './save-line.tsx';
import { StepPart } from './step-part.tsx';
import {
  useEntries,
  useLeaveWarning,
  useLinkState,
  useOwnNotes,
  usePageSession,
  usePrivateRound,
  useSaidAloud,
  useShownRound,
} from './use-page.ts';
import { VotePart } from './vote-part.tsx';
import { WritePart } from './write-part.tsx';

interface OpenPageProps {
  joined: Joined;
  boardKey: string;
  /** The server does not let this person go on. */
  onRefused: (error: unknown) => void;
  /** A facilitator has given this person another role. */
  onRole: () => void;
  /** To what is published. */
  onResults: () => void;
}

export function OpenPage({ joined, boardKey, onRefused, onRole, onResults }: OpenPageProps) {
  const session = usePageSession(joined, boardKey, onRefused);
  return session ? (
    <Parts session={session} joined={joined} onRole={onRole} onResults={onResults} />
  ) : (
    <Waiting text={t('join.loading')} />
  );
}

interface PartsProps extends Pick<OpenPageProps, 'joined' | 'onRole' | 'onResults'> {
  session: PageSession;
}

function Parts({ session, joined, onRole, onResults }: PartsProps) {
  const link = useLinkState(session);
  const entries = useEntries(session);
  const view = useSessionView(session.live);
  const rounds = useVotes(session.votes);
  const writing = usePrivateRound(session);
  const onTheirWay = [...entries, ...useEntries(writing)];
  const shown = useShownRound(session);
  const isPaused = link.news?.paused === true;
  const title = (link.news?.title ?? joined.title) || t('common.untitled');
  const zones = useMemo(() => zonesOf(link.outline?.pages ?? []), [link.outline]);
  const hasResults = link.news?.results === true;
  const { participantId } = joined;
  const said = useSaidAloud(session, {
    view: link.outline && view,
    rounds,
    isPaused,
    hasResults,
    zones,
    participantId,
  });
  const words = useMemo(() => titlesIn(link.outline?.pages ?? []), [link.outline]);
  const notes = useOwnNotes(link, entries, writing !== null);
  const inGroup = view && ownZone(view, joined.participantId);
  useNewRole(joined.role, link.news?.role ?? joined.role, onRole);
  useLeaveWarning(onTheirWay.some(({ state }) => state === 'here'));
  useEffect(() => thisDevice.rename(joined.id, title), [joined.id, title]);
  const whyNot = isPaused ? t('page.may.paused') : whyNotNow(view, joined);
  const parts = (view && currentPhase(view)?.zones) ?? [];
  return (
    <div className={styles.page}>
      <TabTitle store={session.live} title={title} />
      <header className={styles.head}>
        <HomeLink className={styles.home} onHome={goHome}>
          <Logo size={24} />
          <Hidden>{t('board.home')}</Hidden>
        </HomeLink>
        <h1 className={styles.title}>{title}</h1>
        <SaveLine link={link} entries={onTheirWay} role={joined.role} />
        {hasResults && <Button onClick={onResults}>{t('harvest.see')}</Button>}
        <Button look="quiet" onClick={() => goToOtherWay(joined.id)}>
          {t('page.canvas')}
        </Button>
      </header>
      <Hidden>
        <output aria-live="polite" data-testid="said">
          {said}
        </output>
      </Hidden>
      <main className={styles.main}>
        <div className={styles.doing}>
          {view && (
            <StepPart store={session.live} view={view} self={joined} isPaused={isPaused} zones={zones} words={words} />
          )}
          {view && mayEdit(joined.role) && !isLeading(view, joined) && (
            <GroupPart
              store={session.live}
              view={view}
              participantId={joined.participantId}
              sectorAsked={sectorAskedOn(joined.id)}
            />
          )}
          {rounds && rounds.length > 0 && (
            <VotePart store={session.votes} rounds={rounds} role={joined.role} serverNow={session.live.now} />
          )}
          {mayEdit(joined.role) && (
            <>
              <AfterPart drafts={session.drafts} shown={shown} />
              {writing ? (
                <PrivatePart key={writing.round.id} session={session} writing={writing} isPaused={isPaused} />
              ) : (
                <WritePart
                  session={session}
                  zones={zones}
                  usual={inGroup ?? zoneOfStep(zones, parts)}
                  whyNot={whyNot}
                />
              )}
              <OwnPart session={session} notes={notes} isFrozen={whyNot !== null} />
            </>
          )}
        </div>
        <ReadPart outline={link.outline} first={inGroup} />
      </main>
    </div>
  );
}

/** Null where something can be written. Before the session is known nothing is: people may be writing in private. */
function whyNotNow(view: SessionView | null, joined: Joined): string | null {
  if (!view) return t('join.loading');
  if (view.rounds.some(({ stage }) => stage === 'open')) return t('page.may.private');
  const rights = rightsNow(view, joined);
  return rights === 'frozen' ? refusedHereText(rights) : null;
}

function useNewRole(role: Role, now: Role, onRole: () => void): void {
  const tell = useEffectEvent(onRole);
  useEffect(() => {
    if (now !== role) tell();
  }, [role, now]);
}
