// Rich text as plain data (ProseMirror's JSON), and its one canonical form: equal text always reads as equal data,
// whichever editor or library wrote it.
import type { TLRichText } from '@tldraw/tlschema';

export interface RichMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  text?: string;
  marks?: RichMark[];
}

const linkSchemes = /^(https?:|mailto:)/i;
const linkCharsMax = 2_000;
const plainMarks = new Set(['bold', 'italic', 'strike', 'code', 'underline', 'highlight']);
const directions = new Set(['ltr', 'rtl', 'auto']);
const listDepthMax = 8;
/** What lies deeper than this was made by no editor. */
const followedDepthMax = 64;

export function emptyRichText(): TLRichText {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** One paragraph for each line of `text`. */
export function richTextFromPlain(text: string): TLRichText {
  const content = text
    .split('\n')
    .map((line): RichNode =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    );
  return { type: 'doc', content };
}

/** Blocks become lines. */
export function plainFromRichText(richText: { content?: unknown[] }): string {
  const lines: string[] = [];
  const walk = (node: RichNode): string => {
    if (node.type === 'text') return node.text ?? '';
    if (node.type === 'hardBreak') return '\n';
    const inline = (node.content ?? []).map(walk).join('');
    if (node.type === 'paragraph' || node.type === 'heading') {
      lines.push(inline);
      return '';
    }
    return inline;
  };
  for (const node of canonicalContent(richText)) walk(node);
  return lines.join('\n').trim();
}

/**
 * Top-level blocks in canonical form: no empty attributes, marks by name, neighbouring text joined. Only what tldraw's text
 * editor knows, nested as it allows, is left; anything else would make it throw for everybody who opens the board.
 */
export function canonicalContent(richText: { content?: unknown[] }): RichNode[] {
  return blocks(richText.content, 0);
}

export function sameRichText(a: { content?: unknown[] }, b: { content?: unknown[] }): boolean {
  return a === b || JSON.stringify(canonicalContent(a)) === JSON.stringify(canonicalContent(b));
}

function blocks(nodes: unknown, depth: number): RichNode[] {
  const result: RichNode[] = [];
  let loose: RichNode[] = [];
  const closeLoose = (): void => {
    if (loose.length > 0) result.push({ type: 'paragraph', content: joinText(loose) });
    loose = [];
  };
  for (const node of childNodes(nodes)) {
    if (node.type === 'text' || node.type === 'hardBreak') {
      loose.push(...inlineNodes([node]));
      continue;
    }
    closeLoose();
    result.push(...block(node, depth));
  }
  closeLoose();
  return result;
}

function block(node: RichNode, depth: number): RichNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [made(node, joinText(inlineNodes(node.content)))];
    case 'bulletList':
    case 'orderedList': {
      const items = childNodes(node.content).filter(({ type }) => type === 'listItem');
      // Deeper in, lines stand below each other: nobody's letters go because of a limit.
      if (depth >= listDepthMax)
        return depth < followedDepthMax ? items.flatMap((item) => blocks(item.content, depth + 1)) : [];
      return items.length > 0
        ? [
            made(
              node,
              items.map((item) => made(item, itemContent(item, depth + 1))),
            ),
          ]
        : [];
    }
    case 'listItem':
      return blocks(node.content, depth);
    default:
      return [];
  }
}

/** An item begins with a paragraph. */
function itemContent(item: RichNode, depth: number): RichNode[] {
  const content = blocks(item.content, depth);
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
}

function inlineNodes(nodes: unknown): RichNode[] {
  return childNodes(nodes).flatMap((node): RichNode[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return [];
    const marks = canonicalMarks(node.marks);
    return textAndBreaks(node.text).map((text): RichNode => {
      if (text === null) return { type: 'hardBreak' };
      return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
    });
  });
}

/** A newline among letters looks like a break and is one; null stands for it. */
function textAndBreaks(text: string): (string | null)[] {
  const parts = text.split(/(\r\n?|[\n\u2028\u2029])/);
  return parts.flatMap((part, index) => (index % 2 === 1 ? [null] : part === '' ? [] : [part]));
}

function made(node: RichNode, content: RichNode[]): RichNode {
  const result: RichNode = { type: node.type };
  const attrs = canonicalAttrs(node);
  if (attrs) result.attrs = attrs;
  if (content.length > 0) result.content = content;
  return result;
}

function canonicalAttrs({ type, attrs }: RichNode): Record<string, unknown> | undefined {
  const dir = attrs?.['dir'];
  const level = attrs?.['level'];
  const start = attrs?.['start'];
  const kept: Record<string, unknown> = {};
  if (typeof dir === 'string' && directions.has(dir)) kept['dir'] = dir;
  if (type === 'heading') kept['level'] = isWithin(level, 1, 6) ? level : 1;
  if (type === 'orderedList' && isWithin(start, 0, 100_000)) kept['start'] = start;
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function canonicalMarks(marks: unknown): RichMark[] {
  const byType = new Map<string, RichMark>();
  for (const mark of Array.isArray(marks) ? (marks as (RichMark | null)[]) : []) {
    if (!mark) continue;
    if (plainMarks.has(mark.type)) byType.set(mark.type, { type: mark.type });
    const href = mark.attrs?.['href'];
    // Only the address: target, class and the like are the editor's to set.
    const isGood =
      mark.type === 'link' && typeof href === 'string' && href.length <= linkCharsMax && linkSchemes.test(href);
    if (isGood) byType.set('link', { type: 'link', attrs: { href } });
  }
  return [...byType.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

function childNodes(nodes: unknown): RichNode[] {
  return Array.isArray(nodes)
    ? nodes.filter((node): node is RichNode => typeof node === 'object' && node !== null)
    : [];
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function joinText(nodes: RichNode[]): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      joined[joined.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    } else {
      joined.push(node);
    }
  }
  return joined;
}
