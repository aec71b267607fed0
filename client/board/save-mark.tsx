// The save state in the bar: a sign, a word, and the whole sentence for whoever asks or listens.
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { t } from '../ui/messages/t.ts';
import { saveSigns } from './save-sign.ts';
import { isTrouble, saveWords, spokenState, type SaveState } from './save-state.ts';
import styles from './save-mark.module.css';

interface SaveMarkProps {
  state: SaveState;
  /** On a phone, where the title is too small to be pressed by itself. */
  onRename?: (() => void) | undefined;
  /** To the same board without its canvas, which needs no socket. */
  onPlain?: (() => void) | undefined;
}

export function SaveMark({ state, onRename, onPlain }: SaveMarkProps) {
  const { short, long } = saveWords(state);
  const Sign = saveSigns[state.kind];
  return (
    <>
      <Popover.Root>
        <Popover.Trigger className={styles.mark} data-save={state.kind} data-testid="save-state">
          <Sign size={14} strokeWidth={2.25} aria-hidden="true" />
          <span className={styles.word}>{short}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className={styles.sentence} sideOffset={6} collisionPadding={8} align="start">
            <p>{long}</p>
            {onRename && (
              <Popover.Close asChild>
                <Button className={styles.rename} onClick={onRename}>
                  {t('board.title.rename')}
                </Button>
              </Popover.Close>
            )}
            {onPlain && (
              <Button className={styles.plain} onClick={onPlain}>
                {t('page.open')}
              </Button>
            )}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Spoken state={state} />
    </>
  );
}

/** Says trouble, and the end of trouble; stays quiet about the first "saved" and all that is on its way. */
function Spoken({ state }: { state: SaveState }) {
  const [wasTrouble, setWasTrouble] = useState(false);
  if (isTrouble(state) && !wasTrouble) setWasTrouble(true);
  return (
    <Hidden>
      <span aria-live="polite">{wasTrouble ? spokenState(state) : ''}</span>
    </Hidden>
  );
}
