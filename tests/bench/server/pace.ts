// Time in a bench: acts at a steady rate, and waits for conditions.

const waitMsUsual = 20_000;

/** Calls `act` with 0, 1, 2 ... so often a second, for so long. Late calls are made up for. */
export function pace(perSecond: number, ms: number, act: (count: number) => void): Promise<void> {
  const total = Math.round((perSecond * ms) / 1000);
  const start = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const go = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1000));
      while (done < due) act(done++);
      if (done < total) setTimeout(go, 1);
      else resolve();
    };
    go();
  });
}

/** False when it does not come true in time. */
export async function waitUntil(condition: () => boolean, ms: number = waitMsUsual): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await rest(2);
  }
  return true;
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
