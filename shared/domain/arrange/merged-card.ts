// Several cards or notes that say the same -> one that keeps what each of them knew, and where it came from. Who wrote them stays
// known through the ids of its sources.
import { fieldNames, fieldOf, type CardFields, type FieldName, type FieldValue } from '../fields.ts';

export interface Merging {
  id: string;
  title: string;
  fields: CardFields;
  sources: readonly string[];
}

export interface Merged {
  fields: CardFields;
  /** Of all of them, itself included, with what they came from. */
  sources: string[];
}

/** The first is the one that stays: what it says counts before what the others say. Lists are joined. */
export function mergedCard(all: readonly Merging[]): Merged {
  const [first, ...others] = all;
  const title = first?.title ?? '';
  const otherTitles = [...new Set(others.map((other) => other.title.trim()))].filter(
    (other) => other !== '' && other !== title.trim(),
  );
  const fields: CardFields = Object.fromEntries(fieldNames.map((name) => [name, joined(name, all)]));
  const details = [...new Set(all.map(({ fields: { note } }) => note)), ...otherTitles]
    .filter((line) => line !== undefined)
    .join('\n');
  return {
    fields: { ...fields, ...(details !== '' && { note: details }) },
    sources: [...new Set(all.flatMap(({ id, sources }) => [id, ...sources]))],
  };
}

function joined(name: FieldName, all: readonly Merging[]): FieldValue | undefined {
  // Kept out of public copies by one, kept out by all.
  if (name === 'sensitive' && all.some(({ fields }) => fields.sensitive === true)) return true;
  const values = all.flatMap(({ fields }): FieldValue[] => {
    const value = fields[name];
    return value === undefined ? [] : [value];
  });
  if (fieldOf(name).type !== 'list') return values[0];
  const items = new Set(values.flatMap((value) => (Array.isArray(value) ? value : [])));
  return items.size === 0 ? undefined : [...items];
}
