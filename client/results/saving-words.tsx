// What goes on with a download, what came of it, and the question that comes before it.
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { t } from '../ui/messages/t.ts';
import { Spinner } from '../ui/spinner.tsx';
import styles from './results.module.css';
import type { Saving } from './use-saving.ts';

export function SavingWords({ step, outcome, cancel }: Pick<Saving, 'step' | 'outcome' | 'cancel'>) {
  return (
    <output className={styles.words} data-trouble={outcome?.isTrouble === true}>
      {step && (
        <span className={styles.step}>
          <Spinner /> {step.what}
          <Button look="quiet" onClick={cancel}>
            {t('common.cancel')}
          </Button>
        </span>
      )}
      {outcome && !step && (
        <>
          {outcome.text}
          {outcome.leftOut.length > 0 && (
            <>
              {' '}
              {t('results.left-out')}
              <ul>
                {outcome.leftOut.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </output>
  );
}

export function SensitiveQuestion({ question }: Pick<Saving, 'question'>) {
  if (!question) return null;
  const { count, answer } = question;
  return (
    <Dialog
      open
      title={t('results.sensitive.title')}
      text={t('results.sensitive.text', { count })}
      onClose={() => answer(null)}
    >
      <DialogActions>
        <Button onClick={() => answer(true)}>{t('results.sensitive.with')}</Button>
        <Button look="primary" onClick={() => answer(false)}>
          {t('results.sensitive.without')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
