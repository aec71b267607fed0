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

// What tldraw's text editor knows. Anything else would make it throw, so it is left out.
const blockTypes = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
]);
const markTypes = new Set(['bold', 'italic', 'strike', 'code', 'underline', 'link', 'highlight']);
const linkSchemes = /^(https?:|mailto:)/i;
const depthMax = 12;

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
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock') {
      lines.push(inline);
      return '';
    }
    return inline;
  };
  for (const node of canonicalContent(richText)) walk(node);
  return lines.join('\n').trim();
}

/** Top-level blocks in canonical form: no empty attributes, marks by name, neighbouring text joined, unknown parts gone. */
export function canonicalContent(richText: { content?: unknown[] }): RichNode[] {
  const nodes = (richText.content ?? []) as RichNode[];
  return nodes.flatMap((node) => canonicalNode(node, 0));
}

export function sameRichText(a: { content?: unknown[] }, b: { content?: unknown[] }): boolean {
  return a === b || JSON.stringify(canonicalContent(a)) === JSON.stringify(canonicalContent(b));
}

function canonicalNode(node: RichNode, depth: number): RichNode[] {
  if (depth > depthMax || typeof node !== 'object' || node === null) return [];
  if (node.type === 'text') {
    if (typeof node.text !== 'string' || node.text === '') return [];
    const marks = canonicalMarks(node.marks);
    return [marks.length > 0 ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }];
  }
  if (!blockTypes.has(node.type)) return [];
  const result: RichNode = { type: node.type };
  const attrs = canonicalAttrs(node.attrs);
  if (attrs) result.attrs = attrs;
  const content = joinText((node.content ?? []).flatMap((child) => canonicalNode(child, depth + 1)));
  if (content.length > 0) result.content = content;
  return [result];
}

function canonicalMarks(marks: RichMark[] | undefined): RichMark[] {
  const known = (marks ?? []).filter(
    (mark) => markTypes.has(mark.type) && (mark.type !== 'link' || linkSchemes.test(String(mark.attrs?.href))),
  );
  return known
    .map((mark): RichMark => {
      const attrs = canonicalAttrs(mark.attrs);
      return attrs ? { type: mark.type, attrs } : { type: mark.type };
    })
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

function canonicalAttrs(attrs: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const entries = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
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
