// The part of the route table about getting in: joining by link, code or recovery code, and what facilitators decide.
import { z } from 'zod';
import { personSectors } from '../groups/person-sectors.ts';
import { clientVersionSchema } from '../schema/client-version.ts';
import { accessInfoSchema, listedPersonSchema, newcomersSchema, personActions, standingSchema } from './access.ts';
import { boardIdSchema, participantIdSchema, secretSchema } from './ids.ts';
import { limits } from './limits.ts';
import { roleSchema } from './roles.ts';
import {
  anyKey,
  boardParams,
  everyRole,
  facilitators,
  joinedSchema,
  keysSchema,
  linksSchema,
  rawName,
  type Route,
} from './route-parts.ts';

const anyPasscode = z.string().max(limits.passcodeCharsMax);
const anySpokenCode = z.string().max(64);
/** What a person or program says of itself when it comes. */
const newcomer = {
  name: rawName.optional(),
  resume: anyKey.optional(),
  passcode: anyPasscode.optional(),
  /** Whether their name may stand in what is published. Not said: as before, and of a new person not. */
  named: z.boolean().optional(),
  /** Where they come from; passed over where the board does not ask for it. */
  sector: z.enum(personSectors).optional(),
  ...clientVersionSchema.shape,
};

/** A link that is switched off has no secret. */
const liveLinks = z.object({
  keys: keysSchema.extend({ edit: secretSchema.nullable(), view: secretSchema.nullable() }),
  links: linksSchema.extend({ edit: z.string().nullable(), view: z.string().nullable() }),
});

