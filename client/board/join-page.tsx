// The way in: which board, what the link allows, a name, and one button.
import { Eye, PencilLine } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { ApiError } from '../sync/api.ts';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { PlainPage } from '../ui/plain-page.tsx';
import { SectorField } from '../ui/sector-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './join-page.module.css';

const mayDo = { facilitate: 'join.role.facilitate', edit: 'join.role.edit', view: 'join.role.view' } as const;

interface JoinIntroduction {
  name: string;
  passcode?: string;
  named: boolean;
  sector?: PersonSector | null;
}

interface JoinPageProps {
  title: string;
  role: Role;
  /** Last used on this device, or empty. */
  name: string;
  /** Resolves when joined; rejects with what kept it from being so. */
  onJoin: (introduction: JoinIntroduction) => Promise<void>;
  asksPasscode: boolean;
  /** Where they come from, which nobody has to say. */
  asksSector: boolean;
  onHome: () => void;
  /** To the same board with, or without, its canvas. */
  otherWay: { words: string; text?: string; onGo: () => void };
}

export function JoinPage({ title, role, name, asksPasscode, asksSector, onJoin, onHome, otherWay }: JoinPageProps) {
  const [typed, setTyped] = useState(name);
  const [passcode, setPasscode] = useState('');
  const [named, setNamed] = useState(false);
  const [sector, setSector] = useState<PersonSector | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [passcodeError, setPasscodeError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const clean = cleanPersonName(typed);
    if (clean === null) return setError(nameError(typed));
    setBusy(true);
    try {
      await onJoin({ name: clean, named, ...(asksPasscode && { passcode }), ...(asksSector && { sector }) });
    } catch (thrown) {
      if (isAboutPasscode(thrown)) setPasscodeError(errorText(thrown));
      else setError(errorText(thrown));
      setBusy(false);
    }
  }
  return (
    <PlainPage title={title || t('common.untitled')} tabTitle={title || t('common.untitled')} onHome={onHome}>
      <p className={styles.invited}>{role === 'facilitate' ? t('join.yours') : t('join.invited')}</p>
      <RoleLine role={role} />
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('join.name')}
          hint={t('join.name.hint')}
          error={error}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(null);
          }}
          name="name"
          autoComplete="given-name"
          autoFocus
          enterKeyHint="go"
          spellCheck={false}
        />
        {asksPasscode && (
          <PasscodeField
            value={passcode}
            error={passcodeError}
            onText={(text) => {
              setPasscode(text);
              setPasscodeError(null);
            }}
          />
        )}
        {asksSector && (
          <div className={styles.sector}>
            <SectorField value={sector} onValue={setSector} />
            <small>{t('join.sector.text')}</small>
          </div>
        )}
        <NamedField named={named} onNamed={setNamed} />
        <Button type="submit" look="primary" large wide busy={busy}>
          {t('join.do')}
        </Button>
      </form>
      <p className={styles.otherWay}>
        <Button look="quiet" onClick={otherWay.onGo}>
          {otherWay.words}
        </Button>
        {otherWay.text}
      </p>
    </PlainPage>
  );
}

/** Nobody is named in what is published who has not said so. */
export function NamedField({ named, onNamed }: { named: boolean; onNamed: (named: boolean) => void }) {
  return (
    <label className={styles.named}>
      <input type="checkbox" checked={named} onChange={({ target }) => onNamed(target.checked)} />
      <span>
        {t('join.named')} <small>{t('join.named.text')}</small>
      </span>
    </label>
  );
}

interface PasscodeFieldProps {
  value: string;
  error: string | null;
  onText: (text: string) => void;
}

/** In the clear: it is said aloud in the room, and pasted from messages. */
export function PasscodeField({ value, error, onText }: PasscodeFieldProps) {
  return (
    <TextField
      label={t('join.passcode')}
      hint={t('join.passcode.hint')}
      error={error}
      value={value}
      onChange={(event) => onText(event.target.value)}
      name="passcode"
      maxLength={limits.passcodeCharsMax}
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}

export function isAboutPasscode(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'passcode-needed' || error.code === 'passcode-wrong');
}

function RoleLine({ role }: { role: Role }) {
  const Icon = role === 'view' ? Eye : PencilLine;
  return (
    <p className={styles.role}>
      <Icon size={18} aria-hidden="true" />
      {t(mayDo[role])}
    </p>
  );
}

export function nameError(typed: string): string {
  if (typed.trim() === '') return t('join.name.empty');
  if (Array.from(typed.trim()).length > limits.nameCharsMax) return t('join.name.long', { max: limits.nameCharsMax });
  return t('join.name.unreadable');
}
