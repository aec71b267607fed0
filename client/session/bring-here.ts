// A facilitator brings everybody to a place: the view goes there, and back again when the person wants.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Box, type Editor, type TLPageId } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { aboutBringing, firstPlace } from './first-place.ts';

type Bring = NonNullable<SessionView['bring']>;

/** What this person sees just now, for others to see. */
export function placeInView(editor: Editor): Bring['place'] {
  const { x, y, w, h } = editor.getViewportPageBounds();
  return { page: editor.getCurrentPageId(), x, y, w: Math.max(1, w), h: Math.max(1, h) };
}

/** Follows each new wish once; who comes later follows only one that is still fresh. */
export function useBringing(editor: Editor | null, view: SessionView | null, self: string, now: () => number): void {
  const bring = view?.bring ?? null;
  const seen = useRef(0);
  const serverNow = useEffectEvent(now);
  useEffect(() => {
    if (!editor || !bring || bring.at <= seen.current) return;
    seen.current = bring.at;
    if (bring.participant !== self && serverNow() - bring.at < freshMs) goThere(editor, bring);
  }, [editor, bring, self]);
}

const freshMs = 60_000;

/** All look at one zone as long as a facilitator wants. */
export function useSpotlight(editor: Editor | null, zone: string | null): void {
  useEffect(() => {
    if (!editor || zone === null) return;
    showShapes(editor, [zone]);
    editor.selectNone();
  }, [editor, zone]);
}

function goThere(editor: Editor, { name, place }: Bring): void {
  const page = editor.getPages().find(({ id }) => id === place.page);
  if (!page) return;
  const before = firstPlace(editor);
  editor.stopFollowingUser();
  show(editor, page.id, new Box(place.x, place.y, place.w, place.h));
  const back = (): void => {
    if (editor.isDisposed) return;
    if (editor.getPage(before.page)) editor.setCurrentPage(before.page);
    editor.setCamera(before.camera);
  };
  showToast(
    'done',
    t('session.brought', { name }),
    [{ label: t('session.brought.return'), onAct: back }],
    aboutBringing,
  );
}

function show(editor: Editor, page: TLPageId, place: Box): void {
  if (page !== editor.getCurrentPageId()) editor.setCurrentPage(page);
  editor.zoomToBounds(place, { inset: 0, animation: { duration: editor.user.getAnimationSpeed() * 220 } });
}
