// The part of the route table that the page without canvas lives on, and simple programs: the board as a tree, notes of one's
// own, and a small answer that says what has changed. Rules R160 to R166.
import { z } from 'zod';
import { limits } from './limits.ts';
import { roleSchema } from './roles.ts';
import { boardParams, editors, everyRole, type Route } from './route-parts.ts';

const nodeKinds = ['page', 'zone', 'frame', 'group', 'note', 'card', 'text', 'shape', 'image'] as const;

const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export interface OutlineNode {
  id: string;
  kind: (typeof nodeKinds)[number];
  title: string;
  /** A zone's question. */
  prompt?: string | undefined;
  /** Id of the template's zone that a zone was made from. */
  part?: string | undefined;
  /** Of a card: its kind, and the fields that are filled. */
  card?: { kind: string; fields: Record<string, z.infer<typeof fieldValueSchema>> } | undefined;
  children: OutlineNode[];
}
const outlineNodeSchema: z.ZodType<OutlineNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    kind: z.enum(nodeKinds),
    title: z.string(),
    prompt: z.string().optional(),
    part: z.string().optional(),
    card: z.object({ kind: z.string(), fields: z.record(z.string(), fieldValueSchema) }).optional(),
    children: z.array(outlineNodeSchema),
  }),
);

/** Made by who writes, of random letters: the same note sent twice is one note. */
export const noteIdSchema = z.string().regex(/^shape:[A-Za-z0-9_-]{16,40}$/);

const noteParams = boardParams.extend({ note: z.string().max(limits.idCharsMax) });
const noteText = z.string().max(limits.noteCharsMax).regex(/\S/);

export const noteRoutes = {
  outline: {
    method: 'GET',
    path: '/api/boards/:id/outline',
    access: everyRole,
    summary:
      "Pages, zones, cards with their fields and notes as a tree; `own` names the caller's notes and cards. 304 where `If-None-Match` has its ETag.",
    status: 200,
    params: boardParams,
    hasTag: true,
    response: z.object({ title: z.string(), pages: z.array(outlineNodeSchema), own: z.array(z.string()) }),
  },
  addNote: {
    method: 'POST',
    path: '/api/boards/:id/notes',
    access: editors,
    summary:
      'Write a note, into a zone or onto the first page; answered when it is on the disk. With an `id` of the caller’s own making the same call twice makes one note; `isThere` is false where it has been removed since.',
    status: 201,
    params: boardParams,
    body: z.object({ text: noteText, zone: z.string().max(limits.idCharsMax).optional(), id: noteIdSchema.optional() }),
    response: z.object({ id: z.string(), isThere: z.boolean() }),
  },
  changeNote: {
    method: 'PATCH',
    path: '/api/boards/:id/notes/:note',
    access: editors,
    summary:
      'Another text for a note or card that the caller made; answered when it is on the disk. `was` is the text that the caller began from: what others have written there since stays.',
    status: 200,
    params: noteParams,
    body: z.object({ text: noteText, was: z.string().max(limits.noteWasCharsMax) }),
    response: z.object({ id: z.string() }),
  },
  removeNote: {
    method: 'DELETE',
    path: '/api/boards/:id/notes/:note',
    access: editors,
    summary: 'Remove a note or card that the caller made. Twice does no harm.',
    status: 204,
    params: noteParams,
  },
  news: {
    method: 'GET',
    path: '/api/boards/:id/news',
    access: everyRole,
    summary:
      'What a page without a socket asks for every few seconds: marks of the session, the votes, the drafts and the outline, each of which is another one when that has changed. 304 where `If-None-Match` has its ETag.',
    status: 200,
    params: boardParams,
    hasTag: true,
    response: z.object({
      title: z.string(),
      role: roleSchema,
      /** This person may only look while it is. */
      paused: z.boolean(),
      session: z.string(),
      votes: z.string(),
      drafts: z.string(),
      outline: z.string(),
      /** What the group leaves with is published. */
      results: z.boolean(),
    }),
  },
} as const satisfies Record<string, Route>;
