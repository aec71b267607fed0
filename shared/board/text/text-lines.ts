// Rich text as one row of letters, and back. Each paragraph or heading is a line that ends with a newline, and the newline
// carries what the line is: to split, join or indent lines moves no letter, so none that somebody else types there is lost.
import type { RichMark, RichNode } from './rich-text.ts';

export type Attributes = Record<string, unknown>;

/** Letters that have their attributes in common. A newline is a run of its own. */
export interface TextRun {
  text: string;
  attributes: Attributes;
}

/** Of a newline. `lists` is JSON: Yjs compares attributes no deeper than one level. */
interface LineAttributes {
  heading?: number;
  dir?: unknown;
  lists?: string;
}

/** A list that a line stands in, outermost first. Without `same` the line begins an item. */
interface ListStep {
  type: 'bulletList' | 'orderedList';
  list?: Attributes;
  item?: Attributes;
  /** One more line of the item before. */
  same?: true;
  /** Begins a list of its own, although one of this type ends just before. */
  apart?: true;
}

type Lists = readonly ListStep[];

const newline = '\n';
/** A break inside a line: the line separator of Unicode. */
export const lineBreak = '\u2028';
const listsCharsMax = 4_000;
const listsDeepMax = 16;

/** `content` in canonical form. There is always a last newline, so that two people begin to write before the same one. */
export function runsOfContent(content: readonly RichNode[]): TextRun[] {
  const runs: TextRun[] = [];
  addLines(content.length > 0 ? content : [{ type: 'paragraph' }], [], runs);
  return runs;
}

/** Not yet in canonical form: runs may hold anything. */
export function contentOfRuns(runs: readonly TextRun[]): RichNode[] {
  const reader = new LineReader();
  for (const run of runs) for (const part of partsOf(run.text)) reader.read(part, run.attributes);
  return reader.end();
}

/** Letters, newlines and breaks apart, so that each part has one kind. */
export function partsOf(text: string): string[] {
  return text.match(/\n|\u2028|[^\n\u2028]+/g) ?? [];
}

export function isNewline(text: string): boolean {
  return text === newline;
}

function addLines(blocks: readonly RichNode[], lists: ListStep[], runs: TextRun[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      const isApart = blocks[index - 1]?.type === block.type;
      for (const [place, item] of (block.content ?? []).entries()) {
        const step: ListStep = { type: block.type };
        if (block.attrs) step.list = block.attrs;
        if (item.attrs) step.item = item.attrs;
        if (isApart && place === 0) step.apart = true;
        addLines(item.content ?? [], [...lists, step], runs);
        // What comes after this item's lines goes on in the items around it.
        for (const outer of lists) goOn(outer);
      }
    } else {
      for (const node of block.content ?? []) runs.push(runOfNode(node));
      runs.push({ text: newline, attributes: lineAttributes(block, lists) });
      for (const step of lists) goOn(step);
    }
  }
}

function goOn(step: ListStep): void {
  step.same = true;
  delete step.apart;
  delete step.item;
}

function runOfNode(node: RichNode): TextRun {
  if (node.type === 'hardBreak') return { text: lineBreak, attributes: {} };
  return { text: node.text ?? '', attributes: attributesFromMarks(node.marks) };
}

function lineAttributes(block: RichNode, lists: Lists): Attributes {
  const attributes: LineAttributes = {};
  if (block.type === 'heading') attributes.heading = Number(block.attrs?.['level'] ?? 1);
  if (block.attrs?.['dir'] !== undefined) attributes.dir = block.attrs['dir'];
  if (lists.length > 0) attributes.lists = JSON.stringify(lists);
  return { ...attributes };
}

class LineReader {
  readonly #blocks: RichNode[] = [];
  #line: RichNode[] = [];
  /** Lists that the line before stood in, each with its last item. */
  #open: { list: RichNode; item: RichNode }[] = [];

  read(part: string, attributes: Attributes): void {
    if (part === newline) this.#endLine(attributes);
    else if (part === lineBreak) this.#line.push({ type: 'hardBreak' });
    else this.#line.push({ type: 'text', text: part, marks: marksFromAttributes(attributes) });
  }

  end(): RichNode[] {
    if (this.#line.length > 0) this.#endLine({});
    return this.#blocks;
  }

  #endLine({ heading, dir, lists }: LineAttributes): void {
    const attrs = { ...(heading === undefined ? {} : { level: heading }), ...(dir === undefined ? {} : { dir }) };
    const type = heading === undefined ? 'paragraph' : 'heading';
    this.#holder(parseLists(lists)).push({ type, attrs, content: this.#line });
    this.#line = [];
  }

  /** What the next line goes into: opens and closes lists as it says. */
  #holder(lists: Lists): RichNode[] {
    let holder = this.#blocks;
    for (const [depth, step] of lists.entries()) {
      const open = this.#open[depth];
      const goesOn = open?.list.type === step.type && step.apart !== true;
      if (!goesOn || step.same !== true) {
        const list = goesOn ? open.list : { type: step.type, attrs: step.list ?? {}, content: [] };
        if (!goesOn) holder.push(list);
        const item: RichNode = { type: 'listItem', attrs: step.item ?? {}, content: [] };
        list.content?.push(item);
        this.#open.length = depth;
        this.#open.push({ list, item });
      }
      holder = this.#open[depth]?.item.content ?? holder;
    }
    this.#open.length = lists.length;
    return holder;
  }
}

function parseLists(value: unknown): ListStep[] {
  if (typeof value !== 'string' || value.length > listsCharsMax) return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.slice(0, listsDeepMax).filter(isListStep) : [];
  } catch {
    // Somebody else's program wrote it; the line is then one outside of lists.
    return [];
  }
}

function isListStep(value: unknown): value is ListStep {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return value.type === 'bulletList' || value.type === 'orderedList';
}

// y-prosemirror writes `link--<hash>` where marks of one type overlap.
export function marksFromAttributes(attributes: Attributes = {}): RichMark[] {
  return Object.entries(attributes).map(([name, attrs]) => ({
    type: name.split('--')[0] ?? name,
    attrs: attrs as Record<string, unknown>,
  }));
}

function attributesFromMarks(marks: readonly RichMark[] = []): Attributes {
  return Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}]));
}
