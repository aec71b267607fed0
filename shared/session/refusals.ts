// Why a command is not carried out, with a sentence for the person who gave it.

export const sessionRefusals = {
  'moved-on': 'The session has moved on since. Look where it is, and press again if you still want to.',
  counting: 'Something is about to happen. Stop it first, or let it happen.',
  'not-leading': 'Only facilitators can do this.',
  'not-taking-part': 'Your link lets you look, not take part.',
  'not-running': 'The session is not running. Start it first.',
  running: 'The session is running. End it first.',
  'no-step': 'This step is not in the agenda any more.',
  'current-step': 'This step is running. Go on to another one first.',
  'no-agenda': 'There is no step to go to. Add one first.',
  'no-timer': 'No timer is set.',
  'no-person': 'This person is not here, or cannot do this.',
  'round-open': 'People are writing in private already. Show or end that first.',
  'no-round': 'This private round is over.',
  'written-more': 'Somebody has written or chosen more notes already. Choose a higher number.',
  grouped: 'People are in groups already. Bring their results back or end the groups first.',
  'no-groups': 'These groups are over.',
  'no-group': 'This group is not there.',
  'too-few': 'For groups at least two people must be here who do not facilitate.',
  'not-choosing': 'People do not choose their groups just now. Ask a facilitator.',
  'not-in-group': 'Only people of this group can do this.',
  'not-given': 'This is not the idea that you were given in this round.',
  full: 'No more of these fit.',
  'switched-off': 'A facilitator has switched this off for a calm board.',
  'facilitator-here': 'A facilitator is here. You can take over when none has been here for a minute.',
} as const;

export type SessionRefusal = keyof typeof sessionRefusals;
