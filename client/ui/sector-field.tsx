// Where a person comes from, to choose from the same list everywhere, and that list for a vote that is split by it.
import { fieldOf } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { personSectors, type PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { Button } from './button.tsx';
import { SelectField, TextArea } from './form-fields.tsx';
import { locale } from './messages/locale.ts';
import { t } from './messages/t.ts';

const none = '';
const kept = 'kept' as const;

interface SectorFieldProps {
  value: PersonSector | null;
  /** They have said before what this page does not know. */
  isKept?: boolean;
  onValue: (sector: PersonSector | null) => void;
}

export function SectorField({ value, isKept = false, onValue }: SectorFieldProps) {
  return (
    <SelectField<PersonSector | typeof none | typeof kept>
      label={t('groups.sector.label')}
      value={isKept ? kept : (value ?? none)}
      options={[
        ...(isKept ? [{ value: kept, label: t('groups.sector.kept') } as const] : []),
        { value: none, label: t('groups.sector.none') },
        ...personSectors.map((sector) => ({ value: sector, label: sectorText(sector) })),
      ]}
      onValue={(sector) => sector !== kept && onValue(sector === none ? null : sector)}
    />
  );
}

/** By which a vote is split: one on each line, of whatever words. */
export function SectorsField({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <>
      <TextArea label={t('voting.start.sectors')} rows={2} value={text} onText={onText} />
      {text.trim() === '' && (
        <Button look="quiet" onClick={() => onText(personSectors.map(sectorText).join('\n'))}>
          {t('voting.start.sectors.usual')}
        </Button>
      )}
    </>
  );
}

function sectorText(sector: PersonSector): string {
  const field = fieldOf('sector');
  const choice = field.type === 'choice' ? field.choices[sector] : undefined;
  return choice === undefined ? sector : typeof choice === 'string' ? choice : textIn(choice, locale);
}
