// A Kumu project as JSON: the simple form with elements and connections, and the full one with attributes.
import { sameWord } from './names.ts';
import { readCardRows } from './card-rows.ts';
import { emptyDraft, type Draft, type Remark } from './intake.ts';
import type { Kind } from '../kinds.ts';
import { linkColumn, type LinkColumn } from './link-headers.ts';
import { readLink, type LinkWords } from './link-rows.ts';
import type { ReadTable } from './read-table.ts';
import { listText } from '../harvest/table.ts';

type JsonObject = Record<string, unknown>;

/** Yields the share that is done. */
export function* readKumuJson(text: string, kind: Kind | null): Generator<number, Draft> {
  const parsed = parseJson(text);
  if ('line' in parsed) return { ...emptyDraft('kumu-json'), problems: [parsed] };
  const { value } = parsed;
  if (!isObject(value) || !(Array.isArray(value['elements']) || Array.isArray(value['connections'])))
    return {
      ...emptyDraft('kumu-json'),
      problems: [{ line: 1, what: { en: 'This JSON holds no elements and no connections.' } }],
    };
  const draft = yield* readCardRows(elementTable(arrayOf(value['elements'])), kind, 'kumu-json');
  // Without elements there are no names to miss.
  if (arrayOf(value['elements']).length === 0) draft.problems = [];
  for (const [i, connection] of arrayOf(value['connections']).entries()) {
    if (isObject(connection)) readLink(draft, connectionWords(connection), i + 1);
    else draft.warnings.push({ line: i + 1, what: { en: 'This connection cannot be read and stays out.' } });
  }
  return draft;
}

function parseJson(text: string): { value: unknown } | Remark {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = text.slice(0, position).split('\n').length;
    return { line, what: { en: 'This is no complete JSON file: it cannot be read from here on.' } };
  }
}

/** Elements as a table whose headers are the names of their attributes. `line` is the place among the elements. */
function elementTable(elements: readonly unknown[]): ReadTable {
  const flat = elements.map((element) => (isObject(element) ? attributesOf(element) : {}));
  const names = new Set(['id', 'label']);
  for (const element of flat) for (const name of Object.keys(element)) names.add(name);
  const headers = [...names];
  const rows = flat.map((element, i) => ({
    cells: headers.map((name) => cellOf(Object.hasOwn(element, name) ? element[name] : undefined)),
    line: i + 1,
  }));
  return { headers, rows, problems: [] };
}

/** The full form keeps what is said in `attributes`, and the id in `_id`. */
function attributesOf(one: JsonObject): JsonObject {
  const { attributes, _id, ...own } = one;
  const said = isObject(attributes) ? attributes : {};
  const named = Object.fromEntries(Object.entries(said).map(([name, value]) => [plainName(name), value]));
  return { ...own, ...named, ...(typeof _id === 'string' && { id: _id }) };
}

function plainName(name: string): string {
  const word = sameWord(name);
  return word === 'elementtype' || word === 'connectiontype' ? 'type' : name;
}

function connectionWords(connection: JsonObject): LinkWords {
  const words: LinkWords = {};
  const flat = attributesOf(connection);
  for (const [name, value] of Object.entries(flat)) {
    const column = linkColumn(name);
    const text = cellOf(value).trim();
    if (column && text !== '') words[column] = text;
  }
  if (flat['reversed'] !== true) return words;
  const { fromId, fromName, toId, toName, ...rest } = words;
  return {
    ...rest,
    ...given('fromId', toId),
    ...given('fromName', toName),
    ...given('toId', fromId),
    ...given('toName', fromName),
  };
}

function given(name: LinkColumn, text: string | undefined): LinkWords {
  return text === undefined ? {} : { [name]: text };
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listText(value.filter((item) => typeof item === 'string'));
  return '';
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
