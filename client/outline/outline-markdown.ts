// The board's outline as Markdown: a heading for each page and zone, a list item for each note.
import type { OutlineNode, RouteResponse } from '@commonboard/shared/protocol/routes.ts';

const headingMax = 6;

export function outlineMarkdown({ title, pages }: Pick<RouteResponse<'outline'>, 'title' | 'pages'>): string {
  const blocks = [`# ${oneLine(title)}`, ...pages.flatMap((page) => nodeBlocks(page, 2, pages.length > 1))];
  return `${blocks.join('\n\n')}\n`;
}

/** A page is named only where there are several. */
function nodeBlocks(node: OutlineNode, level: number, named: boolean): string[] {
  const heading = named ? [`${'#'.repeat(Math.min(level, headingMax))} ${oneLine(node.title)}`] : [];
  const prompt = node.prompt ? [`*${oneLine(node.prompt)}*`] : [];
  const items = node.children.filter((child) => !isPlace(child)).flatMap((child) => itemLines(child, 0));
  const places = node.children.filter(isPlace).flatMap((child) => nodeBlocks(child, named ? level + 1 : level, true));
  return [...heading, ...prompt, ...(items.length > 0 ? [items.join('\n')] : []), ...places];
}

function itemLines(node: OutlineNode, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const [first = '', ...more] = escape(node.title).split('\n');
  const own = node.title === '' ? [] : [`${indent}- ${first}`, ...more.map((line) => `${indent}  ${line}`)];
  return [...own, ...node.children.flatMap((child) => itemLines(child, node.title === '' ? depth : depth + 1))];
}

function isPlace(node: OutlineNode): boolean {
  return node.kind === 'zone' || node.kind === 'frame' || node.kind === 'group';
}

function oneLine(text: string): string {
  return escape(text.replace(/\s+/g, ' ').trim());
}

/** What people wrote is text, not markup. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);
}
