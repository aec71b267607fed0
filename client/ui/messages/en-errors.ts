// English: a sentence for each error code of the server and of the connection.
import type { Messages } from './message.ts';

export const enErrors = {
  'errors.bad-request': 'The server could not read this. Check what was entered and try again.',
  'errors.bad-name': 'Please give a name of 1 to 40 letters.',
  'errors.unauthorised': 'The server has forgotten this visit. Open the board again with its link.',
  'errors.forbidden': 'Your link does not allow this. Ask a facilitator for another one.',
  'errors.revoked': 'This link does not count any more. Ask for a new one.',
  'errors.sent-away': 'A facilitator has ended your visit. You can come back with the link.',
  'errors.banned': 'A facilitator does not let you onto this board any more.',
  'errors.waiting': 'A facilitator will let you in. Please wait.',
  'errors.paused': 'A facilitator has paused the board. Nothing can be changed until they go on.',
  'errors.passcode-needed': 'This board asks for a passcode. Ask the person who invited you.',
  'errors.passcode-wrong': 'This is not the passcode. Check it and try again.',
  'errors.create-key': 'Making boards on this server needs its key. Ask the person who runs the server.',
  'errors.not-found': 'There is no board here, or the link is not complete. Ask the person who sent it for a new one.',
  'errors.too-large': 'This is too large. Pictures may have 10 MB and 40 million pixels.',
  'errors.unsupported-image': 'Only PNG, JPEG, WebP, GIF and AVIF pictures can be added.',
  'errors.no-version':
    'This version is not here any more. Somebody may have removed it, or it made room for newer ones.',
  'errors.damaged': 'This version is damaged and cannot be opened. The board and its other versions are as they were.',
  'errors.no-room': 'No more versions with a name fit. A facilitator can remove one, and then this one fits.',
  'errors.too-old': 'This page is older than the board. Reload it to go on.',
  'errors.too-many': 'Too many of these at once. Wait a minute and try again.',
  'errors.internal': 'Something went wrong on the server. Nothing was changed; please try again.',
  'errors.not-saving':
    'The server cannot store anything just now: its disk may be full. Tell the person who runs it, and try again later.',
  'errors.offline': 'The server did not answer. Check your connection and try again.',
  'errors.unreadable':
    'The answer was not one of this server’s. A proxy may be in the way, or the server is being renewed.',
  'errors.unknown': 'Something went wrong in this page. Nothing was sent; please try again.',
} as const satisfies Messages;
