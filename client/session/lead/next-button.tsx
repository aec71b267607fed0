// The one button that goes on. It names what it does, and does nothing for a moment after that has changed: somebody else may have
// pressed theirs while this finger was on its way.
import { nextStep } from '@commonboard/shared/session/step-commands.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { phaseTitle } from '../phase-text.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

const settleMs = 800;

interface NextButtonProps {
  store: SessionStore;
  view: SessionView;
  phase: string;
}

export function NextButton({ store, view, phase }: NextButtonProps) {
  const next = nextStep(view);
  const [settled, setSettled] = useState<string | null>(null);
  const meaning = `${phase} ${next?.id ?? ''}`;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(meaning), settleMs);
    return () => clearTimeout(timer);
  }, [meaning]);
  const isReady = settled === meaning && view.pending === null;
  return (
    <Button
      look="primary"
      className={styles.next}
      // Not switched off: it keeps the focus of who goes on by keyboard.
      aria-disabled={!isReady}
      onClick={() => {
        if (isReady) void store.send({ type: 'next', phase });
      }}
    >
      {next ? t('session.next', { step: phaseTitle(next) }) : t('session.finish')}
      <ChevronRight size={18} aria-hidden="true" />
    </Button>
  );
}
