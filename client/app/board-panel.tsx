// The side panel of a board: which tabs there are, and when it opens by itself.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useRef } from 'react';
import { useValue, type Editor } from 'tldraw';
import { AgendaPanel } from '../agenda/agenda-panel.tsx';
import { SidePanel } from '../board/side-panel.tsx';
import { useBoardModel } from '../canvas/live-model.ts';
import { DetailsPanel } from '../cards/details-panel.tsx';
import { detailsRequests } from '../cards/details-request.ts';
import { CheckPanel } from '../checks/check-panel.tsx';
import { ViewsPanel } from '../views/views-panel.tsx';
import { t } from '../ui/messages/t.ts';
import type { Tab } from '../ui/tabs.tsx';
import type { BoardAccess } from './board-access.ts';
import { useBoardTemplate, type BoardTemplate } from './use-board-template.ts';

export interface BoardPanelProps {
  editor: Editor;
  joined: Joined;
  title: string;
  withToken: BoardAccess['withToken'] | undefined;
  /** Names of those who are here. */
  people: readonly string[];
  shown: string | null;
  onShow: (tab: string | null) => void;
}

export function BoardPanel(props: BoardPanelProps) {
  const { editor, joined, withToken, shown, onShow } = props;
  const plan = useBoardTemplate(joined, withToken, shown === 'agenda');
  useDetailsRequests(editor, onShow);
  // Closed, it reads nothing.
  return shown === null ? null : <OpenPanel {...props} plan={plan} shown={shown} />;
}

type OpenPanelProps = BoardPanelProps & { shown: string; plan: BoardTemplate };

function OpenPanel(props: OpenPanelProps) {
  const { editor, joined, title, shown, onShow } = props;
  const model = useBoardModel(editor, { title, template: joined.template ?? null });
  return <SidePanel tabs={model ? tabsOf(props, model) : []} shown={shown} onShow={onShow} />;
}

function tabsOf({ editor, joined, people, plan }: OpenPanelProps, model: BoardModel): Tab[] {
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
      panel: <AgendaPanel {...{ editor, model, isFacilitator, ...plan }} mayEdit={mayEdit(joined.role)} />,
    },
    { id: 'check', name: t('checks.tab'), panel: <CheckPanel editor={editor} model={model} people={people} /> },
    { id: 'views', name: t('views.tab'), panel: <ViewsPanel editor={editor} model={model} /> },
  ];
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
