// Every refusal over HTTP is `{error: {code, message}}`. The message is a sentence a person can act on.
import { z } from 'zod';
import { limits } from './limits.ts';

export const errorStatus = {
  'bad-request': 400,
  'bad-name': 400,
  'bad-title': 400,
  'bad-version-name': 400,
  'bad-passcode': 400,
  'bad-template': 400,
  'large-group': 400,
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
  'made-by-others': 403,
  'others-note': 403,
  locked: 403,
  'not-yours': 403,
  'not-found': 404,
  'no-person': 404,
  'link-off': 409,
  yourself: 409,
  'person-banned': 409,
  'person-not-asked': 409,
  'board-full': 409,
  'board-large': 409,
  'note-gone': 409,
  'no-zone': 409,
  'too-large': 413,
  'large-picture': 413,
  'pictures-full': 413,
  'unsupported-image': 415,
  'no-version': 404,
  damaged: 409,
  'no-room': 409,
  'moved-on': 409,
  'not-now': 409,
  'too-old': 426,
  'too-many': 429,
  internal: 500,
  'not-saving': 503,
  restarting: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * Codes of which the server may say more exactly what is wrong: to programs, and to pages that show it (problems in a template
 * file). What people are to hear exactly has a code of its own, because a page says a code in its own words.
 */
export type DetailedCode =
  | 'bad-request'
  | 'bad-template'
  | 'forbidden'
  | 'not-found'
  | 'unsupported-image'
  // A refused command of a session says its reason beside the code.
  | 'moved-on'
  | 'not-now'
  | 'not-yours';

/** English sentences; a client may show its own words for a code. */
export const errorSentences: Record<ErrorCode, string> = {
  'bad-request': 'This request cannot be read. Check what was sent and try again.',
  'bad-name': `Please give a name of 1 to ${limits.nameCharsMax} letters.`,
  'bad-title': `Please give a title of 1 to ${limits.titleCharsMax} letters.`,
  'bad-version-name': `Please give a name of 1 to ${limits.versionNameCharsMax} letters.`,
  'bad-passcode': `A passcode has ${limits.passcodeCharsMin} to ${limits.passcodeCharsMax} letters or digits.`,
  'bad-template': 'This template file cannot be read.',
  'large-group': 'With so many people the board would be too large. Take fewer.',
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
  'made-by-others': 'Some of this was made by others. A facilitator can bring it back.',
  'others-note': 'Somebody else made this. You change and remove what is your own.',
  locked: 'Nothing can be written here just now. A facilitator has set it so.',
  'not-yours': 'This is for facilitators.',
  'not-found': 'There is no board here, or the link is not complete. Ask the person who sent it for a new one.',
  'no-person': 'This person is not on the board.',
  'link-off': 'The link to take part is switched off. Switch it on first.',
  yourself: 'This is yourself. Another facilitator can do it.',
  'person-banned': 'This person is banned. Take that back first.',
  'person-not-asked': 'This person has not asked to facilitate.',
  'board-full': `${limits.participantsPerBoardMax} people have joined this board, and it takes no more. Open it on a device that has been here.`,
  'board-large': 'This board holds as much as a board can. Delete what nobody needs, or go on on a new board.',
  'note-gone': 'This note is not on the board any more.',
  'no-zone': 'This zone is not on the board any more. Choose another one.',
  'too-large': 'This is too large to be taken.',
  'large-picture': `This is too large. Pictures may have ${limits.imageBytesMax / 2 ** 20} MB and ${limits.imagePixelsMax / 1e6} million pixels.`,
  'pictures-full': `A board takes ${limits.assetsPerBoardMax} pictures, of ${limits.assetBytesPerBoardMax / 2 ** 20} MB together. Put this one on another board.`,
  'unsupported-image': 'Only PNG, JPEG, WebP, GIF and AVIF pictures can be added.',
  'no-version': 'This version is not here any more.',
  damaged: 'This version is damaged and cannot be opened. The board and its other versions are as they were.',
  'no-room': 'No more versions with a name fit. A facilitator can remove one, and then this one fits.',
  'moved-on': 'The session has moved on since. Look where it is, and press again if you still want to.',
  'not-now': 'The session does not take this just now.',
  'too-old': 'This page is older than the board. Reload it to go on.',
  'too-many': 'There are too many of these at once. Wait a minute and try again.',
  internal: 'Something went wrong on the server. Nothing was changed; please try again.',
  'not-saving':
    'The server cannot store anything just now: its disk may be full. Your work stays in this page; tell the person who runs the server.',
  restarting: 'The server is restarting. Try again in a moment.',
};

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorBodySchema>;
