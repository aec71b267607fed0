// English: what is said where a part of the page stopped by a mistake of ours.
import type { Messages } from './message.ts';

export const enCrash = {
  'crash.title': 'The canvas has stopped',
  'crash.text':
    'A mistake in this page, not something you did. The board is on the server as it was last saved; for the others it goes on.',
  'crash.reload': 'Open the board again',
  'crash.keep': 'To be safe, you can first keep a copy of the board as it is in this page:',
  'crash.shape': 'This cannot be shown',
} as const satisfies Messages;
