// What lies over the canvas and under tldraw's own panels.
import { NotePrompt } from './note-prompt.tsx';
import { TextCarets } from './text-carets.tsx';

export function OverCanvas() {
  return (
    <>
      <TextCarets />
      <NotePrompt />
    </>
  );
}
