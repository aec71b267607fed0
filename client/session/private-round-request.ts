// Who leads wants to open a private round by hand. What asks how stands elsewhere.

const listeners = new Set<() => void>();

export function askForPrivateRound(): void {
  for (const listener of listeners) listener();
}

/** Returns its stop. */
export function onPrivateRoundAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
