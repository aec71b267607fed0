// Where a person comes from, to choose from the same list everywhere. Nobody has to say.
import { fieldOf } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { personSectors, type PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { SelectField } from './form-fields.tsx';
import { locale } from './messages/locale.ts';
import { t } from './messages/t.ts';

const none = '';

interface SectorFieldProps {
  value: PersonSector | null;
  onValue: (sector: PersonSector | null) => void;
}

export function SectorField({ value, onValue }: SectorFieldProps) {
  return (
    <SelectField<PersonSector | typeof none>
      label={t('groups.sector.label')}
      value={value ?? none}
      options={[
        { value: none, label: t('groups.sector.none') },
        ...personSectors.map((sector) => ({ value: sector, label: sectorText(sector) })),
      ]}
      onValue={(sector) => onValue(sector === none ? null : sector)}
    />
  );
}

/** One on each line. */
export function sectorLines(): string {
  return personSectors.map(sectorText).join('\n');
}

function sectorText(sector: PersonSector): string {
  const field = fieldOf('sector');
  const choice = field.type === 'choice' ? field.choices[sector] : undefined;
  return choice === undefined ? sector : typeof choice === 'string' ? choice : textIn(choice, locale);
}
