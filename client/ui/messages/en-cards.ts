// English: what is said about cards, links and zones.
import type { Messages } from './message.ts';

export const enCards = {
  'cards.yes': 'Yes',
  'cards.no': 'No',
  'cards.not-said': 'Not said',
  'cards.differ': 'Several values',
  'cards.untitled': 'Without a title',
  'cards.example': 'Example',
  'cards.wrong.number': 'Please write a number, such as 12 or 3.5.',
  'cards.wrong.whole': 'Please write a whole number.',
  'cards.wrong.range': 'Please write a number from {min} to {max}.',
  'cards.wrong.date': 'Please write a day as 2027-03-31.',
  'cards.link.between': 'Link: {from} → {to}',
} as const satisfies Messages;
