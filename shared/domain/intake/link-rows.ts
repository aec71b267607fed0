// The rows of a table of links as drafts, and what of a link can be read from words.
import { isLinkType } from '../link-types.ts';
import { ownId } from './card-rows.ts';
import { emptyDraft, intakeLimits, type Draft, type DraftLink, type IntakeSource, type SaidOfLink } from './intake.ts';
import { linkColumn, type LinkColumn } from './link-headers.ts';
import type { ReadTable } from './read-table.ts';
import { cited } from './remarks.ts';

export type LinkWords = Partial<Record<LinkColumn, string>>;

const rowsAtOnce = 500;

/** Yields the share that is done. */
export function* readLinkRows(table: ReadTable, source: IntakeSource = 'links'): Generator<number, Draft> {
  const draft = emptyDraft(source);
  const columns = table.headers.map(linkColumn);
  for (const [column, known] of columns.entries())
    if (!known && !['tags', ''].includes((table.headers[column] ?? '').trim().toLowerCase()))
      draft.warnings.push({
        line: 1,
        what: { en: `The column ${cited(table.headers[column] ?? '')} is not known and stays out.` },
      });
  for (const [i, { cells, line }] of table.rows.entries()) {
    const words: LinkWords = {};
    for (const [column, name] of columns.entries()) {
      const text = (cells[column] ?? '').trim();
      if (name && text !== '') words[name] = text;
    }
    readLink(draft, words, line);
    if (i % rowsAtOnce === rowsAtOnce - 1) yield i / table.rows.length;
  }
  return draft;
}

/** Adds the link to the draft, or says why not. */
export function readLink(draft: Draft, words: LinkWords, line: number): void {
  const [from, to] = [endOf(words.fromId, words.fromName), endOf(words.toId, words.toName)];
  if (!from || !to) {
    draft.warnings.push({ line, what: { en: 'This link does not say from where to where it goes, and stays out.' } });
    return;
  }
  const said = saidOf(words, (en) => draft.warnings.push({ line, what: { en } }));
  const link: DraftLink = { ref: words.id ?? null, ownId: ownId(words.id ?? ''), from, to, said, line };
  draft.links.push(link);
}

function endOf(ref: string | undefined, name: string | undefined): DraftLink['from'] | null {
  if (ref === undefined && name === undefined) return null;
  // Kumu writes ids and names into the same column.
  return { ref: ref ?? name ?? null, name: name ?? null };
}

function saidOf(words: LinkWords, warn: (en: string) => void): SaidOfLink {
  const said: SaidOfLink = {};
  const type = words.type?.toLowerCase();
  if (type === '+' || type === '-') Object.assign(said, { type: 'causal', polarity: type });
  else if (isLinkType(type)) said.type = type;
  else if (type !== undefined) warn(`${cited(type)} is no type of link that we know; the link comes in without one.`);
  const direction = words.direction?.toLowerCase();
  if (direction === 'directed' || direction === 'mutual' || direction === 'undirected') said.direction = direction;
  if (words.polarity === '+' || words.polarity === '-') said.polarity = words.polarity;
  const strength = Number(words.strength);
  if (strength === 1 || strength === 2 || strength === 3) said.strength = strength;
  else if (words.strength !== undefined)
    warn(`The strength ${cited(words.strength)} is not 1, 2 or 3 and is left out.`);
  const confidence = Number(words.confidence);
  if (words.confidence !== undefined && confidence >= 0 && confidence <= 100) said.confidence = confidence;
  if (isYes(words.delayed)) said.delayed = true;
  if (isYes(words.feedback)) said.feedback = true;
  if (words.label !== undefined) said.label = words.label.slice(0, intakeLimits.fieldCharsMax);
  if (words.rationale !== undefined) said.rationale = words.rationale.slice(0, intakeLimits.fieldCharsMax);
  return said;
}

function isYes(word: string | undefined): boolean {
  return word !== undefined && ['yes', 'true', '1'].includes(word.toLowerCase());
}
