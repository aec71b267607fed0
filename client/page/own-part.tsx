// What this person has written, with its state in words; each can be changed and removed.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/form-fields.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import type { PageSession } from './open-page-session.ts';
import type { OwnNote } from './own-notes.ts';
import styles from './page.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

const stateKeys = {
  saved: 'page.own.state.saved',
  sending: 'page.own.state.sending',
  kept: 'page.own.state.kept',
  here: 'page.own.state.here',
  removing: 'page.own.state.removing',
} as const;

type Session = Pick<PageSession, 'outbox' | 'unfinished'>;

interface OwnPartProps {
  session: Session;
  notes: readonly OwnNote[];
  /** Nothing can be changed just now. */
  isFrozen: boolean;
  title?: string;
  whyRefused?: (error: unknown) => string;
  best?: Choosing;
  children?: ReactNode;
}

/** Of one's best notes. */
interface Choosing {
  /** No more can be chosen. */
  isFull: boolean;
  choose: (id: string, isBest: boolean) => void;
}

export function OwnPart({
  session,
  notes,
  isFrozen,
  title = t('page.own'),
  whyRefused = errorText,
  best,
  children,
}: OwnPartProps) {
  const heading = useKeptFocus();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 ref={heading} id={id} tabIndex={-1} className={styles.partTitle}>
        {title}
      </h2>
      {notes.length === 0 ? (
        <p className={styles.quiet}>{t('page.own.none')}</p>
      ) : (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note.id} className={styles.note} data-state={note.state}>
              <Own session={session} note={note} isFrozen={isFrozen} whyRefused={whyRefused} best={best} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

interface OwnProps {
  session: Session;
  note: OwnNote;
  isFrozen: boolean;
  whyRefused: (error: unknown) => string;
  best: Choosing | undefined;
}

function Own({ session, note, isFrozen, whyRefused, best }: OwnProps) {
  const { outbox, unfinished } = session;
  // What was being written when the page went away is there again.
  const [isChanging, setChanging] = useState(() => unfinished.read(note.id) !== null);
  const change = useRef<HTMLDivElement>(null);
  function done(): void {
    unfinished.drop(note.id);
    setChanging(false);
    // The button that led here comes back with the next drawing.
    requestAnimationFrame(() => change.current?.querySelector('button')?.focus());
  }
  if (isChanging) {
    return (
      <ChangeNote
        note={note}
        unfinished={unfinished}
        onCancel={done}
        onSave={(words) => {
          if (words.text !== words.was) outbox.change(note.id, words);
          done();
        }}
      />
    );
  }
  const isRefused = note.state === 'refused';
  return (
    <>
      <p className={styles.words}>{note.text}</p>
      <p className={styles.state}>
        {note.zone !== null && <>{t('page.own.in', { zone: note.zone || t('page.write.untitled') })} &middot; </>}
        {note.state === 'refused' ? <strong>{whyRefused(note.error)}</strong> : t(stateKeys[note.state])}
      </p>
      <div ref={change} className={styles.actions}>
        {best && !isFrozen && note.state === 'saved' && <Choose note={note} best={best} />}
        {note.state !== 'removing' && !isFrozen && (
          <Button
            look="quiet"
            onClick={() => setChanging(true)}
            aria-label={t('page.own.change-what', { note: short(note) })}
          >
            {t('page.own.change')}
          </Button>
        )}
        {isRefused && (
          <>
            <Button look="quiet" onClick={() => outbox.again(note.id)}>
              {t('page.own.again')}
            </Button>
            <Button look="quiet" onClick={() => outbox.drop(note.id)}>
              {t('page.own.drop')}
            </Button>
          </>
        )}
        {!isRefused && note.state !== 'removing' && !isFrozen && (
          <Button
            look="quiet"
            onClick={() => outbox.remove(note.id)}
            aria-label={t('page.own.remove-what', { note: short(note) })}
          >
            {t('page.own.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Choose({ note: { id, isBest = false, ...note }, best }: { note: OwnNote; best: Choosing }) {
  return (
    <Button
      look="quiet"
      aria-pressed={isBest}
      aria-disabled={!isBest && best.isFull}
      onClick={() => (isBest || !best.isFull) && best.choose(id, !isBest)}
      aria-label={t('page.private.choose-what', { note: short(note) })}
    >
      {isBest ? t('drafts.best.marked') : t('drafts.best.mark')}
    </Button>
  );
}

interface ChangeNoteProps {
  note: OwnNote;
  unfinished: Session['unfinished'];
  onSave: (change: { was: string; text: string }) => void;
  onCancel: () => void;
}

function ChangeNote({ note, unfinished, onSave, onCancel }: ChangeNoteProps) {
  const form = useRef<HTMLFormElement>(null);
  const [left] = useState(() => unfinished.read(note.id));
  // Others may write in it meanwhile.
  const [was] = useState(left?.was ?? note.text);
  const [typed, setTyped] = useState(left?.text ?? note.text);
  // Who did not ask for it just now is somewhere else.
  const isAsked = left === null;
  useEffect(() => {
    if (isAsked) form.current?.querySelector('textarea')?.focus();
  }, [isAsked]);
  function save(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() !== '') onSave({ was, text: typed.trim() });
  }
  return (
    <form ref={form} className={styles.form} onSubmit={save}>
      <TextArea
        label={t('page.own.words')}
        value={typed}
        maxLength={limits.noteCharsMax}
        required
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        onText={(text) => {
          setTyped(text);
          unfinished.keep(note.id, { text, was, zone: null });
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {t('page.own.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('page.own.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Enough to tell one from another. */
function short({ text }: Pick<OwnNote, 'text'>): string {
  const [line = ''] = text.split('\n');
  return line.length <= nameCharsMax ? line : `${line.slice(0, nameCharsMax)}…`;
}

const nameCharsMax = 60;
