// Why something in a vote is not done, with a sentence for the person who wanted it.

export const votingRefusals = {
  'not-leading': 'Only facilitators can do this.',
  'not-taking-part': 'Your link lets you look, not take part.',
  'no-round': 'This vote is not here any more.',
  'not-open': 'This vote is closed.',
  'another-open': 'Another vote is open. Close it first.',
  full: 'No more votes fit on this board. Remove an old one first.',
  'no-options': 'Some of these are not on the board any more, or have no words. Choose again.',
  'many-options': 'These are more than fit on a ballot. Put them in groups with titles, and vote on the titles.',
  'no-step': 'The step that runs has no vote.',
  'no-person': 'Somebody who was given votes cannot take part. Look at the list again.',
  'not-on-roster': 'This vote was opened for the people who were here before you. You can vote in the next one.',
  'not-an-option': 'This is not on the ballot.',
  'over-budget': 'These are more dots than you have.',
  'over-per-option': 'This is more than one item may get from one person.',
  'off-scale': 'This is not a mark that this vote knows.',
  'no-reason': 'Please say what you object to, so that it can be met.',
  'too-many-votes': 'These are more votes than this device was given.',
  'no-sector': 'This sector is not one of this vote.',
} as const;

export type VotingRefusal = keyof typeof votingRefusals;
