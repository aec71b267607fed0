// The harvest of an open board: its dialog, with the zones of the canvas and their pictures.
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { zonesInAgendaOrder } from '@commonboard/shared/session/zone-order.ts';
import { useMemo } from 'react';
import type { Editor } from 'tldraw';
import { useBoardModel } from '../canvas/live-model.ts';
import { HarvestDialog } from '../harvest/harvest-dialog.tsx';
import type { HarvestPorts } from '../harvest/publishing.ts';
import { zonePictures } from '../results/zone-pictures.ts';
import { useSessionView } from '../session/use-session.ts';
import { useVotes } from '../voting/use-votes.ts';
import type { BoardSession } from './board-session.ts';
import { drawZone } from './draw-zone.ts';

interface RoomHarvestProps {
  joined: Joined;
  session: BoardSession;
  editor: Editor;
  title: string;
  onResults: () => void;
  onClose: () => void;
}

export function RoomHarvest(props: RoomHarvestProps) {
  const model = useBoardModel(props.editor, { title: props.title, template: props.joined.template ?? null });
  return model && <Ready {...props} model={model} />;
}

function Ready({
  joined,
  session,
  editor,
  title,
  model,
  onResults,
  onClose,
}: RoomHarvestProps & { model: BoardModel }) {
  const rounds = useVotes(session.votes) ?? [];
  const view = useSessionView(session.live);
  const { withToken } = session.access;
  const ports = useMemo(
    (): HarvestPorts => ({
      boardId: joined.id,
      store: session.harvest,
      withToken,
      drawZones: async (how) => {
        // All that is on the board: what of it may be shown, the server decides.
        const whole = { ...forExport(model), model };
        const drawn = await zonePictures(editor, model, whole, {
          ...how,
          draw: (id, part, scale) => drawZone(editor, id, { crop: part, scale }),
        });
        return { pictures: drawn.pictures.map(({ zone, png }) => ({ zone, png })), missing: drawn.leftOut };
      },
    }),
    [joined.id, session.harvest, withToken, editor, model],
  );
  return (
    <HarvestDialog
      ports={ports}
      title={title}
      zones={zonesInAgendaOrder(model.zones, { phases: view?.phases ?? [] })}
      rounds={rounds.filter(({ state }) => state === 'closed')}
      isFacilitator={joined.role === 'facilitate'}
      onSee={onResults}
      onClose={onClose}
    />
  );
}
