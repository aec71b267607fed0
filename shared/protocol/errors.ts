// Every refusal over HTTP is `{error: {code, message}}`. The message is a sentence a person can act on.
import { z } from 'zod';

export const errorStatus = {
  'bad-request': 400,
  'bad-name': 400,
  unauthorised: 401,
  forbidden: 403,
  revoked: 403,
  'sent-away': 403,
  banned: 403,
  waiting: 403,
  paused: 403,
  'passcode-needed': 403,
  'passcode-wrong': 403,
  'create-key': 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-image': 415,
  'no-version': 404,
  damaged: 409,
  'no-room': 409,
  'too-old': 426,
  'too-many': 429,
  internal: 500,
  'not-saving': 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** English sentences; a client may show its own words for a code. */
export const errorSentences: Record<ErrorCode, string> = {
  'bad-request': 'This request cannot be read. Check what was sent and try again.',
  'bad-name': 'Please give a name of 1 to 40 letters.',
  unauthorised: 'Please open the board again with its link.',
  forbidden: 'Your link does not allow this. Ask a facilitator for another one.',
  revoked: 'This link does not count any more. Ask for a new one.',
  'sent-away': 'A facilitator has ended your visit. You can come back with the link.',
  banned: 'A facilitator does not let you onto this board any more.',
  waiting: 'A facilitator will let you in. Please wait.',
  paused: 'A facilitator has paused the board. Nothing can be changed until they go on.',
  'passcode-needed': 'This board asks for a passcode. Ask the person who invited you.',
  'passcode-wrong': 'This is not the passcode. Check it and try again.',
  'create-key': 'Making boards on this server needs its key. Ask the person who runs the server.',
  'not-found': 'There is no board here, or the link is not complete. Ask the person who sent it for a new one.',
  'too-large': 'This is too large. Images may have 10 MB and 40 million pixels.',
  'unsupported-image': 'Only PNG, JPEG, WebP, GIF and AVIF pictures can be added.',
  'no-version': 'This version is not here any more.',
  damaged: 'This version is damaged and cannot be opened. The board and its other versions are as they were.',
  'no-room': 'No more versions with a name fit. A facilitator can remove one, and then this one fits.',
  'too-old': 'This page is older than the board. Reload it to go on.',
  'too-many': 'There are too many of these at once. Wait a minute and try again.',
  internal: 'Something went wrong on the server. Nothing was changed; please try again.',
  'not-saving':
    'The server cannot store anything just now: its disk may be full. Your work stays in this page; tell the person who runs the server.',
};

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorBodySchema>;
