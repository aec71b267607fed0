// English: words that every screen uses.
import type { Messages } from './message.ts';

export const enCommon = {
  'common.product': 'Commonboard',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.save': 'Save',
  'common.open': 'Open',
  'common.copy': 'Copy',
  'common.retry': 'Try again',
  'common.home': 'Go to the start page',
  'common.notifications': 'Messages',
  'common.role.facilitate': 'Facilitator',
  'common.role.edit': 'Participant',
  'common.role.view': 'Look only',
  'common.theme': 'Appearance',
  'common.theme.system': 'As the device',
  'common.theme.light': 'Light',
  'common.theme.dark': 'Dark',
  'common.just-now': 'just now',
  'common.untitled': 'Untitled board',
} as const satisfies Messages;
