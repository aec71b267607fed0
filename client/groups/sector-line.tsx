// Asks where a person comes from, so that groups can be mixed. What they say goes to facilitators only.
import { fieldOf } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { personSectors } from '@commonboard/shared/groups/group-set.ts';
import { useState } from 'react';
import type { SessionStore } from '../session/session-store.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './groups.module.css';

const none = '';

export function SectorLine({ store, hasSaid }: { store: SessionStore; hasSaid: boolean }) {
  const [own, setOwn] = useState<(typeof personSectors)[number] | typeof none>(none);
  return (
    <>
      <output className={styles.text}>{hasSaid ? t('groups.sector.thanks') : t('groups.sector')}</output>
      <SelectField
        label={t('groups.sector.label')}
        value={own}
        options={[
          { value: none, label: t('groups.sector.none') },
          ...personSectors.map((value) => ({ value, label: sectorText(value) })),
        ]}
        onValue={(sector) => {
          setOwn(sector);
          void store.send({ type: 'say-sector', sector: sector === none ? null : sector });
        }}
      />
    </>
  );
}

function sectorText(sector: string): string {
  const field = fieldOf('sector');
  const choice = field.type === 'choice' ? field.choices[sector] : undefined;
  return choice === undefined ? sector : typeof choice === 'string' ? choice : textIn(choice, locale);
}
