// The parts of a divided zone: with names of their own, or one for each choice of a field, which dropping there then sets.
import { fieldNames, fieldOf, type FieldName } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { ZoneCell, ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './details-panel.module.css';
import { fieldLabel } from './field-text.ts';
import type { ZoneChange } from './zone-details.tsx';

const partsMax = 16;

interface ZonePartsProps {
  plan: ZonePlan;
  /** Before a change: undo goes back to here. */
  onStart: () => void;
  onChange: (change: ZoneChange) => void;
}

export function ZoneParts({ plan, onStart, onChange }: ZonePartsProps) {
  const hasRows = plan.layout === 'table' || plan.layout === 'time-room' || plan.layout === 'sectors';
  return (
    <>
      <PartList
        legend={t('cards.zone.parts')}
        parts={plan.cells}
        onStart={onStart}
        onParts={(cells) => onChange({ cells })}
      />
      {hasRows && (
        <PartList
          legend={plan.layout === 'sectors' ? t('cards.zone.rings') : t('cards.zone.rows')}
          parts={plan.rows}
          onStart={onStart}
          onParts={(rows) => onChange({ rows })}
        />
      )}
    </>
  );
}

interface PartListProps {
  legend: string;
  parts: readonly ZoneCell[];
  onStart: () => void;
  onParts: (parts: ZoneCell[]) => void;
}

function PartList({ legend, parts, onStart, onParts }: PartListProps) {
  const put = (next: ZoneCell[]): void => {
    onStart();
    onParts(next);
  };
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <SelectField
        label={t('cards.zone.parts.from')}
        value={fieldOfParts(parts)}
        options={[
          { value: '', label: t('cards.zone.parts.own') },
          ...choiceFields.map((name) => ({ value: name, label: fieldLabel(name) })),
        ]}
        onValue={(name) => put(name === '' ? parts.map(({ id, title }) => ({ id, title })) : partsOf(name))}
      />
      <ol className={styles.list}>
        {parts.map((part, i) => (
          <li key={part.id} className={styles.row}>
            <TextField
              label={t('cards.zone.part', { count: i + 1 })}
              value={part.title}
              maxLength={80}
              dir="auto"
              onFocus={onStart}
              onChange={({ target }) =>
                onParts(parts.map((one) => (one.id === part.id ? { ...one, title: target.value } : one)))
              }
            />
            <IconButton
              label={t('cards.zone.part.up', { name: part.title })}
              disabled={i === 0}
              onClick={() => put(movedUp(parts, i))}
            >
              <ArrowUp size={18} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('cards.zone.part.remove', { name: part.title })}
              onClick={() => put(parts.filter(({ id }) => id !== part.id))}
            >
              <Trash2 size={18} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        icon={<Plus size={18} aria-hidden="true" />}
        disabled={parts.length >= partsMax}
        onClick={() => put([...parts, { id: freeId(parts), title: t('cards.zone.part', { count: parts.length + 1 }) }])}
      >
        {t('cards.add')}
      </Button>
    </fieldset>
  );
}

const choiceFields = fieldNames.filter((name) => ['choice', 'scale'].includes(fieldOf(name).type));

/** The field that all these parts set; empty for names of their own. */
function fieldOfParts(parts: readonly ZoneCell[]): FieldName | '' {
  const named = choiceFields.find((name) => parts.length > 0 && parts.every(({ sets }) => sets?.[name] !== undefined));
  return named ?? '';
}

function partsOf(name: FieldName): ZoneCell[] {
  const definition = fieldOf(name);
  if (definition.type === 'choice')
    return Object.entries(definition.choices).map(([key, label]) => ({
      id: key,
      title: textIn(label, locale),
      sets: { [name]: key },
    }));
  if (definition.type !== 'scale') return [];
  return Object.entries(definition.steps)
    .map(([key, label]) => ({ id: key, title: textIn(label, locale), sets: { [name]: Number(key) } }))
    .toSorted((a, b) => Number(a.id) - Number(b.id));
}

function movedUp(parts: readonly ZoneCell[], index: number): ZoneCell[] {
  const next = [...parts];
  const [part] = next.splice(index, 1);
  if (part) next.splice(index - 1, 0, part);
  return next;
}

function freeId(parts: readonly ZoneCell[]): string {
  for (let number = parts.length + 1; ; number++)
    if (parts.every(({ id }) => id !== `part-${number}`)) return `part-${number}`;
}
