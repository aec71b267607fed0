// Keys that have lost their place: taken out until the person pauses or points somewhere.

const quietMs = 1_500;

/** Whoever types for an input that is gone has stopped when no key came for a moment, or a pointer was pressed. Returns its stop. */
export function silenceKeys(page: EventTarget): () => void {
  const stop = (): void => {
    clearTimeout(timer);
    page.removeEventListener('keydown', swallow, { capture: true });
    page.removeEventListener('pointerdown', stop, { capture: true });
  };
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(timer);
    timer = setTimeout(stop, quietMs);
  };
  let timer = setTimeout(stop, quietMs);
  page.addEventListener('keydown', swallow, { capture: true });
  page.addEventListener('pointerdown', stop, { capture: true });
  return stop;
}
