// One version: its picture, what is otherwise now, and what can be done with it. Each step says what will happen first.
import type { Version } from '@commonboard/shared/protocol/history.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { HistoryPorts } from './history-ports.ts';
import { NameForm } from './keep-version.tsx';
import { copyVersion, nameVersion, removeVersion, restoreVersion } from './version-acts.ts';
import { VersionChanges } from './version-changes.tsx';
import { VersionPicture } from './version-picture.tsx';
import type { VersionPictures } from './version-pictures.ts';
import { nameOf, whenOf, whyKept } from './version-words.ts';

interface VersionDialogProps {
  version: Version;
  ports: HistoryPorts;
  pictures: VersionPictures;
  /** The list of versions is another one now. */
  onChanged: () => void;
  onClose: () => void;
}

type Step = 'look' | 'restore' | 'copy' | 'name' | 'remove';

export function VersionDialog(props: VersionDialogProps) {
  const { version, ports, onChanged, onClose } = props;
  const [step, setStep] = useState<Step>('look');
  const when = whenOf(version);
  const back = (): void => setStep('look');
  const done = (): void => {
    onChanged();
    onClose();
  };
  switch (step) {
    case 'look':
      return <Look {...props} onStep={setStep} />;
    case 'restore':
      return (
        <Confirm
          title={t('history.restore.title', { when })}
          text={t('history.restore.text')}
          action={t('history.restore.do')}
          onAct={() => restoreVersion(ports, version, onChanged)}
          onBack={back}
          onDone={done}
        />
      );
    case 'copy':
      return (
        <Confirm
          title={t('history.copy.title', { when })}
          text={t('history.copy.text')}
          action={t('history.copy.do')}
          onAct={() => copyVersion(ports, version)}
          onBack={back}
          onDone={done}
        />
      );
    case 'remove':
      return (
        <Confirm
          title={t('history.remove.title')}
          text={t('history.remove.text')}
          action={t('history.remove.do')}
          isDanger
          onAct={() => removeVersion(ports, version)}
          onBack={back}
          onDone={done}
        />
      );
    case 'name':
      return (
        <Dialog open onClose={back} title={t('history.name.title')}>
          <NameForm
            name={version.name ?? ''}
            action={t('common.save')}
            onName={async (name) => {
              await nameVersion(ports, version, name);
              done();
            }}
            onCancel={back}
          />
        </Dialog>
      );
  }
}

function Look({ version, ports, pictures, onClose, onStep }: VersionDialogProps & { onStep: (step: Step) => void }) {
  const when = whenOf(version);
  const isFacilitator = ports.role === 'facilitate';
  return (
    <Dialog open onClose={onClose} size="wide" title={nameOf(version)} text={`${when}. ${whyKept(version)}.`}>
      <VersionPicture version={version} pictures={pictures} alt={t('history.picture', { when })} large />
      <VersionChanges version={version} ports={ports} />
      {isFacilitator && (
        <DialogActions>
          <Button look="quiet" onClick={() => onStep('remove')}>
            {t('history.remove')}
          </Button>
          <Button look="quiet" onClick={() => onStep('name')}>
            {t('history.name')}
          </Button>
          <Button onClick={() => onStep('copy')}>{t('history.copy')}</Button>
          <Button look="primary" onClick={() => onStep('restore')}>
            {t('history.restore')}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  action: string;
  isDanger?: boolean;
  onAct: () => Promise<void>;
  onBack: () => void;
  onDone: () => void;
}

function Confirm({ title, text, action, isDanger = false, onAct, onBack, onDone }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  async function act(): Promise<void> {
    setBusy(true);
    try {
      await onAct();
      onDone();
    } catch (error) {
      setBusy(false);
      showToast('trouble', errorText(error));
    }
  }
  return (
    <Dialog open onClose={onBack} title={title} text={text}>
      <DialogActions>
        <Button onClick={onBack}>{t('history.back')}</Button>
        <Button look={isDanger ? 'danger' : 'primary'} busy={busy} onClick={() => void act()}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
