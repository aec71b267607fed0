// Of what a board holds: whose is what, for the part of the after-page that each person sees alone.
import { z } from 'zod';
import { oneWay } from '../domain/harvest/table.ts';
import type { BoardModel } from '../domain/model.ts';
import { withoutExamples } from '../domain/without-examples.ts';
import { nameKey } from '../protocol/person-name.ts';

export const ownPartsSchema = z.object({
  /** Of notes and cards whose maker is known. */
  notes: z.array(z.object({ by: z.string(), text: z.string(), zone: z.string() })),
  /** Of each, who is to do it; where nobody is named, who wrote it. */
  commitments: z.array(
    z.object({ owner: z.string(), by: z.string(), what: z.string(), firstStep: z.string(), due: z.string() }),
  ),
});
export type OwnParts = z.infer<typeof ownPartsSchema>;

export function ownParts(board: BoardModel, { makers }: { makers: Readonly<Record<string, string>> }): OwnParts {
  const { cards, notes, zones } = withoutExamples(board);
  const shown = cards.filter(({ fields }) => fields.sensitive !== true);
  const titles = new Map(zones.map(({ id, title }) => [id, oneWay(title)]));
  const written = [
    ...shown.filter(({ kind }) => kind !== 'commitment').map(({ id, title, zoneId }) => ({ id, text: title, zoneId })),
    ...notes,
  ];
  return {
    notes: written.flatMap(({ id, text, zoneId }) => {
      const by = makers[id];
      return by === undefined || text.trim() === ''
        ? []
        : [{ by, text: oneWay(text), zone: titles.get(zoneId ?? '') ?? '' }];
    }),
    commitments: shown.flatMap(({ id, kind, title, fields: { owner = '', firstStep = '', due = '' } }) =>
      kind === 'commitment' && title.trim() !== ''
        ? [{ owner: nameKey(owner), by: makers[id] ?? '', what: oneWay(title), firstStep, due }]
        : [],
    ),
  };
}
