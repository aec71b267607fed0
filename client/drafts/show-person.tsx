// For who leads: one person's notes go onto the board before the others', with their name.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

/** Somebody who may write. */
export interface Writer {
  participantId: ParticipantId;
  name: string;
}

interface ShowPersonProps {
  /** Of whom this page sees that they are here. */
  writers: readonly Writer[];
  /** All of them, also those without a canvas; rejects where that is not told. */
  findWriters: () => Promise<readonly Writer[]>;
  /** False where it was not carried out. */
  onShow: (person: ParticipantId) => Promise<boolean>;
  onClose: () => void;
}

export function ShowPerson({ writers: here, findWriters, onShow, onClose }: ShowPersonProps) {
  const [all, setAll] = useState<readonly Writer[] | null>(null);
  const find = useEffectEvent(findWriters);
  useEffect(() => void find().then(setAll, () => undefined), []);
  const writers = all ?? here;
  const [chosen, setChosen] = useState<string>('');
  const [busy, setBusy] = useState(false);
  // Whoever was chosen may have left since.
  const writer = writers.find(({ participantId }) => participantId === chosen);
  async function show({ participantId, name }: Writer): Promise<void> {
    setBusy(true);
    const isShown = await onShow(participantId);
    setBusy(false);
    if (!isShown) return;
    showToast('done', t('drafts.person.done', { name }));
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title={t('drafts.person')} text={t('drafts.person.text')}>
      <SelectField
        label={t('drafts.person.who')}
        value={writer ? chosen : ''}
        options={[
          { value: '', label: t('drafts.person.choose') },
          ...writers.map(({ participantId, name }) => ({ value: participantId, label: name })),
        ]}
        onValue={setChosen}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" busy={busy} disabled={!writer} onClick={() => writer && void show(writer)}>
          {t('drafts.person.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
