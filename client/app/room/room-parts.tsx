// What features bring to the canvas of a board, together.
import { commentParts } from '../../comments/canvas-parts.tsx';
import { cardParts } from '../../cards/canvas-parts.tsx';
import type { CanvasParts } from '../../canvas/canvas-parts.ts';
import { DraftMarks } from '../../drafts/draft-marks.tsx';
import { SilenceItem } from '../../drafts/silence-item.tsx';
import { PretendPeople } from '../../session/rehearsal/pretend-people.tsx';
import { WriterNames } from '../../drafts/writer-names.tsx';
import { Spotlight } from '../../session/spotlight.tsx';

export const roomParts: CanvasParts = {
  ...cardParts,
  Over,
  MenuItems,
  actions: (editor) => [...cardParts.actions(editor), ...commentParts.actions(editor)],
};

function Over() {
  return (
    <>
      <Spotlight />
      <WriterNames />
      <DraftMarks />
      <commentParts.Over />
      <PretendPeople />
      <cardParts.Over />
    </>
  );
}

function MenuItems() {
  return (
    <>
      <SilenceItem />
      <cardParts.MenuItems />
      <commentParts.MenuItems />
    </>
  );
}
