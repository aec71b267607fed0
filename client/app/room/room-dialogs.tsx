// The dialogs that open over a board from its bar: sharing, people, export.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Editor } from 'tldraw';
import { PeopleDialog } from '../../board/people-dialog.tsx';
import { ShareDialog } from '../../board/share-dialog.tsx';
import { ExportDialog } from '../../export/export-dialog.tsx';
import type { BoardSession } from '../live/board-session.ts';
import { RoomHarvest } from './room-harvest.tsx';

export type RoomPanel = 'share' | 'export' | 'people' | 'harvest';

interface RoomDialogsProps {
  panel: RoomPanel;
  joined: Joined;
  session: BoardSession;
  editor: Editor | null;
  licenceKey: string | null;
  title: string;
  boardKey: string;
  onKey: (key: string) => void;
  /** Changes when somebody comes or goes, or something is decided. */
  version: string;
  /** To what is published. */
  onResults: () => void;
  onPanel: (panel: RoomPanel | null) => void;
}

export function RoomDialogs(props: RoomDialogsProps) {
  const { panel, joined, session, editor, licenceKey, title, boardKey, onKey, version, onPanel, onResults } = props;
  const { withToken } = session.access;
  const onClose = (): void => onPanel(null);
  switch (panel) {
    case 'share':
      return <ShareDialog open {...{ joined, boardKey, onKey, withToken, onClose }} />;
    case 'people':
      return <PeopleDialog {...{ joined, version, withToken, onClose }} onLinks={() => onPanel('share')} />;
    case 'export':
      return editor && <ExportDialog {...{ editor, title, onClose }} />;
    case 'harvest':
      return editor && <RoomHarvest {...{ joined, session, editor, licenceKey, title, onClose, onResults }} />;
  }
}
