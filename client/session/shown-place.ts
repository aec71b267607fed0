// What a room looks at: the zone in the light, else the places of the step that runs, else all of the page.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { useEffect } from 'react';
import { Box, useValue, type Editor } from 'tldraw';
import { currentPhase } from './phase-text.ts';

const marginPx = 24;

/** Keeps them in view, also when they grow or the window does. */
export function useShownPlace(editor: Editor | null, view: SessionView | null): void {
  const place = useValue('shown place', () => (editor ? placeOf(editor, view) : ''), [editor, view]);
  useEffect(() => {
    if (!editor || place === '') return;
    const [x = 0, y = 0, w = 1, h = 1] = place.split(' ').map(Number);
    editor.zoomToBounds(new Box(x, y, w, h), {
      inset: marginPx,
      animation: { duration: editor.user.getAnimationSpeed() * 320 },
    });
  }, [editor, place]);
}

/** As a text, so that only what has changed moves the view. */
function placeOf(editor: Editor, view: SessionView | null): string {
  const named = view ? (currentPhase(view)?.zones ?? []) : [];
  const zones = editor
    .getCurrentPageShapes()
    .filter(isZone)
    .filter(({ id, props }) =>
      view?.spotlight ? id === view.spotlight : named.includes(id) || named.includes(props.part ?? ''),
    );
  const bounds = zones.flatMap(({ id }) => editor.getShapePageBounds(id) ?? []);
  const shown = bounds.length > 0 ? Box.Common(bounds) : editor.getCurrentPageBounds();
  const { w, h } = editor.getViewportScreenBounds();
  return shown ? [shown.x, shown.y, shown.w, shown.h, w, h].map(Math.round).join(' ') : '';
}