export const accessRoutes = {
  lookUpBoard: {
    method: 'POST',
    path: '/api/boards/:id/lookup',
    access: 'anyone',
    summary: 'What a link leads to, and whether a passcode is asked for, before joining.',
    status: 200,
    params: boardParams,
    body: z.object({ key: anyKey }),
    response: z.object({
      id: boardIdSchema,
      title: z.string(),
      role: roleSchema,
      asksPasscode: z.boolean(),
      /** Whether they are asked where they come from. Nobody has to say. */
      asksSector: z.boolean(),
    }),
  },
  joinBoard: {
    method: 'POST',
    path: '/api/boards/:id/join',
    access: 'anyone',
    summary:
      "Join with a link's secret, or, for who came by a short code, with their own `resume` as the key. One and the same 404 for an unknown board and a wrong key.",
    status: 200,
    params: boardParams,
    body: z.object({ key: anyKey, ...newcomer }),
    response: joinedSchema,
  },
  lookUpCode: {
    method: 'POST',
    path: '/api/join/lookup',
    access: 'anyone',
    summary:
      'The board that an open short code leads to: a device that has been there then joins with its `resume` for it, and sends no other.',
    status: 200,
    body: z.object({ code: anySpokenCode }),
    response: z.object({ id: boardIdSchema }),
  },
  joinByCode: {
    method: 'POST',
    path: '/api/join',
    access: 'anyone',
    summary: 'Join with a short code that facilitators have opened. A closed one is as unknown as any other: 404.',
    status: 200,
    body: z.object({ code: anySpokenCode, ...newcomer }),
    response: joinedSchema,
  },
  openPairing: {
    method: 'POST',
    path: '/api/boards/:id/pairing',
    access: everyRole,
    summary:
      'A code, good once and for some minutes, by which another device of the caller gets what this one comes back with: its key and `resume`, which the caller sends along.',
    status: 201,
    params: boardParams,
    body: z.object({ key: secretSchema, resume: secretSchema }),
    response: z.object({ code: secretSchema, until: z.iso.datetime() }),
  },
  takePairing: {
    method: 'POST',
    path: '/api/join/pairing',
    access: 'anyone',
    summary:
      'What the first device has handed over, once. Then join with it. 404 for a code that is used, over or unknown.',
    status: 200,
    body: z.object({ code: anyKey }),
    response: z.object({
      id: boardIdSchema,
      title: z.string(),
      name: z.string(),
      role: roleSchema,
      key: secretSchema,
      resume: secretSchema,
    }),
  },
  openScreen: {
    method: 'POST',
    path: '/api/boards/:id/screen',
    access: facilitators,
    summary:
      'A token for a page that shows the board to a room: it looks only, is nobody among the people of the board, and goes with the right of who asked for it.',
    status: 201,
    params: boardParams,
    body: z.object(clientVersionSchema.shape),
    response: z.object({ token: secretSchema }),
  },
  recoverBoard: {
    method: 'POST',
    path: '/api/boards/:id/recover',
    access: 'anyone',
    summary:
      'With the recovery code: makes all links anew, and lets the caller facilitate. One and the same 404 for an unknown board and a wrong code.',
    status: 200,
    params: boardParams,
    body: z.object({ code: anySpokenCode, ...newcomer }),
    response: joinedSchema.extend({ keys: keysSchema, links: linksSchema }),
  },
  entry: {
    method: 'GET',
    path: '/api/boards/:id/entry',
    access: everyRole,
    forWaiting: true,
    summary: 'Where the caller stands: in, waiting, turned away.',
    status: 200,
    params: boardParams,
    response: z.object({ standing: standingSchema }),
  },
  links: {
    method: 'POST',
    path: '/api/boards/:id/links',
    access: facilitators,
    summary: 'The links again, unsealed with the facilitate secret; null for one that is switched off.',
    status: 200,
    params: boardParams,
    body: z.object({ key: secretSchema }),
    response: liveLinks,
  },
  renewLink: {
    method: 'POST',
    path: '/api/boards/:id/links/:role',
    access: facilitators,
    summary:
      'Make a link anew, or switch it on again. Whoever came with the old one is sent away; of those who facilitate, everybody but the caller.',
    status: 200,
    params: z.object({ id: boardIdSchema, role: roleSchema }),
    body: z.object({ key: secretSchema }),
    response: liveLinks,
  },
  switchOffLink: {
    method: 'DELETE',
    path: '/api/boards/:id/links/:role',
    access: facilitators,
    summary: 'Switch the link to take part or to look off. Whoever came with it is sent away.',
    status: 204,
    params: z.object({ id: boardIdSchema, role: z.enum(['edit', 'view']) }),
  },
  access: {
    method: 'GET',
    path: '/api/boards/:id/access',
    access: facilitators,
    summary: 'How people get in just now.',
    status: 200,
    params: boardParams,
    response: accessInfoSchema,
  },
  changeAccess: {
    method: 'PATCH',
    path: '/api/boards/:id/access',
    access: facilitators,
    summary: 'Pause or go on, say what becomes of new people, set, change or clear (null) the passcode.',
    status: 200,
    params: boardParams,
    body: z.object({
      paused: z.boolean().optional(),
      newcomers: newcomersSchema.optional(),
      passcode: z.string().nullable().optional(),
    }),
    response: accessInfoSchema,
  },
  openCode: {
    method: 'POST',
    path: '/api/boards/:id/code',
    access: facilitators,
    summary: 'Open a new short code for taking part, for so many minutes. It takes the place of the one before.',
    status: 200,
    params: boardParams,
    body: z.object({ minutes: z.number().int().min(1).max(limits.shortCodeMinutesMax).optional() }),
    response: accessInfoSchema,
  },
  closeCode: {
    method: 'DELETE',
    path: '/api/boards/:id/code',
    access: facilitators,
    summary: 'Close the short code.',
    status: 204,
    params: boardParams,
  },
  newRecoveryCode: {
    method: 'POST',
    path: '/api/boards/:id/recovery',
    access: facilitators,
    summary: 'A new recovery code; the one before counts no more.',
    status: 200,
    params: boardParams,
    response: z.object({ recoveryCode: z.string() }),
  },
  participants: {
    method: 'GET',
    path: '/api/boards/:id/participants',
    access: facilitators,
    summary: 'Everybody who has joined, waits or is banned.',
    status: 200,
    params: boardParams,
    response: z.object({ participants: z.array(listedPersonSchema) }),
  },
  changeParticipant: {
    method: 'POST',
    path: '/api/boards/:id/participants/:person',
    access: facilitators,
    summary:
      'Let a person in or turn them away, end their visit, ban them or take that back, let them facilitate or not.',
    status: 200,
    params: z.object({ id: boardIdSchema, person: participantIdSchema }),
    /** `takeBack`: what this person made on the board goes too, with `kick` and `ban` only. It can be brought back. */
    body: z.object({ action: z.enum(personActions), takeBack: z.boolean().optional() }),
    response: listedPersonSchema.extend({ taken: z.number().int().nonnegative().optional() }),
  },
} as const satisfies Record<string, Route>;
