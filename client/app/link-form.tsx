// The field a link is pasted into: on the start page, and wherever a link is missing.
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import { readLink, type LinkReading } from './link-text.ts';
import { knownHosts } from './server-config.ts';
import { goTo } from './router.ts';
import { thisDevice } from './this-device.ts';

interface LinkFormProps {
  hint?: string;
}

export function LinkForm({ hint }: LinkFormProps) {
  const [error, setError] = useState<string | null>(null);
  async function open(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const pasted = new FormData(event.currentTarget).get('link');
    const reading = readLink(typeof pasted === 'string' ? pasted : '', await knownHosts());
    if (reading.kind === 'link') return goTo(`/b/${reading.id}`, reading.secret);
    // A bare address is enough where this device knows the way back.
    if (reading.kind === 'no-secret' && thisDevice.get(reading.id)) return goTo(`/b/${reading.id}`);
    setError(sentenceFor(reading));
  }
  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <TextField
        name="link"
        label={t('home.link.label')}
        placeholder={t('home.link.placeholder')}
        hint={hint}
        error={error}
        inputMode="url"
        autoCapitalize="off"
        spellCheck={false}
        onChange={() => setError(null)}
        after={
          <Button type="submit" look="primary" large>
            {t('common.open')}
          </Button>
        }
      />
    </form>
  );
}

function sentenceFor(reading: Exclude<LinkReading, { kind: 'link' }>): string {
  switch (reading.kind) {
    case 'empty':
      return t('home.link.empty');
    case 'bad':
      return t('home.link.bad');
    case 'no-secret':
      return t('home.link.no-secret');
    case 'other-server':
      return t('home.link.other-server', { host: reading.host });
  }
}
