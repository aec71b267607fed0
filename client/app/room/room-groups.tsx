// Groups on an open board: the line while people are in them, the dialogs of who leads, and what is said when they end.
import { isGrouped } from '@commonboard/shared/groups/group-set.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Editor } from 'tldraw';
import { showShapes } from '../../canvas/show-shapes.ts';
import { GroupBar } from '../../session/groups/group-bar.tsx';
import { LeadGroups } from '../../session/groups/lead-groups.tsx';
import { StartGroups } from '../../session/groups/start-groups.tsx';
import { currentPhase } from '../../session/phase-text.ts';
import { isLeading } from '../../session/rights-now.ts';
import { groupsRequest } from '../../session/start-requests.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { useSessionView } from '../../session/use-session.ts';
import { zonesInAgendaOrder } from '@commonboard/shared/session/zone-order.ts';
import { zonesOn } from '../../session/zones-on.ts';
import { t } from '../../ui/messages/t.ts';
import { showToast } from '../../ui/toast-list.ts';
import { sectorAskedOn } from '../device/this-device.ts';

interface RoomGroupsProps {
  live: SessionStore;
  joined: Joined;
  /** Null where there is no canvas. */
  editor: Editor | null;
  onPanel: (tab: string) => void;
}

export function RoomGroups({ live, joined, editor, onPanel }: RoomGroupsProps) {
  const view = useSessionView(live);
  /** The dialog that was asked for: to make groups, or about those with this id. It is no other when the groups change. */
  const [opened, setOpened] = useState<string | null>(null);
  const open = (): void => {
    const set = live.view()?.groups ?? null;
    setOpened(isGrouped(set) ? set.id : making);
  };
  const openAsked = useEffectEvent(open);
  useEffect(() => groupsRequest.onAsked(() => openAsked()), []);
  const leading = view !== null && isLeading(view, joined);
  useEndSaid(view, leading, () => onPanel('history'));
  if (!view) return null;
  const { groups } = view;
  const close = () => setOpened(null);
  const go = editor && {
    onGo: (zone: string) => {
      close();
      showShapes(editor, [zone]);
      editor.selectNone();
    },
  };
  return (
    <>
      <GroupBar
        store={live}
        view={view}
        participantId={joined.participantId}
        isLeading={leading}
        mayTakePart={mayEdit(joined.role)}
        onOpen={open}
        sectorAsked={sectorAskedOn(joined.id)}
        {...go}
      />
      {leading && isGrouped(groups) && opened === groups.id && (
        <LeadGroups store={live} set={groups} onClose={close} {...go} />
      )}
      {leading && !isGrouped(groups) && opened === making && (
        <StartGroups
          zones={editor ? zonesInAgendaOrder(zonesOn(editor), view) : []}
          chosen={selectedZones(editor)}
          ofStep={zonesOfStep(editor, view)}
          onStart={async (wish) => {
            // What was not taken stays, to be tried again.
            if (await live.send({ type: 'make-groups', ...wish })) close();
          }}
          onAsk={() => {
            close();
            void live.send({ type: 'ask-sectors', isAsked: true });
          }}
          onClose={close}
        />
      )}
    </>
  );
}

const making = 'making';

/** Once, to all who were here while people were in groups. */
function useEndSaid(view: SessionView | null, leading: boolean, onHistory: () => void): void {
  const groups = view?.groups ?? null;
  const open = useRef<string | null>(null);
  const say = useEffectEvent((isBack: boolean, stayed: number) => {
    const actions = leading && isBack ? [{ label: t('groups.over.history'), onAct: onHistory }] : [];
    const left = stayed > 0 ? t('groups.over.stayed', { count: stayed }) : '';
    showToast('done', isBack ? `${t('groups.over.back')} ${left}`.trim() : t('groups.over'), actions);
  });
  useEffect(() => {
    if (isGrouped(groups)) open.current = groups.id;
    else if (groups && open.current === groups.id) {
      open.current = null;
      say(groups.ends !== null, groups.stayed);
    }
  }, [groups]);
}

function selectedZones(editor: Editor | null): string[] {
  return (editor?.getSelectedShapes() ?? []).filter(isZone).map(({ id }) => id);
}

function zonesOfStep(editor: Editor | null, view: SessionView): string[] {
  const names = currentPhase(view)?.zones ?? [];
  const zones = editor ? zonesOn(editor) : [];
  return names.flatMap((name) => zones.find(({ id, part }) => id === name || part === name)?.id ?? []);
}
