// English: around the checks. What a rule itself says stands with the rule.
import type { Messages } from './message.ts';

export const enChecks = {
  'checks.tab': 'Check',
  'checks.title': 'What is still open in the drawing?',
  'checks.lead': 'Advice for the group, not a mark. It looks at what is drawn, not at whether it is right.',
  'checks.nothing': 'Nothing to check yet. Advice comes as soon as there are cards.',
  'checks.complete': {
    one: 'Completeness of the drawing: {percent} % of {count} rule',
    other: 'Completeness of the drawing: {percent} % of {count} rules',
  },
  'checks.done': 'Nothing is open.',
  'checks.level.error': { one: '{count} to mend', other: '{count} to mend' },
  'checks.level.warn': { one: '{count} to think about', other: '{count} to think about' },
  'checks.level.hint': { one: '{count} idea', other: '{count} ideas' },
  'checks.more': { one: 'and {count} more', other: 'and {count} more' },
  'checks.off': 'Stop looking at this: {name}',
  'checks.on': { one: 'Look at {count} more rule again', other: 'Look at {count} more rules again' },
} as const satisfies Messages;
