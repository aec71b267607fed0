// The harvest of an open board: its dialog, with the zones of the canvas and their pictures.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { boardTexts } from '@commonboard/shared/harvest/board-texts.ts';
import { uploadedPictures } from '@commonboard/shared/harvest/uploaded-pictures.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { zonesPageByPage } from '@commonboard/shared/session/zone-order.ts';
import { useMemo } from 'react';
import type { Editor, TLPageId } from 'tldraw';
import { useBoardModel } from '../../canvas/live-model.ts';
import { HarvestDialog } from '../../harvest/harvest-dialog.tsx';
import type { HarvestPorts } from '../../harvest/publishing.ts';
import { useSessionView } from '../../session/use-session.ts';
import { useVotes } from '../../voting/use-votes.ts';
import type { BoardSession } from '../live/board-session.ts';
import { drawHarvest } from '../draw/draw-harvest.ts';

interface RoomHarvestProps {
  joined: Joined;
  session: BoardSession;
  editor: Editor;
  /** For tldraw. */
  licenceKey: string | null;
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
  licenceKey,
  title,
  model,
  onResults,
  onClose,
}: RoomHarvestProps & { model: BoardModel }) {
  const rounds = useVotes(session.votes) ?? [];
  const view = useSessionView(session.live);
  const { id: boardId, template = null } = joined;
  const { withToken } = session.access;
  const uploads = useMemo(() => uploadedNow(editor, model), [editor, model]);
  const texts = useMemo(() => boardTexts(model), [model]);
  const ports = useMemo(
    (): HarvestPorts => ({
      boardId,
      store: session.harvest,
      withToken,
      drawZones: (how) => drawHarvest(session.connection.doc, { title, template }, { boardId, licenceKey }, how),
    }),
    [boardId, session, withToken, title, template, licenceKey],
  );
  return (
    <HarvestDialog
      ports={ports}
      title={title}
      zones={zonesPageByPage(model.zones, { phases: view?.phases ?? [] }).map((zone) => ({
        ...zone,
        page: editor.getPage(zone.pageId as TLPageId)?.name ?? '',
      }))}
      uploads={uploads}
      texts={texts}
      rounds={rounds.filter(({ state }) => state === 'closed')}
      isFacilitator={joined.role === 'facilitate'}
      onSee={onResults}
      onClose={onClose}
    />
  );
}

/** As the model is: read anew with it. */
function uploadedNow(editor: Editor, _model: BoardModel): ReturnType<typeof uploadedPictures> {
  return uploadedPictures(editor.store.allRecords());
}
