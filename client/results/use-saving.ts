// One download at a time: what goes on, how to stop it, and what came of it. Asks before sensitive cards leave.
import { useEffect, useRef, useState } from 'react';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { leavingBoard, type Gathered, type ResultChoice } from './result-choice.ts';
import { saveResult, type ResultPorts } from './save-result.ts';

export interface Outcome {
  isTrouble: boolean;
  text: string;
  leftOut: readonly string[];
}

export interface Saving {
  /** What goes on; null while nothing does. */
  step: { file: string; what: string } | null;
  outcome: Outcome | null;
  /** Somebody has to say whether so many sensitive cards may leave. */
  question: { count: number; answer: (withThem: boolean | null) => void } | null;
  save: (file: string) => void;
  cancel: () => void;
  /** For what is done at once, such as copying: asks the same question first. */
  ask: (then: (asked: ResultChoice) => void) => void;
  say: (outcome: Outcome) => void;
}

export function useSaving(gathered: Gathered, asked: ResultChoice, ports: ResultPorts): Saving {
  const [step, setStep] = useState<Saving['step']>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [question, setQuestion] = useState<Saving['question']>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  function ask(then: (asked: ResultChoice) => void): void {
    const count = leavingBoard(gathered, ports.role, asked).exported.sensitiveCount;
    if (count === 0) return then(asked);
    const answer = (withThem: boolean | null): void => {
      setQuestion(null);
      if (withThem !== null) then({ ...asked, withoutSensitive: !withThem });
    };
    setQuestion({ count, answer });
  }

  async function run(file: string, chosen: ResultChoice): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setOutcome(null);
    setStep({ file, what: t('results.busy.server') });
    try {
      const onStep = (what: string): void => setStep({ file, what });
      const { name, leftOut } = await saveResult(file, { gathered, asked: chosen, ports }, { signal, onStep });
      setOutcome({ isTrouble: false, text: t('results.saved', { file: name }), leftOut });
    } catch (error) {
      const text = signal.aborted ? t('results.cancelled') : t('results.failed', { file, reason: errorText(error) });
      setOutcome({ isTrouble: !signal.aborted, text, leftOut: [] });
    } finally {
      setStep(null);
    }
  }

  return {
    step,
    outcome,
    question,
    save: (file) => ask((chosen) => void run(file, chosen)),
    cancel: () => running.current?.abort(),
    ask,
    say: setOutcome,
  };
}
