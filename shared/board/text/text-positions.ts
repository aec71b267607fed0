// Places in a text: ProseMirror's positions, which count the edges of nodes, <-> offsets in the row of letters (text-lines.ts),
// where each line ends with one newline. Any number is taken: what lies outside a line goes to the nearest place in one.
import type { RichNode } from './rich-text.ts';

interface Content {
  content?: unknown[];
}

interface Line {
  /** Position before its first letter. */
  position: number;
  offset: number;
  length: number;
}

export function offsetOfPosition(richText: Content, position: number): number {
  let best = 0;
  for (const line of linesOf(richText)) {
    // Written so that not-a-number stops too.
    if (!(line.position <= position)) break;
    best = line.offset + Math.min(position - line.position, line.length);
  }
  return best;
}

export function positionOfOffset(richText: Content, offset: number): number {
  let best = 1;
  for (const [index, line] of linesOf(richText).entries()) {
    if (!(line.offset <= offset) && index > 0) break;
    best = line.position + Math.min(Math.max(0, offset - line.offset || 0), line.length);
  }
  return best;
}

function linesOf(richText: Content): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  const walk = (nodes: readonly RichNode[], start: number): number => {
    let position = start;
    for (const node of nodes) {
      const content = node.content ?? [];
      if (node.type === 'paragraph' || node.type === 'heading') {
        const length = content.reduce((sum, inline) => sum + (inline.text?.length ?? 1), 0);
        lines.push({ position: position + 1, offset, length });
        offset += length + 1;
        position += length + 2;
      } else position = walk(content, position + 1) + 1;
    }
    return position;
  };
  walk((richText.content ?? []) as RichNode[], 0);
  return lines;
}
