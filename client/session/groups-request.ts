// Who leads wants to make groups, or to see those that are there. What asks how stands elsewhere.

const listeners = new Set<() => void>();

export function askForGroups(): void {
  for (const listener of listeners) listener();
}

/** Returns its stop. */
export function onGroupsAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
