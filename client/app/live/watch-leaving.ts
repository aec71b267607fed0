// What happens when a gesture ends or the page is left, and in which order.

export interface Leaving {
  /** What the canvas holds back goes into the document. */
  flush: () => void;
  /** The page may not come back. */
  leave: () => void;
}

/** A gesture's end, and a page that may not come back, must not wait for the next flush. Returns its stop. */
export function watchLeaving({ flush, leave }: Leaving): () => void {
  const gone = (): void => {
    // First the document, then what is put down of it: else the last of a gesture would be missing from the count of what
    // is not sent, and would be written under a client id that the next page may hold already.
    flush();
    leave();
  };
  const events = ['pointerup', 'blur'] as const;
  for (const event of events) addEventListener(event, flush);
  document.addEventListener('visibilitychange', flush);
  addEventListener('pagehide', gone);
  return () => {
    for (const event of events) removeEventListener(event, flush);
    document.removeEventListener('visibilitychange', flush);
    removeEventListener('pagehide', gone);
  };
}
