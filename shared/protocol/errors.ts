// Every refusal over HTTP is `{error: {code, message}}`. The message is a sentence a person can act on.
import { z } from 'zod';

export const errorStatus = {
  'bad-request': 400,
  'bad-name': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-image': 415,
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
  'not-found': 'There is no board here, or the link is not complete. Ask the person who sent it for a new one.',
  'too-large': 'This is too large. Images may have 10 MB and 40 million pixels.',
  'unsupported-image': 'Only PNG, JPEG, WebP, GIF and AVIF pictures can be added.',
  'too-old': 'This page is older than the board. Reload it to go on.',
  'too-many': 'There are too many of these at once. Wait a minute and try again.',
  internal: 'Something went wrong on the server. Nothing was changed; please try again.',
  'not-saving':
    'The server cannot store anything just now: its disk may be full. Your work stays in this page; tell the person who runs the server.',
};

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorBodySchema>;
