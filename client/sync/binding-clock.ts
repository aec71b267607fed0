// When the binding gets to draw: at the next frame, or soon where the page is hidden and has no frames.

const hiddenFrameMs = 100;

export function nextFrame(run: () => void): () => void {
  if (document.visibilityState === 'hidden') return after(hiddenFrameMs, run);
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(once);
  // A page that is hidden before its frame comes would wait for ever.
  const timer = setTimeout(once, hiddenFrameMs * 3);
  return () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
