// Who has the word next: who has spoken least, and of those who raised a hand first.
import type { Hand, SessionState } from './session-state.ts';

export function fairOrder({ hands, spoken }: Pick<SessionState, 'hands' | 'spoken'>): Hand[] {
  const times = ({ participant }: Hand): number => spoken[participant] ?? 0;
  return hands.toSorted((one, other) => times(one) - times(other) || one.at - other.at);
}
