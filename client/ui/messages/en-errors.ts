// English: a sentence for each error code of the server and of the connection.
import type { Messages } from './message.ts';

export const enErrors = {
  'errors.bad-request': 'The server could not read this. Check what was entered and try again.',
  'errors.bad-name': 'Please give a name of 1 to {nameChars} letters.',
  'errors.bad-title': 'Please give a title of 1 to {titleChars} letters.',
  'errors.bad-version-name': 'Please give a name of 1 to {versionNameChars} letters.',
  'errors.bad-passcode': 'A passcode has {passcodeCharsMin} to {passcodeCharsMax} letters or digits.',
  'errors.bad-template': 'The server cannot make a board of this template file.',
  'errors.large-group': 'With so many people the board would be too large. Take fewer.',
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
  'errors.made-by-others': 'Some of this was made by others. A facilitator can bring it back.',
  'errors.not-found': 'There is no board here, or the link is not complete. Ask the person who sent it for a new one.',
  'errors.no-person': 'This person is not on the board any more.',
  'errors.link-off': 'The link to take part is switched off. Switch it on first.',
  'errors.yourself': 'This is yourself. Another facilitator can do it.',
  'errors.person-banned': 'This person is banned. Take that back first.',
  'errors.person-not-asked': 'This person has not asked to facilitate, or somebody has decided already.',
  'errors.board-full':
    '{people} people have joined this board, and it takes no more. Open it on a device that has been here.',
  'errors.too-large': 'The server does not take so much at once.',
  'errors.large-picture': 'This is too large. Pictures may have {pictureMb} MB and {megapixels} million pixels.',
  'errors.pictures-full':
    'A board takes {pictures} pictures, of {picturesMb} MB together. Put this one on another board.',
  'errors.unsupported-image': 'Only PNG, JPEG, WebP, GIF and AVIF pictures can be added.',
  'errors.no-version':
    'This version is not here any more. Somebody may have removed it, or it made room for newer ones.',
  'errors.damaged': 'This version is damaged and cannot be opened. The board and its other versions are as they were.',
  'errors.no-room': 'No more versions with a name fit. A facilitator can remove one, and then this one fits.',
  'errors.moved-on': 'The session has moved on since. Look where it is, and press again if you still want to.',
  'errors.not-now': 'The session does not take this just now.',
  'errors.not-yours': 'Only facilitators can do this.',
  'errors.too-old': 'This page is older than the board. Reload it to go on.',
  'errors.too-many': 'Too many of these at once. Wait a minute and try again.',
  'errors.internal': 'Something went wrong on the server. Nothing was changed; please try again.',
  'errors.not-saving':
    'The server cannot store anything just now: its disk may be full. Tell the person who runs it, and try again later.',
  'errors.restarting': 'The server is restarting. Try again in a moment.',
  'errors.offline': 'The server did not answer. Check your connection and try again.',
  'errors.unreadable':
    'The answer was not one of this server’s. A proxy may be in the way, or the server is being renewed.',
  'errors.unknown': 'Something went wrong in this page. Nothing was sent; please try again.',
} as const satisfies Messages;
