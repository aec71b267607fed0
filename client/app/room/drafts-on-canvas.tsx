// Tells the canvas which notes are one's own drafts, of which round, and what who leads may do with notes of earlier ones.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { openRoundOf } from '@commonboard/shared/session/private-rounds.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useMemo, type ReactNode } from 'react';
import { DraftsContext, type ShownDrafts } from '../../drafts/draft-marks.tsx';
import { isLeading } from '../../session/rights-now.ts';
import { t } from '../../ui/messages/t.ts';
import { showToast } from '../../ui/toast-list.ts';
import type { BoardSession } from '../live/board-session.ts';

interface DraftsOnCanvasProps {
  session: BoardSession;
  joined: Joined;
  view: SessionView | null;
  children: ReactNode;
}

export function DraftsOnCanvas({ session: { drafts }, joined, view, children }: DraftsOnCanvasProps) {
  const round = view && openRoundOf(view);
  const maySilence =
    view !== null &&
    isLeading(view, joined) &&
    view.rounds.some(({ stage, isAnonymous }) => isAnonymous && stage === 'revealed');
  const shown = useMemo<ShownDrafts>(
    () => ({ ids: drafts.ids, round, onSilence: maySilence ? (note) => void silence(drafts, note) : null }),
    [drafts, round, maySilence],
  );
  return <DraftsContext value={shown}>{children}</DraftsContext>;
}

async function silence({ store }: BoardSession['drafts'], note: string): Promise<void> {
  const isSilenced = await store.silence(note);
  if (isSilenced !== null) showToast('done', isSilenced ? t('drafts.silence.done') : t('drafts.silence.removed'));
}
