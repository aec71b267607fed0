// Blocks and tables as HTML: one file that needs nothing else, light, and good on paper. A table alone pastes into a word
// processor.
import { textIn } from '../text.ts';
import { escapeXml } from './escape.ts';
import type { Block, ListItem } from './report-blocks.ts';
import { shownColumns, shownText, type Table } from './table.ts';

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 52rem; padding: 2.5rem 1.5rem 4rem; color: #1f2328; background: #fff;
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #d8d8d2; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0 .75rem; white-space: pre-line; }
.quiet, small { color: #5c6370; }
ul { margin: .25rem 0 1rem; padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.25rem; font-size: .875rem; }
th, td { border: 1px solid #d8d8d2; padding: .35rem .5rem; text-align: left; vertical-align: top; white-space: pre-line;
  overflow-wrap: anywhere; }
th { background: #f4f3ef; overflow-wrap: normal; }
td.number { text-align: right; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; }
  thead { display: table-header-group; } }
`;

export function htmlOf(title: string, blocks: readonly Block[], locale: string): string {
  return page(title, blocks.map((block) => blockHtml(block, locale)).join('\n'), locale);
}

export function htmlTable(table: Table, locale: string): string {
  const columns = shownColumns(table);
  const head = columns.map(({ title }) => `<th scope="col">${escapeXml(textIn(title, locale))}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = columns.map((column) => {
      const isNumber = typeof row[column.key] === 'number';
      const text = escapeXml(shownText(column, row[column.key], locale));
      return `<td${isNumber ? ' class="number"' : ''}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function page(title: string, body: string, locale: string): string {
  return `<!doctype html>
<html lang="${escapeXml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function blockHtml(block: Block, locale: string): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`;
    case 'text':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${escapeXml(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return htmlTable(block.table, locale);
  }
}

function itemHtml({ lead, text, more }: ListItem): string {
  const parts = [lead && `<b>${escapeXml(lead)}:</b>`, escapeXml(text), more && `<small>(${escapeXml(more)})</small>`];
  return parts.filter(Boolean).join(' ');
}
