// Why a socket that was let in is closed with 4403: the words of the close frame, by which the page chooses its own.

export const closeReasons = {
  /** The link was made anew or switched off. */
  revoked: 'this link does not count any more',
  sentAway: 'a facilitator has ended this visit',
  banned: 'a facilitator does not let this person in',
  /** The same person has opened the board more often than anybody needs, this window before the others. */
  tooManyWindows: 'this board is open in too many windows',
  waiting: 'a facilitator has to let this person in',
} as const;
