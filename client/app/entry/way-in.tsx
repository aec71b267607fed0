// On the way to a board, with its canvas or without: it is looked for, and who comes says their name.
import { JoinPage } from '../../board/join-page.tsx';
import { t } from '../../ui/messages/t.ts';
import { Waiting } from '../../ui/spinner.tsx';
import { goHome } from '../router.ts';
import type { BoardEntry } from './use-board-entry.ts';
import { WaitingPage } from './waiting-page.tsx';

interface WayInProps extends Pick<BoardEntry, 'join'> {
  state: Extract<BoardEntry['state'], { kind: 'looking' | 'ask-name' }>;
  /** Onto the same board. */
  otherWay: { words: string; text?: string; onGo: () => void };
}

export function WayIn({ state, join, otherWay }: WayInProps) {
  if (state.kind === 'looking') {
    return (
      <WaitingPage>
        <Waiting text={state.again ? t('join.rejoining') : t('join.looking')} />
      </WaitingPage>
    );
  }
  return (
    <JoinPage
      title={state.title}
      role={state.role}
      name={state.name}
      asksPasscode={state.asksPasscode}
      asksSector={state.asksSector}
      onJoin={(introduction) => join(state.key, introduction)}
      onHome={goHome}
      otherWay={otherWay}
    />
  );
}
