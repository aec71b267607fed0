// Joining by the short code that is said in the room: the code, a name, and the passcode where the board asks for one.
import { useState, type FormEvent } from 'react';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import { isAboutPasscode, NamedField, nameError, PasscodeField } from '../../board/join-page.tsx';
import { ApiError } from '../../sync/api.ts';
import { Button } from '../../ui/button.tsx';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { PlainPage } from '../../ui/plain-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './plain-pages.module.css';
import { goHome } from '../router.ts';
import { thisDevice } from '../device/this-device.ts';
import { enterByCode } from './use-board-entry.ts';

type Wrong = { field: 'code' | 'name' | 'passcode'; sentence: string } | null;

export function CodePage({ code: given }: { code: string | null }) {
  const [code, setCode] = useState(given ?? '');
  const [name, setName] = useState(() => thisDevice.lastName());
  const [passcode, setPasscode] = useState<string | null>(null);
  const [named, setNamed] = useState(false);
  const [wrong, setWrong] = useState<Wrong>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const clean = cleanPersonName(name);
    if (clean === null) return setWrong({ field: 'name', sentence: nameError(name) });
    setBusy(true);
    try {
      await enterByCode(code, { name: clean, named, ...(passcode !== null && { passcode }) });
    } catch (thrown) {
      setBusy(false);
      if (isAboutPasscode(thrown)) setPasscode((now) => now ?? '');
      setWrong(wrongIn(thrown, passcode !== null));
    }
  }
  const sentenceAt = (field: 'code' | 'name' | 'passcode') => (wrong?.field === field ? wrong.sentence : null);
  return (
    <PlainPage title={t('code.title')} tabTitle={t('code.title')} text={t('code.text')} onHome={goHome}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('code.label')}
          value={code}
          error={sentenceAt('code')}
          inputMode="numeric"
          autoFocus={given === null}
          onChange={(event) => {
            setCode(event.target.value);
            setWrong(null);
          }}
        />
        <TextField
          label={t('join.name')}
          hint={t('join.name.hint')}
          value={name}
          error={sentenceAt('name')}
          autoComplete="given-name"
          autoFocus={given !== null}
          spellCheck={false}
          onChange={(event) => {
            setName(event.target.value);
            setWrong(null);
          }}
        />
        {passcode !== null && (
          <PasscodeField
            value={passcode}
            error={sentenceAt('passcode')}
            onText={(text) => {
              setPasscode(text);
              setWrong(null);
            }}
          />
        )}
        <NamedField named={named} onNamed={setNamed} />
        <Button type="submit" look="primary" large wide busy={busy}>
          {t('join.do')}
        </Button>
      </form>
    </PlainPage>
  );
}

/** That a passcode is needed is no mistake of who has not been asked for one. */
function wrongIn(thrown: unknown, wasAsked: boolean): Wrong {
  if (isAboutPasscode(thrown)) return wasAsked ? { field: 'passcode', sentence: errorText(thrown) } : null;
  const isUnknown = thrown instanceof ApiError && thrown.code === 'not-found';
  return { field: 'code', sentence: isUnknown ? t('code.unknown') : errorText(thrown) };
}
