// The save state in the bar: a sign, a word, and the whole sentence for whoever points at it or listens.
import { Check, CloudOff, Eye, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Hidden } from '../ui/hidden.tsx';
import { Tip } from '../ui/tip.tsx';
import { saveWords, spokenState, type SaveState } from './save-state.ts';
import styles from './save-mark.module.css';

const signs = {
  saved: Check,
  saving: RefreshCw,
  connecting: RefreshCw,
  offline: CloudOff,
  'not-saving': TriangleAlert,
  'view-only': Eye,
};

export function SaveMark({ state }: { state: SaveState }) {
  const { short, long } = saveWords(state);
  const Sign = signs[state.kind];
  return (
    <>
      <Tip text={long}>
        <button type="button" className={styles.mark} data-state={state.kind} data-testid="save-state">
          <Sign size={14} strokeWidth={2.25} aria-hidden="true" />
          <span className={styles.word}>{short}</span>
        </button>
      </Tip>
      <Spoken state={state} />
    </>
  );
}

/** Says trouble, and the end of trouble; stays quiet about the first "saved" and all that is on its way. */
function Spoken({ state }: { state: SaveState }) {
  const [wasTrouble, setWasTrouble] = useState(false);
  const isTrouble = state.kind === 'offline' || state.kind === 'not-saving';
  if (isTrouble && !wasTrouble) setWasTrouble(true);
  return (
    <Hidden>
      <span aria-live="polite">{wasTrouble ? spokenState(state) : ''}</span>
    </Hidden>
  );
}
