// The part of the route table about drafts: what people write in private rounds, without a socket.
import { z } from 'zod';
import { draftNoteSchema, draftsViewSchema } from '../drafts/drafts-view.ts';
import { privateRoundIdSchema } from '../drafts/private-round.ts';
import { participantIdSchema } from './ids.ts';
import { limits } from './limits.ts';
import { noteIdSchema } from './note-routes.ts';
import { boardParams, everyRole, type Route } from './route-parts.ts';

const draftId = draftNoteSchema.shape.id;
const draftParams = boardParams.extend({ draft: draftId });
const roundParams = boardParams.extend({ round: privateRoundIdSchema });
const text = z.string().trim().min(1).max(limits.draftCharsMax);
const lateNote = z.object({ id: noteIdSchema.optional(), text });

export const draftRoutes = {
  drafts: {
    method: 'GET',
    path: '/api/boards/:id/drafts',
    access: everyRole,
    summary: "How many people have written how much in the private round, and the caller's own drafts.",
    status: 200,
    params: boardParams,
    response: draftsViewSchema,
  },
  addDraft: {
    method: 'POST',
    path: '/api/boards/:id/drafts',
    access: everyRole,
    summary:
      'Writes a note in private. With an `id` of the caller’s own making the same call twice makes one note; `isThere` is false where it has been thrown away or shown since. 409 where no private round is open, or the caller has as many as it takes.',
    status: 201,
    params: boardParams,
    body: z.object({ text, id: noteIdSchema.optional() }),
    response: draftNoteSchema.extend({ isThere: z.boolean() }),
  },
  changeDraft: {
    method: 'PUT',
    path: '/api/boards/:id/drafts/:draft',
    access: everyRole,
    summary: "Changes the words of one of the caller's drafts, or marks it as one of their best.",
    status: 200,
    params: draftParams,
    body: z.object({ text: text.optional(), isBest: z.boolean().optional() }),
    response: draftNoteSchema,
  },
  removeDraft: {
    method: 'DELETE',
    path: '/api/boards/:id/drafts/:draft',
    access: everyRole,
    summary: "Throws away one of the caller's drafts, also of a round that was cancelled.",
    status: 204,
    params: draftParams,
  },
  showDrafts: {
    method: 'POST',
    path: '/api/boards/:id/private-rounds/:round/show',
    access: everyRole,
    summary:
      "Puts the drafts of one person onto the board before the others': one's own, or for who leads anybody's. 403 where the round is anonymous.",
    status: 204,
    params: roundParams,
    body: z.object({ participant: participantIdSchema }),
  },
  handInLate: {
    method: 'POST',
    path: '/api/boards/:id/private-rounds/:round/late',
    access: everyRole,
    summary:
      'Notes that were written in a private round and did not reach the server before it was shown; the same `id` twice makes one note. In a named round they go in at once, in an anonymous one when who leads puts in all that came late.',
    status: 204,
    params: roundParams,
    body: z.object({ notes: z.array(lateNote).min(1).max(limits.draftsPerPersonMax) }),
  },
  putInLate: {
    method: 'POST',
    path: '/api/boards/:id/private-rounds/:round/late/put-in',
    access: everyRole,
    summary: 'For who leads: puts in all that came late, at once and in an order drawn by lot.',
    status: 204,
    params: roundParams,
  },
  putInKept: {
    method: 'POST',
    path: '/api/boards/:id/drafts/:draft/put-in',
    access: everyRole,
    summary: "Puts one of the caller's drafts from a cancelled round onto the board, as a note of their own.",
    status: 201,
    params: draftParams,
    response: z.object({ id: z.string() }),
  },
  silence: {
    method: 'POST',
    path: '/api/boards/:id/private-rounds/silence',
    access: everyRole,
    summary:
      'For who leads: removes a note that came of an anonymous round, and takes nothing more from its author in anonymous rounds, without telling who that is. `isSilenced` is false where nobody knows any more whose it was.',
    status: 200,
    params: boardParams,
    body: z.object({ note: z.string().min(1).max(limits.idCharsMax) }),
    response: z.object({ isSilenced: z.boolean() }),
  },
} as const satisfies Record<string, Route>;
