// The part of the route table about what a group leaves with: set up and published by who leads, read by everybody, and who agrees to
// be named in it.
import { z } from 'zod';
import { afterPageSchema, funderBlocksSchema } from '../harvest/after-page-view.ts';
import { harvestEditSchema, harvestStandingSchema } from '../harvest/harvest.ts';
import { limits } from './limits.ts';
import { boardParams, everyRole, type Route } from './route-parts.ts';

const recordId = z.string().min(1).max(limits.idCharsMax);
const revision = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

export const harvestAnswerSchema = harvestStandingSchema.extend({
  /** Whether the caller has agreed to be named. */
  named: z.boolean(),
  /** For who leads; null for others. */
  leads: z
    .object({ edit: harvestEditSchema, people: count, agreed: z.array(z.string()).max(limits.participantsPerBoardMax) })
    .nullable(),
});
export type HarvestAnswer = z.infer<typeof harvestAnswerSchema>;

const ownHarvestSchema = z.object({
  notes: z.array(z.object({ text: z.string(), zone: z.string() })),
  commitments: z.array(z.object({ what: z.string(), firstStep: z.string(), due: z.string() })),
});
export type OwnHarvest = z.infer<typeof ownHarvestSchema>;

export const harvestRoutes = {
  harvest: {
    method: 'GET',
    path: '/api/boards/:id/harvest',
    access: everyRole,
    summary:
      'Whether the results of a board are published, whether the caller agrees to be named in them, and for who leads how they are set up.',
    status: 200,
    params: boardParams,
    response: harvestAnswerSchema,
  },
  editHarvest: {
    method: 'PUT',
    path: '/api/boards/:id/harvest',
    access: everyRole,
    summary:
      'Other words, zones, votes and sections for what is published next. For who leads; 409 where somebody was faster.',
    status: 200,
    params: boardParams,
    body: z.object({ revision, edit: harvestEditSchema }),
    bodyBytesMax: limits.harvestEditBytesMax,
    response: harvestAnswerSchema,
  },
  previewHarvest: {
    method: 'GET',
    path: '/api/boards/:id/harvest/preview',
    access: everyRole,
    summary:
      'What would be published now: the after-page, the two pages, the names of the files in the archive. For who leads.',
    status: 200,
    params: boardParams,
    response: z.object({ page: afterPageSchema, funder: funderBlocksSchema, archive: z.array(z.string()) }),
  },
  publishHarvest: {
    method: 'POST',
    path: '/api/boards/:id/harvest/publish',
    access: everyRole,
    summary:
      'Makes the three packages of the board as it is now, with pictures of zones that the page has drawn, each a PNG in base64; `missing` says of which zones there is none, and why. For who leads; 409 where somebody was faster.',
    status: 200,
    params: boardParams,
    body: z.object({
      revision,
      pictures: z
        .array(
          z.object({
            zone: recordId,
            /** What lay in the zone when it was drawn (`zoneDigests`). */
            shows: z.string().max(limits.idCharsMax),
            png: z.base64(),
            /** The same without the pictures that people have put there. */
            bare: z.base64().optional(),
          }),
        )
        .max(limits.reportPicturesMax),
      missing: z.array(z.string().max(limits.sentenceCharsMax)).max(limits.missingSentencesMax),
      /** Whether the pictures show no example cards and notes. */
      withoutExamples: z.boolean().default(false),
    }),
    bodyBytesMax: limits.reportBodyBytesMax,
    response: harvestAnswerSchema,
  },
  cancelHarvest: {
    method: 'POST',
    path: '/api/boards/:id/harvest/cancel',
    access: everyRole,
    summary:
      'Ends the preview or the publication that the caller has begun, the latter under `revision`: nothing of it comes out after the answer, which says what is published.',
    status: 200,
    params: boardParams,
    body: z.object({ revision }),
    response: harvestAnswerSchema,
  },
  takeBackHarvest: {
    method: 'POST',
    path: '/api/boards/:id/harvest/take-back',
    access: everyRole,
    summary: 'Nothing of it is published any more. For who leads.',
    status: 200,
    params: boardParams,
    response: harvestAnswerSchema,
  },
  harvestFile: {
    method: 'GET',
    path: '/api/boards/:id/harvest/files/:file',
    access: everyRole,
    summary:
      "A published file; the board's cookie or a bearer token. after-page.json, its pictures, commitments.ics, report.docx and results.xlsx for everybody; funder.docx and funder.html for who leads; facilitator.zip for who facilitates.",
    status: 200,
    params: boardParams.extend({ file: z.string().max(80) }),
    raw: 'response',
  },
  ownHarvest: {
    method: 'GET',
    path: '/api/boards/:id/harvest/own',
    access: everyRole,
    summary: 'Of what is published: the notes that the caller made, and the commitments in their name.',
    status: 200,
    params: boardParams,
    response: ownHarvestSchema,
  },
  agreeToBeNamed: {
    method: 'PUT',
    path: '/api/boards/:id/named',
    access: everyRole,
    summary:
      'Whether the name of the caller may stand in what is published; what is published already follows at once.',
    status: 200,
    params: boardParams,
    body: z.object({ named: z.boolean() }),
    response: z.object({ named: z.boolean() }),
  },
} as const satisfies Record<string, Route>;
