/** Node has no frames; a tldraw store wants them to tell its listeners. */
export function giveFramesToNode(): void {
  Object.assign(globalThis, {
    requestAnimationFrame: (run: () => void) => setTimeout(run, 16),
    cancelAnimationFrame: (timer: NodeJS.Timeout) => clearTimeout(timer),
  });
}
