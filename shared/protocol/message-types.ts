// The first varuint of each frame on /sync/:id. 0, 1 and 3 are the y-websocket protocol; 64 and up are ours.

export const messageTypes = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  settled: 64,
  session: 65,
  refusal: 66,
  presence: 67,
  check: 68,
} as const;

/** The varuint after `sync`. */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** WebSocket subprotocols: one of these, and `auth.<token>`. The server answers with the first kind, never with the secret. */
export const subprotocols = { full: 'commonboard.v1', plain: 'yjs', authPrefix: 'auth.' } as const;
