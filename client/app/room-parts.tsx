// What features bring to the canvas of a board, together.
import { cardParts } from '../cards/canvas-parts.tsx';
import type { CanvasParts } from '../canvas/canvas-parts.ts';
import { Spotlight } from '../session/spotlight.tsx';

export const roomParts: CanvasParts = { ...cardParts, Over };

function Over() {
  return (
    <>
      <Spotlight />
      <cardParts.Over />
    </>
  );
}
