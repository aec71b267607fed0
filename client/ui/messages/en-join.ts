// English: the way into a board.
import type { Messages } from './message.ts';

export const enJoin = {
  'join.looking': 'Opening the board',
  'join.rejoining': 'Welcome back. Opening the board',
  'join.loading': 'Loading the board',
  'join.invited': 'You are invited to',
  'join.yours': 'You facilitate',
  'join.name': 'Your name',
  'join.name.hint': 'Everyone on this board sees it beside your cursor. A first name is enough.',
  'join.name.empty': 'Please give a name, so that the others know who is there.',
  'join.name.long': 'This name is longer than {max} letters. Please shorten it.',
  'join.name.unreadable': 'This name has no letters that can be shown. Please give another one.',
  'join.sector.text': 'You need not say. Only facilitators see it, to mix groups.',
  'join.named': 'My name may stand in what is published of this session',
  'join.named.text': 'You can change this later. If you do not tick it, your name is left out.',
  'join.do': 'Join',
  'join.role.facilitate': 'You can add and change things, and you lead the board.',
  'join.role.edit': 'You can add and change things.',
  'join.role.view': 'You can look. Nothing on the board changes by what you do.',
  'join.gone.title': 'No board opens with this link',
  'join.gone.text':
    'The board may have been deleted, or the link was cut off on its way. Ask the person who sent it for a new one.',
  'join.gone.kept':
    'Some of what you did there last never reached the server. A copy of the board with it is still on this device: download it before you let it be forgotten.',
  'join.gone.forget': 'Forget it on this device',
  'join.offline.title': 'The server cannot be reached',
  'join.offline.text':
    'Nothing is lost: the board waits where it is. Check your connection; this page tries again as soon as it is back.',
  'join.failed.title': 'The board did not open',
  'join.need.title': 'This board opens with its link',
  'join.need.text':
    'The address alone is not enough: its secret part is missing. Paste the whole link you were sent, or type the code that is open, and you are in.',
  'join.deleted.title': 'This board has been deleted',
  'join.deleted.text': 'A facilitator deleted it for everyone. What you exported before is still yours.',
  'join.refused.title': 'You are no longer let in with this link',
  'join.refused.text': 'It was withdrawn, or the server forgot this visit. Try once more, or ask for a new link.',
  'join.revoked.title': 'This link does not count any more',
  'join.revoked.text': 'A facilitator has made it anew or switched it off. Ask for a new one, and paste it here.',
  'join.sent-away.title': 'Your visit has ended',
  'join.sent-away.text': 'A facilitator has ended it. You can come back.',
  'join.sent-away.do': 'Come back',
  'join.many-windows.title': 'You have this board open in many windows',
  'join.many-windows.text': 'This one was closed so that the newer ones go on. Close some of them and try again here.',
  'join.banned.title': 'You are not let onto this board any more',
  'join.banned.text': 'A facilitator has decided so. If you think that this was a mistake, talk to them.',
  'join.passcode': 'Passcode',
  'join.passcode.hint': 'The person who invited you knows it.',
  'join.too-old.title': 'This page is older than the board',
  'join.too-old.text': 'The server has been renewed since you opened it. Reload to go on where you were.',
  'join.too-old.kept':
    'What you did last is kept on this device and is sent when the page has been reloaded. To be sure, you can download a copy of the board with it first.',
  'join.too-old.do': 'Reload',
  'join.kept':
    'Some of what you did last was not stored on the server. A copy of the board with it is still in this page: download it before you go on.',
  'nothing.title': 'Nothing here',
  'nothing.text': 'This address leads nowhere. Boards live at addresses that begin with /b/.',
} as const satisfies Messages;
