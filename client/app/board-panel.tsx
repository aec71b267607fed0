// The side panel of a board: which tabs there are, and when it opens by itself.
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { useEffect, useRef } from 'react';
import { useValue, type Editor } from 'tldraw';
import { SidePanel } from '../board/side-panel.tsx';
import { DetailsPanel } from '../cards/details-panel.tsx';
import { detailsRequests } from '../cards/details-request.ts';
import { t } from '../ui/messages/t.ts';

interface BoardPanelProps {
  editor: Editor;
  role: Role;
  shown: string | null;
  onShow: (tab: string | null) => void;
}

export function BoardPanel({ editor, role, shown, onShow }: BoardPanelProps) {
  useDetailsRequests(editor, onShow);
  const tabs = [
    {
      id: 'details',
      name: t('cards.details'),
      panel: <DetailsPanel editor={editor} isFacilitator={role === 'facilitate'} />,
    },
  ];
  return <SidePanel tabs={tabs} shown={shown} onShow={onShow} />;
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
