// Why a socket that was let in is closed with 4403: the words of the close frame, by which the page chooses its own.

export const closeReasons = {
  /** The link was made anew or switched off. */
  revoked: 'this link does not count any more',
  sentAway: 'a facilitator has ended this visit',
  banned: 'a facilitator does not let this person in',
  waiting: 'a facilitator has to let this person in',
} as const;
