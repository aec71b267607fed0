// How often a page found that it held another board than the server, since the start, by how that ended.
import type { CheckKind } from '@commonboard/shared/protocol/check.ts';

type Outcome = Exclude<CheckKind, 'ask'>;

export interface DivergenceCount {
  count(outcome: Outcome): void;
  readonly counts: Readonly<Record<Outcome, number>>;
}

export function createDivergenceCount(): DivergenceCount {
  const counts: Record<Outcome, number> = { healed: 0, persists: 0 };
  return { counts, count: (outcome) => void counts[outcome]++ };
}
