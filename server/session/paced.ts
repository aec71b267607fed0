// At once, and then at most once in so many milliseconds, however often it is wished for.

export interface Paced {
  soon(): void;
  stop(): void;
}

export function paced(act: () => void, everyMs: number): Paced {
  let timer: NodeJS.Timeout | null = null;
  let isWished = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (isWished) now();
    }, everyMs);
    timer.unref();
  };
  const now = (): void => {
    isWished = false;
    act();
    rest();
  };
  return {
    soon() {
      isWished = true;
      if (timer === null) now();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isWished = false;
    },
  };
}
