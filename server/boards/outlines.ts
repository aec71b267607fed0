// The tree of an open board, kept until the board changes. Somebody who drags a shape changes it twenty times a second, and of a
// large board the tree takes a tenth of a second: then it may be a moment old.
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import type * as Y from 'yjs';
import { markOf } from '../http/tagged.ts';
import { boardRecords } from '../sync/document/board-records.ts';

export interface BoardTree {
  pages: OutlineNode[];
  /** Notes and cards on all pages. */
  written: readonly string[];
  /** Another one where the tree is another. */
  mark: string;
}

interface Kept {
  tree: BoardTree;
  madeAt: number;
  tookMs: number;
  isOld: boolean;
}

/** A tree that takes less is always made anew. */
const quickMs = 10;
/** Of the server's time, at most one part in so many goes into the tree of one board. */
const shareOfTime = 10;

export interface Outlines {
  now: (doc: Y.Doc) => BoardTree;
  /** The same, as far as it counts as news: while people work, it stays what it was for a while. */
  lately: (doc: Y.Doc) => BoardTree;
  /** Whoever asks next gets it anew. */
  changed: (doc: Y.Doc) => void;
}

/** `ticks`: milliseconds that only grow. */
export function createOutlines(ticks: () => number): Outlines {
  const known = new WeakMap<Y.Doc, Kept>();

  function make(doc: Y.Doc): BoardTree {
    const madeAt = ticks();
    const before = known.get(doc);
    const pages = boardOutline(boardRecords(doc));
    const tree = { pages, written: writtenIn(pages), mark: markOf(JSON.stringify(pages)) };
    const kept = { tree, madeAt, tookMs: ticks() - madeAt, isOld: false };
    if (!before) doc.on('update', () => old(doc));
    known.set(doc, kept);
    return tree;
  }
  function old(doc: Y.Doc): void {
    const kept = known.get(doc);
    if (kept) kept.isOld = true;
  }
  function within(doc: Y.Doc, leastMs: number): BoardTree {
    const kept = known.get(doc);
    if (!kept) return make(doc);
    const restMs = Math.max(leastMs, kept.tookMs < quickMs ? 0 : kept.tookMs * shareOfTime);
    return kept.isOld && ticks() - kept.madeAt >= restMs ? make(doc) : kept.tree;
  }
  return {
    now: (doc) => within(doc, 0),
    lately: (doc) => within(doc, limits.outlineEveryMs),
    changed: (doc) => {
      const kept = known.get(doc);
      if (kept) Object.assign(kept, { isOld: true, madeAt: -Infinity });
    },
  };
}

function writtenIn(nodes: readonly OutlineNode[]): string[] {
  const found: string[] = [];
  // A loop with a list of its own: trees are deep where people nest frames.
  const rest = [...nodes];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.kind === 'note' || node.kind === 'card') found.push(node.id);
    rest.push(...node.children);
  }
  return found;
}
