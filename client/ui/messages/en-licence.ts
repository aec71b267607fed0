// English: the page that stands in for the canvas where tldraw needs a licence key and has none that fits.
import type { Messages } from './message.ts';

export const enLicence = {
  'licence.title': 'The canvas cannot be shown at this address',
  'licence.missing':
    'The drawing canvas is tldraw. At an https address it needs a licence key, and this server has none.',
  'licence.unreadable':
    'The drawing canvas is tldraw. At an https address it needs a licence key; the one set on this server is not a valid key.',
  'licence.wrong-host':
    'The drawing canvas is tldraw. The licence key set on this server is for {hosts}, and this page is open at {host}.',
  'licence.expired':
    'The drawing canvas is tldraw. The licence key set on this server ended on {date}; from then on tldraw does not draw.',
  'licence.safe': 'The board itself is safe. You can read it and take it with you here.',
  'licence.how.title': 'How to get the canvas',
  'licence.how.ask':
    'Whoever runs this server asks tldraw for a key for {host}: a trial, a hobby or a commercial one, as tldraw sees fit.',
  'licence.how.address': 'tldraw.dev: ask for a licence key',
  'licence.how.set': 'They set it on the server and start it again:',
  'licence.how.http': 'Over plain http in a room’s own network, and on the server’s own computer, no key is needed.',
  'licence.read.title': 'What is on the board',
  'licence.read.loading': 'Reading the board',
  'licence.read.empty': 'Nothing is on this board yet.',
  'licence.download.text': 'Download as text',
  'licence.download.data': 'Download as data',
  'licence.download.hint': 'Text is Markdown, for any editor. Data is JSON and holds every record of the board.',
  'outline.image': 'Picture',
  'outline.untitled': 'Without words',
  'outline.empty-zone': 'Nothing here yet',
} as const satisfies Messages;
