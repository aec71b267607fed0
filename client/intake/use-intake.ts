// An intake as it goes: read, looked at, written; each can be stopped.
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import type { Intake } from '@commonboard/shared/domain/intake/intake.ts';
import { readIntake } from '@commonboard/shared/domain/intake/read-intake.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { useEffect, useRef, useState } from 'react';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { inSlices } from './in-slices.ts';
import { writeIntake, type Written } from './write-intake.ts';

export interface Source {
  name: string;
  text: string;
}

export type IntakeState =
  | { step: 'empty'; words: string | null }
  | { step: 'reading'; share: number }
  | { step: 'read'; intake: Intake; board: BoardModel }
  | { step: 'writing'; share: number };

type WriteChoice = Omit<Parameters<typeof writeIntake>[2], 'signal' | 'onShare'>;

export interface IntakeRun {
  state: IntakeState;
  read: (sources: readonly Source[], kind: Kind | null) => void;
  write: (choice: WriteChoice) => void;
  /** Says why nothing can be read. */
  say: (words: string) => void;
  cancel: () => void;
  /** What was read is not what would come in any more. */
  forget: () => void;
}

export function useIntake(editor: Editor, onWritten: (written: Written) => void): IntakeRun {
  const [state, setState] = useState<IntakeState>({ step: 'empty', words: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  function begin(): AbortSignal {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }

  async function read(sources: readonly Source[], kind: Kind | null): Promise<void> {
    const signal = begin();
    setState({ step: 'reading', share: 0 });
    try {
      const board = boardModel(editor.store.allRecords(), { title: '', template: null });
      const texts = sources.map(({ text }) => text);
      const intake = await inSlices(readIntake(texts, board, kind === null ? {} : { kind }), {
        signal,
        onShare: (share) => setState({ step: 'reading', share }),
      });
      setState({ step: 'read', intake, board });
    } catch {
      // A newer reading has the word.
      if (running.current?.signal === signal) setState({ step: 'empty', words: t('intake.cancelled') });
    }
  }

  async function write(choice: WriteChoice, intake: Intake): Promise<void> {
    const signal = begin();
    setState({ step: 'writing', share: 0 });
    try {
      const onShare = (share: number): void => setState({ step: 'writing', share });
      onWritten(await writeIntake(editor, intake, { ...choice, signal, onShare }));
    } catch {
      setState({ step: 'empty', words: signal.aborted ? t('intake.cancelled') : t('intake.failed') });
    }
  }

  return {
    state,
    read: (sources, kind) => void read(sources, kind),
    write: (choice) => state.step === 'read' && void write(choice, state.intake),
    say: (words) => setState({ step: 'empty', words }),
    cancel: () => running.current?.abort(),
    forget: () => {
      if (state.step === 'read') setState({ step: 'empty', words: null });
    },
  };
}
