// The side panel of a board: which tabs there are, and when it opens by itself.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useValue, type Editor } from 'tldraw';
import { AgendaPanel } from '../../agenda/agenda-panel.tsx';
import { SidePanel } from '../../board/side-panel.tsx';
import { useBoardModel } from '../../canvas/live-model.ts';
import { makeZones } from '../../canvas/make-zones.ts';
import { showShapes } from '../../canvas/show-shapes.ts';
import { DetailsPanel } from '../../cards/details-panel.tsx';
import { detailsRequests } from '../../cards/details-request.ts';
import { CommentsPanel } from '../../comments/comments-panel.tsx';
import type { CommentsStore } from '../../comments/comments-store.ts';
import { useThreads } from '../../comments/use-threads.ts';
import { CheckPanel } from '../../checks/check-panel.tsx';
import type { HarvestStore } from '../../harvest/harvest-store.ts';
import { useHarvest } from '../../harvest/use-harvest.ts';
import { ResultsPanel } from '../../results/results-panel.tsx';
import { HistoryPanel } from '../../history/history-panel.tsx';
import { AgendaSteps } from '../../session/agenda/agenda-steps.tsx';
import { isLeading } from '../../session/rights-now.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { useSessionView } from '../../session/use-session.ts';
import { ViewsPanel } from '../../views/views-panel.tsx';
import type { PersonHere } from '../../voting/start-vote.tsx';
import { useVotes } from '../../voting/use-votes.ts';
import { VotesPanel } from '../../voting/votes-panel.tsx';
import type { VotesStore } from '../../voting/votes-store.ts';
import { t } from '../../ui/messages/t.ts';
import type { Tab } from '../../ui/tabs.tsx';
import { showToast } from '../../ui/toast-list.ts';
import type { BoardAccess } from '../board-access.ts';
import { createKeyBody } from '../device/create-key.ts';
import { withDrawer } from '../draw/draw-zone.ts';
import { drawVersion } from '../draw/draw-version.ts';
import { goTo } from '../router.ts';
import { useCommentRequests } from './use-comments.ts';
import { useBoardTemplate, type BoardTemplate } from './use-board-template.ts';
import { rememberCreated } from '../use-create-board.ts';

export interface BoardPanelProps {
  editor: Editor;
  joined: Joined;
  /** For tldraw. */
  licenceKey: string | null;
  title: string;
  /** Names of those who are here. */
  people: readonly string[];
  /** Those of them who may vote. */
  voters: readonly PersonHere[];
  votes: VotesStore;
  comments: CommentsStore;
  harvest: HarvestStore;
  withToken: BoardAccess['withToken'];
  live: SessionStore;
  isOnline: boolean;
  /** Some work of this page is not stored by the server yet. */
  hasUnsaved: boolean;
  /** Missing where this person may change nothing. */
  onIntake?: () => void;
  /** For who leads. */
  onHarvest: () => void;
  /** To what is published. */
  onResults: () => void;
  shown: string | null;
  onShow: (tab: string | null) => void;
}

export function BoardPanel(props: BoardPanelProps) {
  const { editor, joined, withToken, shown, onShow } = props;
  const plan = useBoardTemplate(joined, withToken, shown === 'agenda');
  useDetailsRequests(editor, onShow);
  useCommentRequests(editor, onShow);
  // Closed, it reads nothing.
  return shown === null ? null : <OpenPanel {...props} plan={plan} shown={shown} />;
}

type OpenPanelProps = BoardPanelProps & { shown: string; plan: BoardTemplate };

function OpenPanel(props: OpenPanelProps) {
  const { editor, joined, title, shown, onShow } = props;
  const model = useBoardModel(editor, { title, template: joined.template ?? null });
  return <SidePanel tabs={model ? tabsOf(props, model) : []} shown={shown} onShow={onShow} />;
}

function tabsOf(props: OpenPanelProps, model: BoardModel): Tab[] {
  const { editor, joined, people, plan } = props;
  const isFacilitator = joined.role === 'facilitate';
  return [
    {
      id: 'details',
      name: t('cards.details'),
      panel: <DetailsPanel editor={editor} isFacilitator={isFacilitator} />,
    },
    {
      id: 'agenda',
      name: t('agenda.tab'),
      panel: (
        <AgendaPanel
          {...{ editor, model, isFacilitator, ...plan }}
          mayEdit={mayEdit(joined.role)}
          steps={<Steps {...props} model={model} />}
        />
      ),
    },
    { id: 'check', name: t('checks.tab'), panel: <CheckPanel editor={editor} model={model} people={people} /> },
    { id: 'votes', name: t('voting.tab'), panel: <Votes {...props} model={model} /> },
    { id: 'comments', name: t('comments.tab'), panel: <Comments {...props} /> },
    { id: 'views', name: t('views.tab'), panel: <ViewsPanel editor={editor} model={model} /> },
    { id: 'results', name: t('results.tab'), panel: <Results {...props} model={model} /> },
    ...(mayEdit(joined.role) ? [{ id: 'history', name: t('history.tab'), panel: <History {...props} /> }] : []),
  ];
}

