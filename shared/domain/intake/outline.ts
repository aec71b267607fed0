// A list, or an outline: one card a line, and what stands deeper leads to what it stands under. The same words are the same
// card, so that a card may stand under several.
import { textIn } from '../text.ts';
import { kindOf, type Kind } from '../kinds.ts';
import { emptyDraft, intakeLimits, type Draft } from './intake.ts';
import { kindFromWord } from './kind-words.ts';
import { isTitleHeader } from './headers.ts';
import { cited } from './remarks.ts';
import { sameName } from './names.ts';

const linesAtOnce = 1_000;
const tabColumns = 4;

/** Whether some line stands deeper than the first. */
export function isOutline(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const first = indentation(lines[0] ?? '');
  return lines.some((line) => indentation(line) > first);
}

/** Yields the share that is done. `kind` is that of all lines which name none. */
export function* readOutline(text: string, kind: Kind | null, isNested: boolean): Generator<number, Draft> {
  const draft = emptyDraft(isNested ? 'outline' : 'list');
  const known = new Map<string, { ref: string; line: number }>();
  const linked = new Set<string>();
  /** The line above and those it stands under. */
  const open: { indent: number; ref: string }[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (const [i, raw] of lines.entries()) {
    if (i % linesAtOnce === linesAtOnce - 1) yield i / lines.length;
    const words = raw.trim().replace(/^(?:[-*+•–·]|\d{1,3}[.)])\s+/, '');
    if (words === '') continue;
    const said = kindAndTitle(words);
    if (!isNested && draft.cards.length === 0 && said.kind === null && isHeader(words, lines)) {
      kind ??= words.toLowerCase() === 'note' ? null : kindFromWord(words);
      continue;
    }
    const indent = indentation(raw);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const above = open.at(-1);
    const ref = cardFor(said.title, said.kind ?? kind, above ? 'outcome' : 'impact', i + 1);
    if (isNested) open.push({ indent, ref });
    if (above) link(ref, above.ref, i + 1);
  }
  return draft;

  function cardFor(title: string, said: Kind | null, likely: Kind, line: number): string {
    const name = sameName(title) || title;
    const same = known.get(`${said ?? ''} ${name}`);
    if (same !== undefined) {
      const what = { en: `${cited(title)} is the same as line ${same.line}; it is taken once.` };
      if (!isNested) draft.warnings.push({ line, what });
      return same.ref;
    }
    const ref = `line ${line}`;
    known.set(`${said ?? ''} ${name}`, { ref, line });
    draft.cards.push({ ref, ownId: null, kind: said, ...(isNested && { likely }), title, fields: {}, line });
    return ref;
  }

  function link(from: string, to: string, line: number): void {
    const pair = `${from} ${to}`;
    if (from === to || linked.has(pair)) return;
    linked.add(pair);
    draft.links.push({
      ref: null,
      ownId: null,
      from: { ref: from, name: null },
      to: { ref: to, name: null },
      said: {},
      line,
    });
  }
}

/** `Outcome: what changes`, where the first word names a kind. */
function kindAndTitle(words: string): { kind: Kind | null; title: string } {
  const [, lead = '', rest = ''] = /^([^:]{1,30}):\s+(.*)$/.exec(words) ?? [];
  const kind = rest === '' ? null : kindFromWord(lead);
  const isKind = kind !== null && textIn(kindOf(kind).label, 'en').toLowerCase() === lead.trim().toLowerCase();
  return { kind: isKind ? kind : null, title: (isKind ? rest : words).slice(0, intakeLimits.titleCharsMax) };
}

/** A word that could stand over a column of names, with others below it. */
function isHeader(words: string, lines: readonly string[]): boolean {
  return isTitleHeader(words) && lines.filter((line) => line.trim() !== '').length > 1;
}

function indentation(line: string): number {
  let columns = 0;
  for (const letter of line) {
    if (letter === '\t') columns += tabColumns;
    else if (/\s/.test(letter)) columns += 1;
    else return columns;
  }
  return columns;
}
