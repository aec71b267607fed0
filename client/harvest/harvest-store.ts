// What the group leaves with, as this page knows it: whether it is published, and for who leads how it is set up. No React.
import type { HarvestStanding } from '@commonboard/shared/harvest/harvest.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';

export interface HarvestPorts {
  ask(): Promise<HarvestAnswer>;
  /** What went wrong with an answer that nobody waits for. */
  failed(error: unknown): void;
}

export interface HarvestStore {
  /** Null until the server has said it. */
  view(): HarvestAnswer | null;
  onChange(listener: () => void): () => void;
  /** Message 65. */
  heard(news: Pick<HarvestStanding, 'revision' | 'published'>): void;
  /** Whether this person leads now: it may come and go while the board is open. */
  setLeading(isLeading: boolean): void;
  /** The answer to what this page did. */
  answered(answer: HarvestAnswer): void;
  /** Rejects with an ApiError. */
  refresh(): Promise<void>;
}

export function createHarvestStore(ports: HarvestPorts): HarvestStore {
  const listeners = new Set<() => void>();
  let view: HarvestAnswer | null = null;
  /** Null until the session has said it. */
  let isLeading: boolean | null = null;

  function show(next: HarvestAnswer): void {
    // Answers and pushes may overtake each other.
    if (view && next.revision < view.revision) return;
    view = isLeading === false ? { ...next, leads: null } : next;
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    show(await ports.ask());
  }

  function ask(): void {
    refresh().catch((error: unknown) => ports.failed(error));
  }

  return {
    view: () => view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard({ revision, published }) {
      // What came before the first answer is in that answer.
      if (!view || revision <= view.revision) return;
      show({ ...view, revision, published });
      // Its words are said to who leads only, and only over HTTP.
      if (view.leads) ask();
    },
    setLeading(next) {
      const before = isLeading;
      isLeading = next;
      if (!view || next === before) return;
      if (!next) show(view);
      else if (!view.leads) ask();
    },
    answered: show,
    refresh,
  };
}
