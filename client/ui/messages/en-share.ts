// English: the share dialog.
import type { Messages } from './message.ts';

export const enShare = {
  'share.title': 'Share this board',
  'share.tab.edit': 'Take part',
  'share.tab.view': 'Look only',
  'share.tab.facilitate': 'Co-facilitator',
  'share.edit.text': 'Whoever has this link joins with a name and can add and change things. No account is needed.',
  'share.view.text': 'Whoever has this link sees the whole board, live, and can change nothing.',
  'share.view.whole': 'It shows everything on all pages, names included. Check the board before you make it public.',
  'share.view.only': 'You are here to look, so this is the link you can pass on.',
  'share.edit.only':
    'You take part, so this is the link you can pass on. Facilitators can also share a link to look only.',
  'share.facilitate.text':
    'This link gives everything you can do: rename the board, hand out links, delete the board for everyone. Who comes with it takes part, until you confirm that they facilitate.',
  'share.facilitate.warning': 'Send it to one person you trust, and never to the whole group.',
  'share.facilitate.show': 'Show the facilitator link',
  'share.link.edit': 'Link to take part',
  'share.link.view': 'Link to look',
  'share.link.facilitate': 'Link for a co-facilitator',
  'share.copied': 'Copied',
  'share.copied.long': 'The link is copied.',
  'share.copy-yourself': 'The browser does not let this page copy. The link is selected: copy it with Ctrl+C or ⌘C.',
  'share.qr': 'QR code of the link, to be scanned with a phone',
  'share.qr.hint': 'Scan it with a phone',
  'share.this-computer':
    'This link works on this computer only, because the page is open as {host}. For others, open the board under this computer’s name or address in your network.',
  'share.loading': 'Fetching the links',
  'share.failed': 'The links could not be fetched.',
} as const satisfies Messages;
