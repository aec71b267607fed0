// What stands in the ideas that people score, as the board has it now.
import type { ScoringView } from '@commonboard/shared/activities/scoring-state.ts';
import { votableWords } from '@commonboard/shared/voting/votable.ts';
import { type Editor, type TLShapeId, useValue } from 'tldraw';

export function useIdeaWords(editor: Editor | null, scoring: ScoringView | null): ReadonlyMap<string, string> {
  return useValue(
    'ideas to score',
    () =>
      new Map(
        (scoring?.ideas ?? []).flatMap(({ id }) => {
          const words = votableWords(editor?.getShape(id as TLShapeId));
          return words === null ? [] : [[id, words] as const];
        }),
      ),
    [editor, scoring?.ideas],
  );
}
