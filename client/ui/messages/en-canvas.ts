// English: what is said on and around the canvas.
import type { Messages } from './message.ts';

export const enCanvas = {
  'canvas.zone.untitled': 'Zone',
  'canvas.zone.title': 'Title of the zone',
  'canvas.zone.prompt': 'A question for this zone',
  'canvas.zone.is-locked': 'Locked',
  'canvas.zone.locked': 'This zone is locked. A facilitator can change it.',
  'canvas.tool.zone': 'Zone',
  'canvas.empty': 'An empty board. What do you want to work out together?',
  'canvas.first-note': 'Write a note',
  'canvas.first-note.key': 'N',
  'canvas.paste.no-svg':
    'SVG drawings cannot be added: they can hold programs. Save the drawing as a PNG and add that.',
  'canvas.paste.no-embed':
    'Pages of other websites cannot be shown here, since nothing leaves this server. Paste the link instead.',
  'canvas.refused': 'The server did not take your last change. {reason}',
  'canvas.refused.copy':
    'The server did not take your last change. {reason} A copy of the board with that change can still be downloaded:',
  'canvas.kept': 'Somebody deleted what you were writing in. Your text is still here.',
  'canvas.kept.empty': 'Somebody deleted what you were writing in.',
  'canvas.kept.copy': 'Copy the text',
  'canvas.kept.copied': 'Your text is copied.',
  'canvas.hidden': {
    one: '{count} thing on this board cannot be shown.',
    other: '{count} things on this board cannot be shown.',
  },
  'canvas.too-much':
    'That is more than one thing on a board can hold, or too far away, so it was not taken. Divide it and try again.',
  'canvas.mended': 'The copy of the board in this browser was damaged. It has been fetched anew; nothing is lost.',
  'canvas.differs':
    'What this page shows may differ from what the others see. Load the page again. If this comes back, tell the person who runs the server.',
  'canvas.loading': 'Opening the board',
  'canvas.label': 'Canvas of the board',
} as const satisfies Messages;
