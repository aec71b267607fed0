// Long work in slices: the page stays alive in between, hears how far it is, and can stop it.

const sliceMs = 12;

interface SliceOptions {
  signal: AbortSignal;
  /** From 0 to 1. */
  onShare: (share: number) => void;
}

/** Rejects with the signal's reason when it is stopped. */
export async function inSlices<T>(work: Generator<number, T>, { signal, onShare }: SliceOptions): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    signal.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    onShare(step.value);
    await pause();
    until = performance.now() + sliceMs;
  }
}

/** Until the page has drawn; soon where it is hidden and draws nothing. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
