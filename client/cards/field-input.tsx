// The input of one field, by its type. What is typed is written at once; what cannot be read yet stays in the input, with a
// sentence.
import { fieldOf, type FieldDefinition, type FieldName, type FieldValue } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { useId, useState } from 'react';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { fieldLabel } from './field-text.ts';
import { readTyped, typedText } from './typed-value.ts';
import styles from '../ui/form-fields.module.css';

export interface CardChoice {
  id: string;
  title: string;
}

export interface FieldInputProps {
  name: FieldName;
  /** Undefined: empty. Null: the cards that are changed together differ. */
  value: FieldValue | undefined | null;
  onChange: (value: FieldValue | undefined) => void;
  /** Once, before the first change: undo goes back to here. */
  onStart: () => void;
  /** For fields that name another card or link. */
  choices: readonly CardChoice[];
}

export function FieldInput(props: FieldInputProps) {
  const id = useId();
  const { name } = props;
  const definition = fieldOf(name);
  return (
    <div className={styles.field} data-field={name}>
      <label className={styles.label} htmlFor={id}>
        {fieldLabel(name)}
      </label>
      {isChosen(definition) ? <Choice {...props} id={id} definition={definition} /> : <Typed {...props} id={id} />}
    </div>
  );
}

type Chosen = Extract<FieldDefinition, { type: 'choice' | 'scale' | 'flag' | 'card' }>;

function isChosen(definition: FieldDefinition): definition is Chosen {
  return ['choice', 'scale', 'flag', 'card'].includes(definition.type);
}

interface Option {
  key: string;
  value: FieldValue;
  label: string;
}

function Choice({
  id,
  definition,
  value,
  onChange,
  onStart,
  choices,
}: FieldInputProps & { id: string; definition: Chosen }) {
  const options = optionsOf(definition, choices);
  const current = options.find((option) => option.value === value);
  return (
    <select
      id={id}
      className={styles.input}
      value={value === null ? '…' : (current?.key ?? '')}
      onChange={(event) => {
        onStart();
        onChange(options.find(({ key }) => key === event.target.value)?.value);
      }}
    >
      {value === null && <option value="…">{t('cards.differ')}</option>}
      <option value="">{t('cards.not-said')}</option>
      {options.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

function optionsOf(definition: Chosen, choices: readonly CardChoice[]): Option[] {
  switch (definition.type) {
    case 'choice':
      return Object.entries(definition.choices).map(([key, label]) => ({
        key,
        value: key,
        label: textIn(label, locale),
      }));
    case 'scale':
      return Object.entries(definition.steps)
        .map(([key, label]) => ({ key, value: Number(key), label: textIn(label, locale) }))
        .toSorted((a, b) => a.value - b.value);
    case 'flag':
      return [
        { key: 'yes', value: true, label: t('cards.yes') },
        { key: 'no', value: false, label: t('cards.no') },
      ];
    case 'card':
      return choices.map(({ id, title }) => ({ key: id, value: id, label: title || t('cards.untitled') }));
  }
}

function Typed({ id, name, value, onChange, onStart }: FieldInputProps & { id: string }) {
  const definition = fieldOf(name);
  // What stands in the input while a person is in it; a list that ends in a comma is not yet what it will be.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? typedText(value ?? undefined);
  const read = readTyped(definition, text);
  const hint = definition.hint ? textIn(definition.hint, locale) : undefined;
  const shared = {
    id,
    className: styles.input,
    value: text,
    placeholder: value === null ? t('cards.differ') : hint,
    dir: 'auto',
    autoComplete: 'off',
    'aria-invalid': !read.ok,
    'aria-describedby': read.ok ? undefined : `${id}-wrong`,
    onFocus: onStart,
    onBlur: () => setDraft(null),
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value);
      const next = readTyped(definition, event.target.value);
      if (next.ok) onChange(next.value);
    },
  } as const;
  return (
    <>
      {definition.type === 'long' || definition.type === 'list' ? (
        <textarea {...shared} rows={2} maxLength={4_000} />
      ) : (
        <input
          {...shared}
          type={definition.type === 'date' ? 'date' : 'text'}
          maxLength={1_000}
          {...(definition.type === 'number' && { inputMode: 'decimal' as const })}
        />
      )}
      {!read.ok && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {read.sentence}
        </p>
      )}
    </>
  );
}
