// Who leads wants to begin something by hand, or to see what was begun. What asks how stands elsewhere.

interface StartRequest {
  ask: () => void;
  /** Returns its stop. */
  onAsked(listener: () => void): () => void;
}

export const groupsRequest = startRequest();
export const privateRoundRequest = startRequest();

function startRequest(): StartRequest {
  const listeners = new Set<() => void>();
  return {
    ask: () => {
      for (const listener of listeners) listener();
    },
    onAsked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
