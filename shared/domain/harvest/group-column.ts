// Which small group made it, as a column of the tables of cards and notes: there where any of them comes from a group. Rule R211.
import { textIn, type Text } from '../text.ts';
import type { Column } from './table.ts';

const label: Text = { en: 'Group' };
/** Of few people it says who may have written it. */
const groupColumn: Column = { key: 'group', title: label, type: 'text', isPersonal: true };

export function groupColumns(made: readonly { group: string | null }[]): Column[] {
  return made.some(({ group }) => group !== null) ? [groupColumn] : [];
}

/** One fact of a line in a report. */
export function groupFacts({ group }: { group: string | null }, locale: string): string[] {
  return group === null ? [] : [`${textIn(label, locale)} ${group}`];
}
