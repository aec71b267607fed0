// The two axes of a quadrant: which values they are.
import { fieldNames, fieldOf, type FieldName } from '@commonboard/shared/domain/fields.ts';
import type { ZoneAxis, ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { fieldLabel } from './field-text.ts';
import type { ZoneChange } from './zone-details.tsx';

/** Fields with numbers from 0 to 100. */
const scores = fieldNames.filter((name) => {
  const definition = fieldOf(name);
  return definition.type === 'number' && definition.min === 0 && definition.max === 100;
});

export function ZoneAxes({ plan, onChange }: { plan: ZonePlan; onChange: (change: ZoneChange) => void }) {
  const options = [
    { value: '' as FieldName | '', label: t('cards.zone.axis.none') },
    ...scores.map((name) => ({ value: name as FieldName | '', label: fieldLabel(name) })),
  ];
  const valueOf = (axis: ZoneAxis | null): FieldName | '' => scores.find((name) => name === axis?.field) ?? '';
  return (
    <>
      <SelectField
        label={t('cards.zone.axis.across')}
        value={valueOf(plan.across)}
        options={options}
        onValue={(name) => onChange({ across: axisFor(name) })}
      />
      <SelectField
        label={t('cards.zone.axis.up')}
        value={valueOf(plan.up)}
        options={options}
        onValue={(name) => onChange({ up: axisFor(name) })}
      />
    </>
  );
}

function axisFor(name: FieldName | ''): ZoneAxis | undefined {
  if (name === '') return undefined;
  return { field: name, title: fieldLabel(name), low: t('cards.zone.axis.low'), high: t('cards.zone.axis.high') };
}
