// The address that another device of the same person shows: one press, and this device goes on as that person.
import { useState } from 'react';
import { ApiError, call } from '../../sync/api.ts';
import { Button } from '../../ui/button.tsx';
import { errorText } from '../../ui/messages/error-text.ts';
import { t } from '../../ui/messages/t.ts';
import { PlainActions, PlainPage } from '../../ui/plain-page.tsx';
import { withKey } from '../device/device-board.ts';
import { goHome, goTo } from '../router.ts';
import { thisDevice } from '../device/this-device.ts';

export function PairPage({ code }: { code: string | null }) {
  const [wrong, setWrong] = useState<string | null>(code === null ? t('pair.unknown') : null);
  const [isBusy, setBusy] = useState(false);
  async function goOn(given: string): Promise<void> {
    setBusy(true);
    try {
      goTo(...(await takeOver(given)));
    } catch (error) {
      const isUnknown = error instanceof ApiError && error.code === 'not-found';
      setWrong(isUnknown ? t('pair.unknown') : errorText(error));
      setBusy(false);
    }
  }
  return (
    <PlainPage title={t('pair.title')} tabTitle={t('pair.title')} text={t('pair.text')} onHome={goHome}>
      {wrong !== null && <p role="alert">{wrong}</p>}
      <PlainActions>
        {code !== null && (
          <Button look="primary" large busy={isBusy} onClick={() => void goOn(code)}>
            {t('pair.do')}
          </Button>
        )}
      </PlainActions>
    </PlainPage>
  );
}

/** Keeps what was handed over. Where to go on, and with which secret. */
async function takeOver(code: string): Promise<[path: string, key: string]> {
  const { id, title, role, key, name, resume } = await call('takePairing', { body: { code } });
  const { keys = {} } = thisDevice.get(id) ?? {};
  // Who this device was on that board before, it is no more.
  thisDevice.remember({ id, title, resume, name, keys: withKey(keys, role, key), lastOpened: Date.now() });
  return [`/b/${id}`, key];
}
