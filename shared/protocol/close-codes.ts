// Why a socket is closed. y-websocket treats 4400-4499 as final and retries on all others.

export const closeCodes = {
  /** A frame that cannot be read: text, garbage, a message nobody knows. */
  badFrame: 4400,
  /** No token, or one that is not known. */
  badToken: 4401,
  /** The role does not allow it. */
  notAllowed: 4403,
  /** No such board, or it was deleted. */
  gone: 4404,
  /** The client's layout or schema is older than the document's. */
  tooOld: 4426,
  /** The server is stopping; come back. */
  restart: 1012,
  /** Too far behind, or the board is full; come back. */
  tryLater: 1013,
  /** The board could not be loaded; come back. */
  failed: 1011,
} as const;
