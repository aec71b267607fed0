// The rules beyond the theory of change: stakeholders, links, goals, commitments, decisions, open space, cases.
import { rule } from './rule.ts';

export const boardRules = {
  S01: rule('stakeholders', 'error', 'Stakeholder not complete', 'Write the name, and place the card on the grid.', {
    unnamed: 'A stakeholder has no name yet.',
    half: '“{title}” is placed one way only: {missing} is not said yet.',
    outside: '“{title}”: {field} goes from 0 to 100.',
  }),
  S02: rule(
    'stakeholders',
    'warn',
    'A key player without a plan',
    'Name one person who keeps in touch, and how closely you work together.',
    { unplanned: '“{title}” still needs: {missing}.' },
  ),
  S03: rule(
    'stakeholders',
    'warn',
    'Whose voice is missing?',
    'Ask who lives with this, and who would disagree. Invite them.',
    {
      noCommunity: 'Nobody on the map lives with it: no community, nobody for whom much changes.',
      sectors: 'Nobody on the map yet from: {sectors}.',
      allAllies: 'All {count} whose stance is known are allies. Who would see it differently?',
    },
  ),
  S04: rule('stakeholders', 'hint', 'A long way to move', 'Aim one step further: that is often enough.', {
    far: '“{title}” should move {count} steps.',
  }),
  S05: rule('stakeholders', 'warn', 'Not for everyone’s eyes', 'Take the redacted copy, or be sure who will read it.', {
    open: '“{title}” is marked to be kept out of public copies.',
  }),
  L01: rule('links', 'error', 'An arrow that joins nothing new', 'Remove it, or draw it to another card.', {
    loose: 'An arrow has an end without a card.',
    self: 'An arrow leads from “{title}” to itself.',
    twice: '“{from}” and “{to}” are joined twice in the same way.',
  }),
  L02: rule('links', 'warn', 'An unusual arrow', 'Choose another meaning for the arrow, or another kind of card.', {
    unfit: '“{from}” {verb} “{to}”: that is not usual between {fromKind} and {toKind}.',
  }),
  G01: rule('goals', 'warn', 'Not complete yet', 'Fill in what the group agrees on.', {
    incomplete: '“{title}” still needs: {missing}.',
  }),
  G02: rule(
    'goals',
    'hint',
    'Many key results',
    'Keep the two to four that would convince you most.',
    {
      many: '“{title}” has {count} key results.',
      task: '“{title}” reads like a task. What change would one be able to count?',
    },
    { task: { title: 'Worded as a task' } },
  ),
  C01: rule(
    'commitments',
    'error',
    'Who, and by when?',
    'Write one name and one day. Others can help.',
    {
      nobody: 'Nobody is responsible yet for: “{title}”.',
      everybody: '“{title}” belongs to “{owner}”. Whose name can be asked?',
      several: '“{title}” belongs to several: {owner}. Who holds it together?',
      undated: '“{title}”: by when?',
      past: '“{title}” was due on {due}. Is it done, or is there a new day?',
    },
    {
      nobody: { title: 'Nobody responsible yet' },
      undated: { title: 'No day yet' },
      past: { title: 'The day is past' },
    },
  ),
  C02: rule('commitments', 'warn', 'Do they know of it?', 'Ask the person, or choose somebody who is here.', {
    absent: '“{title}” belongs to {owner}, who is not among the people here.',
  }),
  D01: rule(
    'decisions',
    'error',
    'Decision not complete',
    'Write how it was decided, how the votes fell and what came out.',
    {
      incomplete: '“{title}” still needs: {missing}.',
      blocked: '“{title}” was adopted although somebody blocked it. How was that met?',
    },
    { blocked: { title: 'Adopted with a block' } },
  ),
  U01: rule('open-space', 'error', 'Two in one place', 'Move one of them to another time or room.', {
    room: '{count} sessions are in {room} at {slot}.',
    host: '{host} hosts {count} sessions at {slot}.',
    merged: '“{title}” was merged, but not into a session that takes place.',
  }),
  U02: rule(
    'open-space',
    'warn',
    'Look at the wall again',
    'Swap rooms, add a time, or ask the hosts.',
    {
      full: '{count} people want to come to “{title}”; {room} holds {capacity}.',
      unreported: '“{title}” is over and has no report yet.',
      clash: '{people} want to be in two sessions at {slot}.',
    },
    {
      full: { title: 'The room is too small' },
      unreported: { title: 'No report yet' },
      clash: { title: 'Wanted at the same time', level: 'hint' },
    },
  ),
  E01: rule('cases', 'warn', 'No source yet', 'Say who told it or where it stands. Until then it is illustrative.', {
    unsourced: '“{title}”: where do we know it from?',
  }),
};
