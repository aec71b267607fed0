// Two pages for somebody who was not there: the most of what a group leaves with, as short as two sheets of paper are. What does not
// fit is counted, and stands in the other packages.
import type { ListItem } from '../domain/harvest/report-blocks.ts';
import type { AfterPage, FunderBlocks } from './after-page-view.ts';

/** Printed lines of two pages of A4 with some room to spare, and letters in each. */
const linesMax = 76;
const lineChars = 88;
const itemCharsMax = 260;

export function funderReport(page: AfterPage): { title: string; blocks: FunderBlocks } {
  const paper = new Paper();
  const blocks: FunderBlocks = [
    { type: 'heading', level: 1, text: page.title },
    { type: 'text', text: `${page.date} · ${page.people} people`, quiet: true },
  ];
  paper.take(4 + lines(page.title, 40));
  if (page.intro !== '') {
    blocks.push({ type: 'text', text: short(page.intro, 900) });
    paper.take(lines(short(page.intro, 900)) + 1);
  }
  const sections: [string, readonly ListItem[], number][] = [
    ['Our goal', page.goals.map(plain), 3],
    ['What we will do', page.commitments.map(commitment), 10],
    ['What we decided', page.decisions, 6],
    ['What mattered most', page.votes.map(winners).filter(({ text }) => text !== ''), 6],
    ['What we made', page.zones.map(zoneLine), 12],
    ['What is still open', page.open.map(plain), 5],
  ];
  for (const [title, items, most] of sections) blocks.push(...section(paper, title, items, most));
  return { title: page.title, blocks };
}

/** Counts what is written on it. */
class Paper {
  #left = linesMax;

  /** False where it is full. */
  take(count: number): boolean {
    if (count > this.#left) return false;
    this.#left -= count;
    return true;
  }
}

function section(paper: Paper, title: string, items: readonly ListItem[], most: number): FunderBlocks {
  if (items.length === 0 || !paper.take(5)) return [];
  const told: ListItem[] = [];
  for (const item of items.slice(0, most)) {
    const fitting = { ...item, text: short(item.text, itemCharsMax), more: short(item.more, itemCharsMax) };
    if (!paper.take(lines(fitting.lead + fitting.text + fitting.more))) break;
    told.push(fitting);
  }
  const rest = items.length - told.length;
  return [
    { type: 'heading', level: 2, text: title },
    ...(told.length > 0 ? [{ type: 'list', items: told } as const] : []),
    ...(rest > 0 ? [{ type: 'text', text: `And ${rest} more.`, quiet: true } as const] : []),
  ];
}

function plain(text: string): ListItem {
  return { lead: '', text, more: '' };
}

function commitment({ who, what, due, firstStep }: AfterPage['commitments'][number]): ListItem {
  return {
    lead: who,
    text: what,
    more: [due && `by ${due}`, firstStep && `first step: ${firstStep}`].filter(Boolean).join('; '),
  };
}

/** The first three of a vote. */
function winners({ question, head, rows }: AfterPage['votes'][number]): ListItem {
  const at = head.indexOf('Option');
  const first = rows.slice(0, 3).map((row) => row[at] ?? '');
  return { lead: question, text: first.join('; '), more: '' };
}

function zoneLine({ title, items }: AfterPage['zones'][number]): ListItem {
  const first = items.slice(0, 3).map(({ text }) => short(text.replaceAll('\n', ' '), 80));
  return {
    lead: title || 'Beside the zones',
    text: first.join('; '),
    more: items.length > 3 ? `${items.length} in all` : '',
  };
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function lines(text: string, chars = lineChars): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / chars)), 0);
}
