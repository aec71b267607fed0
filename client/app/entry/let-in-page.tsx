// Waiting to be let in: asks every moment where this person stands, and goes on when a facilitator has decided.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { call } from '../../sync/api.ts';
import { after } from '../../sync/binding-clock.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { PlainActions, PlainPage } from '../../ui/plain-page.tsx';
import { Waiting } from '../../ui/spinner.tsx';
import { isPassing } from '../board-access.ts';

interface LetInPageProps {
  joined: Joined;
  /** Enters anew: let in, or asking once more. */
  onDecided: () => void;
  onHome: () => void;
}

export function LetInPage({ joined, onDecided, onHome }: LetInPageProps) {
  const isAway = useStanding(joined, onDecided);
  const title = joined.title || t('common.untitled');
  if (isAway) {
    return (
      <PlainPage title={t('wait.away.title')} tabTitle={title} text={t('wait.away.text')} onHome={onHome}>
        <PlainActions>
          <Button look="primary" large onClick={onDecided}>
            {t('wait.away.do')}
          </Button>
        </PlainActions>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={title} tabTitle={title} text={t('wait.text', { name: joined.name })} onHome={onHome}>
      <Waiting text={t('wait.now')} />
    </PlainPage>
  );
}

/** Whether this person was turned away. */
function useStanding({ id, token }: Joined, onDecided: () => void): boolean {
  const [isAway, setAway] = useState(false);
  const decided = useEffectEvent(onDecided);
  useEffect(() => {
    let cancel = (): void => undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const standing = await standingNow(id, token);
      if (isOver) return;
      if (standing === 'waiting') cancel = after(limits.waitingAskMs, () => void ask());
      else if (standing === 'away') setAway(true);
      else decided();
    };
    void ask();
    return () => {
      isOver = true;
      cancel();
    };
  }, [id, token]);
  return isAway;
}

/** `decided` also where the server takes the token no more: entering anew says why. */
async function standingNow(id: Joined['id'], token: string): Promise<'waiting' | 'away' | 'decided'> {
  try {
    const { standing } = await call('entry', { params: { id }, token });
    return standing === 'waiting' || standing === 'away' ? standing : 'decided';
  } catch (error) {
    return isPassing(error) ? 'waiting' : 'decided';
  }
}
