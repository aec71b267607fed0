// The rules of a theory of change, T01 to T21: level, title, sentences and advice.
import { rule } from './rule.ts';

export const tocRules = {
  T01: rule(
    'toc',
    'error',
    'No impact yet',
    'Agree on the one to three lasting changes that all this is for.',
    {
      none: 'Nothing on the map says yet what lasting change it is for.',
      many: 'There are {count} impacts on one map. Two or three are easier to hold in mind.',
    },
    { many: { title: 'Many impacts', level: 'hint' } },
  ),
  T02: rule('toc', 'error', 'Leads to no impact', 'Draw an arrow to what it brings about, or set the card aside.', {
    lost: '“{title}” does not lead to an impact yet.',
  }),
  T03: rule('toc', 'error', 'Not joined to anything', 'Join it to what it leads to or what leads to it.', {
    alone: '“{title}” stands alone on the map.',
  }),
  T04: rule(
    'toc',
    'warn',
    'Nothing leads to it yet',
    'Add what brings it about, or mark that somebody else sees to it.',
    { uncaused: '“{title}”: what has to happen first?' },
  ),
  T05: rule(
    'toc',
    'error',
    'A circle nobody has marked',
    'Turn one arrow round, or mark the arrow that closes the circle as feedback.',
    {
      reinforcing: '{loop}: this circle makes itself stronger.',
      balancing: '{loop}: this circle holds itself back.',
      unsaid: '{loop}: this runs in a circle.',
      tangle: '{count} cards lead to each other in circles.',
    },
  ),
  T06: rule('toc', 'warn', 'No reason on the arrow', 'Write why on the arrow, or add an assumption to it.', {
    unexplained: '“{from}” leads to “{to}”: why do we think so?',
  }),
  T07: rule('toc', 'warn', 'No sign to look for yet', 'Add an indicator: something you could see or count.', {
    unmeasured: '“{title}”: how would we know?',
  }),
  T08: rule(
    'toc',
    'warn',
    'Indicator not complete yet',
    'Fill in what is known. A baseline may be “unknown” for now.',
    { incomplete: '“{title}” still needs: {missing}.' },
  ),
  T09: rule('toc', 'warn', 'A long leap', 'Add the steps that are in between.', {
    leap: 'From “{from}” to “{to}” is a long way: what happens in between?',
  }),
  T10: rule('toc', 'warn', 'An arrow that points back', 'Turn it round, or mark it as feedback.', {
    back: '“{from}” leads back to “{to}”. Is that what you mean?',
  }),
  T11: rule('toc', 'hint', 'More than one idea?', 'Split it, if each half could come true without the other.', {
    joined: '“{title}” may hold two ideas.',
    long: '“{title}” is long: {count} signs. What is the heart of it?',
  }),
  T12: rule('toc', 'hint', 'Worded as work', 'Say what will be true when the work is done.', {
    work: '“{title}” reads like something we do. What will be different then?',
  }),
  T13: rule('toc', 'hint', 'Who changes?', 'Name the people or places in which one would see it.', {
    nobody: '“{title}”: for whom, or in whom?',
  }),
  T14: rule(
    'toc',
    'warn',
    'Look at the ceiling again',
    'Draw the line above what you answer for and below what you only add to.',
    {
      impactBelow: '“{title}” lies below the line, as if we alone could answer for it.',
      nothingBelow: 'No outcome lies below the line: what do we answer for?',
    },
  ),
  T15: rule('toc', 'hint', 'The middle is missing', 'Ask what must be true between the work and the impact.', {
    none: '“{title}” reaches the impact with no outcome on the way.',
    one: '“{title}” reaches the impact with only one outcome on the way.',
  }),
  T16: rule('toc', 'hint', 'Enough together?', 'Ask the group, and answer yes or no on the card.', {
    unasked: '“{title}” has {count} causes: are they enough together?',
  }),
  T17: rule('toc', 'hint', 'Nearly the same', 'Merge them, or say what is different.', {
    alike: '“{title}” and “{other}” say nearly the same.',
  }),
  T18: rule('toc', 'warn', 'A guess we stand on', 'Say how you will find out, and who does.', {
    untested: '“{title}” still needs: {missing}.',
  }),
  T19: rule('toc', 'hint', 'A key player is missing from the plan', 'Name them where they change or act.', {
    unnamed: '“{title}” can do much and cares much, but no card of the plan names them.',
  }),
  T20: rule(
    'toc',
    'warn',
    'Nobody responsible yet',
    'Write a name, or say what would have to happen first.',
    { nobody: '“{title}”: who will do it?', unconfirmed: '“{title}”: has somebody promised it?' },
    { unconfirmed: { title: 'Not confirmed yet' } },
  ),
  T21: rule(
    'toc',
    'hint',
    'Hard to read',
    'Group what belongs together, or give a part a map of its own.',
    {
      causes: '{count} arrows lead to “{title}”. Could some of them share a step?',
      cards: 'There are {count} cards on one map.',
    },
    { cards: { title: 'A full map' } },
  ),
};