function Steps({ editor, model, live, joined }: OpenPanelProps & { model: BoardModel }) {
  const view = useSessionView(live);
  if (!view) return null;
  // A step that names no zone works in all of them.
  const show = ({ zones }: Phase): void => {
    const meant = model.zones.filter(
      ({ id, part }) => zones.length === 0 || zones.includes(part ?? '') || zones.includes(id),
    );
    showShapes(
      editor,
      meant.map(({ id }) => id),
    );
  };
  return (
    <AgendaSteps
      store={live}
      view={view}
      isLeading={isLeading(view, joined)}
      onShow={show}
      places={placesIn(model)}
      onMakeZones={(zones) => {
        if (!makeZones(editor, zones)) showToast('trouble', t('session.activity.zone.full'));
        else
          showShapes(
            editor,
            zones.map(({ id }) => id),
          );
      }}
    />
  );
}

/** Copies for groups are one place. */
function placesIn({ zones }: BoardModel) {
  const titled = zones.filter(({ title }) => title.trim() !== '');
  const places = titled.map(({ id, part, title }) => ({ value: part ?? id, label: title.trim() }));
  return [...new Map(places.map((place) => [place.value, place])).values()];
}

function Votes({ editor, joined, live, votes, voters, model }: OpenPanelProps & { model: BoardModel }) {
  const view = useSessionView(live);
  const leads = view !== null && isLeading(view, joined);
  return (
    <VotesPanel
      store={votes}
      editor={editor}
      model={model}
      isLeading={leads}
      mayVote={mayEdit(joined.role)}
      people={voters}
    />
  );
}

function Comments({ editor, joined, comments, voters }: OpenPanelProps) {
  const { participantId, role } = joined;
  return (
    <CommentsPanel
      store={comments}
      editor={editor}
      self={{ participantId, mayWrite: mayEdit(role), isFacilitator: role === 'facilitate' }}
      people={voters}
    />
  );
}

function Results(props: BoardPanelProps & { model: BoardModel }) {
  const rounds = useVotes(props.votes) ?? noRounds;
  const threads = useThreads(props.comments);
  const { editor, joined, licenceKey, model, withToken, isOnline, hasUnsaved, onIntake, onHarvest, onResults } = props;
  const harvest = useHarvest(props.harvest);
  return (
    <ResultsPanel
      editor={editor}
      model={model}
      rounds={rounds}
      threads={threads}
      boardId={joined.id}
      role={joined.role}
      withToken={withToken}
      withDrawer={(work) =>
        withDrawer(Object.values(editor.store.serialize('document')), { boardId: joined.id, licenceKey }, work)
      }
      isOnline={isOnline}
      hasUnsaved={hasUnsaved}
      {...(onIntake && { onIntake })}
      {...(harvest?.leads && { onHarvest })}
      {...(harvest?.published && { onResults })}
    />
  );
}

const noRounds: readonly RoundView[] = [];

function History({ joined: { id, role }, withToken, licenceKey }: BoardPanelProps) {
  const ports = useMemo(
    () => ({
      boardId: id,
      role,
      withToken,
      draw: (snapshot: Uint8Array) => drawVersion(snapshot, { boardId: id, licenceKey }),
      createKey: createKeyBody,
      onCopied: rememberCreated,
      onOpen: (board: CreatedBoard) => goTo(`/b/${board.id}`, board.keys.facilitate),
    }),
    [id, role, withToken, licenceKey],
  );
  return <HistoryPanel ports={ports} />;
}

/** Opens the details when somebody asks for them on the canvas. */
function useDetailsRequests(editor: Editor, onShow: (tab: string) => void): void {
  const count = useValue('requests for details', () => detailsRequests.get(editor), [editor]);
  const seen = useRef(count);
  useEffect(() => {
    if (count !== seen.current) onShow('details');
    seen.current = count;
  }, [count, onShow]);
}
