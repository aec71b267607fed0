// Why something with drafts is not done, with a sentence for the person who wanted it.

export const draftRefusals = {
  'not-leading': 'Only facilitators can do this.',
  'not-taking-part': 'Your link lets you look, not take part.',
  'no-round': 'There is no private round just now.',
  'not-revealed': 'This private round has not been shown, so nothing is late yet.',
  'no-draft': 'This note is not there any more.',
  'has-maker': 'This note is not from an anonymous round. Remove it like any other.',
  anonymous: 'This round is anonymous: all notes are shown at once, and nobody shows their own.',
  'too-many': 'These are more notes than this private round takes from one person.',
  silenced: 'A facilitator has removed a note of yours. What you write is not put in any more.',
} as const;

export type DraftRefusal = keyof typeof draftRefusals;
