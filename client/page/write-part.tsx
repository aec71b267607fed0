// A note of one's own, into a zone, or into a private round.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import type { PageSession } from './open-page-session.ts';
import type { ZonePlace } from './own-notes.ts';
import styles from './page.module.css';

interface WritePartProps {
  session: Pick<PageSession, 'outbox' | 'unfinished'>;
  zones: readonly ZonePlace[];
  /** Where a note goes unless the person chooses. */
  usual: string | null;
  /** Why nothing can be written just now; null where it can. What is typed already stays. */
  whyNot: string | null;
  title?: string;
  charsMax?: number;
  /** Said before anybody writes. */
  children?: ReactNode;
}

export function WritePart({
  session: { outbox, unfinished },
  zones,
  usual,
  whyNot,
  title = t('page.write'),
  charsMax = limits.noteCharsMax,
  children,
}: WritePartProps) {
  const form = useRef<HTMLFormElement>(null);
  const [left] = useState(() => unfinished.read(null));
  const [text, setText] = useState(left?.text ?? '');
  const [chosen, setChosen] = useState(left?.zone ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  // Where the chosen zone is gone, or the step has another, what is shown is what is sent.
  const zone = [chosen, usual].find((id) => id === nowhere || zones.some((one) => one.id === id)) ?? nowhere;

  function keep(words: string, where: string | null): void {
    if (words.trim() === '') unfinished.drop(null);
    else unfinished.keep(null, { text: words, was: '', zone: where });
  }
  function write(event: FormEvent): void {
    event.preventDefault();
    if (whyNot !== null) return setWrong(whyNot);
    if (text.trim() === '') return setWrong(t('page.write.empty'));
    if (!outbox.add(text.trim(), zone === nowhere ? null : zone)) return setWrong(t('page.write.full'));
    unfinished.drop(null);
    setText('');
    setWrong(null);
    // The next one can be written at once.
    form.current?.querySelector('textarea')?.focus();
  }
  return (
    <section className={styles.part} aria-labelledby="page-write">
      <h2 id="page-write" className={styles.partTitle}>
        {title}
      </h2>
      {children}
      <form ref={form} className={styles.form} onSubmit={write} noValidate>
        <TextArea
          label={t('page.write.text')}
          value={text}
          maxLength={charsMax}
          aria-invalid={wrong !== null}
          aria-describedby="page-write-wrong"
          onText={(next) => {
            setText(next);
            keep(next, chosen);
            setWrong(null);
          }}
        />
        {zones.length > 0 && (
          <SelectField
            label={t('page.write.zone')}
            value={zone}
            options={[
              ...zones.map((one) => ({ value: one.id, label: one.title || t('page.write.untitled') })),
              { value: nowhere, label: t('page.write.nowhere') },
            ]}
            onValue={(next) => {
              setChosen(next);
              keep(text, next);
            }}
          />
        )}
        <p id="page-write-wrong" className={styles.wrong} role="alert">
          {wrong ?? ''}
        </p>
        <Button type="submit" look="primary" large aria-disabled={whyNot !== null}>
          {t('page.write.add')}
        </Button>
        {whyNot !== null && wrong === null && <p className={styles.quiet}>{whyNot}</p>}
      </form>
    </section>
  );
}

const nowhere = '';
