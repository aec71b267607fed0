// Blocks and tables as Markdown, with pipes for tables. What people wrote stays words: no sign of theirs formats anything.
import { textIn } from '../text.ts';
import { escapeMarkdown } from './escape.ts';
import type { Block, ListItem } from './report-blocks.ts';
import { shownColumns, shownText, type Table } from './table.ts';

export function markdownOf(blocks: readonly Block[], locale: string): string {
  return `${blocks.map((block) => blockText(block, locale)).join('\n\n')}\n`;
}

function markdownTable(table: Table, locale: string): string {
  const columns = shownColumns(table);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ type }) => (type === 'number' || type === 'percent' ? '---:' : '---'));
  return [
    line(columns.map(({ title }) => escapeMarkdown(textIn(title, locale)))),
    line(rule),
    ...table.rows.map((row) =>
      line(columns.map((column) => escapeMarkdown(shownText(column, row[column.key], locale)))),
    ),
  ].join('\n');
}

function blockText(block: Block, locale: string): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'text': {
      const lines = block.text.split('\n').map(escapeMarkdown).join('  \n');
      return block.quiet && lines.trim() !== '' ? `*${lines.trim()}*` : lines;
    }
    case 'list':
      return block.items.map(itemText).join('\n');
    case 'table':
      return markdownTable(block.table, locale);
  }
}

function itemText({ lead, text, more }: ListItem): string {
  const parts = [lead && `**${escapeMarkdown(lead)}:**`, escapeMarkdown(text), more && `(${escapeMarkdown(more)})`];
  return `- ${parts.filter(Boolean).join(' ')}`;
}
