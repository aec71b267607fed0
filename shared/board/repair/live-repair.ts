// Repair, a change at a time: the same picture as `repairBoard` gives, for the price of what changed and what depends on it.
// A full repair of ten thousand shapes takes longer than a frame.
//
//   what depends on a shape   everything inside it (where it goes, how deep it is), its siblings (their order), the arrows at it
//   what depends on a page    every shape: the first page takes in whatever has lost its parent. Rare, so all is done anew
import type { TLBinding, TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import { defaultDocument, defaultPage } from './default-records.ts';
import { Families } from './families.ts';
import type { DecodedRecord } from '../layout/record-codec.ts';
import { byIndexThenId, onItsPage, shownBindings, spreadEqualIndexes } from './repair-rules.ts';
import { ShapeTree } from './shape-tree.ts';

/** Null: in the document, but it cannot be shown. Undefined: not there. */
export type Decoded = DecodedRecord | null | undefined;

/** What one update has to look at again. */
interface Affected {
  shapes: Set<string>;
  /** Those of which the parent is another one now. */
  moved: Set<string>;
  arrows: Set<string>;
  pages: boolean;
}

export class LiveRepair {
  /** What is shown. */
  readonly records = new Map<string, TLRecord>();
  readonly #decoded = new Map<string, DecodedRecord | null>();
  readonly #tree = new ShapeTree();
  readonly #families = new Families();
  /** Bindings by their arrow, and arrows by what they may end at. */
  readonly #bindingsOf = new Map<string, Map<string, TLBinding>>();
  readonly #arrowsAt = new Map<string, Set<string>>();
  #firstPage: TLPage = defaultPage;
  #unreadable = 0;
  /** Bindings that are not shown, by their arrow. */
  readonly #unbound = new Map<string, number>();

  constructor() {
    this.#show(defaultDocument.id, defaultDocument, new Set());
    this.#showPages(new Set());
  }

  /** Records that are in the documents and cannot be shown. */
  get hidden(): number {
    return [...this.#unbound.values()].reduce((sum, count) => sum + count, this.#unreadable);
  }

  /** How a record read when it was taken in last. */
  decoded(id: string): Decoded {
    return this.#decoded.get(id);
  }

  /** Takes in how these records read now. Returns the ids whose shown record is another one, or gone. */
  update(news: Iterable<readonly [id: string, decoded: Decoded]>): Set<string> {
    const changed = new Set<string>();
    const affected: Affected = { shapes: new Set(), moved: new Set(), arrows: new Set(), pages: false };
    for (const [id, after] of news) {
      const before = this.#replace(id, after);
      this.#note(id, before?.record, after?.record, affected);
      // Shapes, bindings and pages are shown below; everything else as it reads.
      const to = after?.record;
      if (!to) this.#show(id, this.#defaultFor(id), changed);
      else if (to.typeName === 'document' || to.typeName === 'asset') this.#show(id, to, changed);
    }
    if (affected.pages) {
      this.#showPages(changed);
      for (const [id, entry] of this.#decoded) if (isShape(entry?.record)) affected.shapes.add(id);
    }
    for (const id of this.#tree.settle(affected.moved)) affected.shapes.add(id);
    this.#showShapes(affected.shapes, changed);
    for (const arrow of affected.arrows) this.#showBindingsOf(arrow, changed);
    return changed;
  }

  /** R6, where nothing else stands under this id. */
  #defaultFor(id: string): TLRecord | undefined {
    if (id === defaultDocument.id) return defaultDocument;
    return id === defaultPage.id && this.#firstPage === defaultPage ? defaultPage : undefined;
  }

  #replace(id: string, after: Decoded): Decoded {
    const before = this.#decoded.get(id);
    if (before === null) this.#unreadable--;
    if (after === null) this.#unreadable++;
    if (after === undefined) this.#decoded.delete(id);
    else this.#decoded.set(id, after);
    return before;
  }

  #note(id: string, from: TLRecord | undefined, to: TLRecord | undefined, affected: Affected): void {
    const [before, after] = [isShape(from) ? from : undefined, isShape(to) ? to : undefined];
    if (before || after) affected.shapes.add(id);
    if (before?.parentId !== after?.parentId) {
      affected.moved.add(id);
      this.#tree.setParent(id, after?.parentId);
    }
    if (before?.type !== after?.type) {
      affected.arrows.add(id);
      for (const arrow of this.#arrowsAt.get(id) ?? []) affected.arrows.add(arrow);
    }
    if (isBinding(from)) this.#unlink(from, affected.arrows);
    if (isBinding(to)) this.#link(to, affected.arrows);
    affected.pages ||= from?.typeName === 'page' || to?.typeName === 'page';
  }

  #showPages(changed: Set<string>): void {
    const found = [...this.#decoded.values()].flatMap((entry) =>
      entry?.record.typeName === 'page' ? [entry.record] : [],
    );
    const pages = found.length > 0 ? found : [defaultPage];
    this.#firstPage = pages.toSorted(byIndexThenId)[0] ?? defaultPage;
    if (this.#firstPage !== defaultPage && !this.#isReadPage(defaultPage.id))
      this.#show(defaultPage.id, undefined, changed);
    const spread = new Map(spreadEqualIndexes(pages).map((page) => [page.id as string, page]));
    for (const page of pages) this.#show(page.id, spread.get(page.id) ?? page, changed);
  }

  #showShapes(ids: ReadonlySet<string>, changed: Set<string>): void {
    const placed = new Map([...ids].map((id) => [id, this.#placed(id)]));
    for (const [id, shape] of this.#families.update(placed)) this.#show(id, shape, changed);
  }

  #placed(id: string): TLShape | undefined {
    const entry = this.#decoded.get(id);
    const shape = entry?.record;
    if (!entry || !isShape(shape)) return undefined;
    const hasParent = this.#isPage(shape.parentId) || isShape(this.#decoded.get(shape.parentId)?.record);
    if (hasParent && !this.#tree.isCutOff(id)) return shape;
    return onItsPage(shape, entry, (page) => this.#isPage(page), this.#firstPage);
  }

  #isPage(id: string): boolean {
    return id === this.#firstPage.id || this.#isReadPage(id);
  }

  #isReadPage(id: string): boolean {
    return this.#decoded.get(id)?.record.typeName === 'page';
  }

  #link(binding: TLBinding, arrows: Set<string>): void {
    arrows.add(binding.fromId);
    const bindings = this.#bindingsOf.get(binding.fromId) ?? new Map<string, TLBinding>();
    this.#bindingsOf.set(binding.fromId, bindings.set(binding.id, binding));
    const there = this.#arrowsAt.get(binding.toId) ?? new Set<string>();
    this.#arrowsAt.set(binding.toId, there.add(binding.fromId));
  }

  #unlink(binding: TLBinding, arrows: Set<string>): void {
    arrows.add(binding.fromId);
    const bindings = this.#bindingsOf.get(binding.fromId);
    bindings?.delete(binding.id);
    if ([...(bindings?.values() ?? [])].some(({ toId }) => toId === binding.toId)) return;
    const there = this.#arrowsAt.get(binding.toId);
    there?.delete(binding.fromId);
    if (there?.size === 0) this.#arrowsAt.delete(binding.toId);
  }

  #showBindingsOf(arrow: string, changed: Set<string>): void {
    const all = [...(this.#bindingsOf.get(arrow)?.values() ?? [])];
    const shown = new Set(shownBindings(all, (id) => this.records.get(id)));
    for (const binding of all) this.#show(binding.id, shown.has(binding) ? binding : undefined, changed);
    if (all.length > shown.size) this.#unbound.set(arrow, all.length - shown.size);
    else this.#unbound.delete(arrow);
    if (all.length === 0) this.#bindingsOf.delete(arrow);
  }

  #show(id: string, record: TLRecord | undefined, changed: Set<string>): void {
    if (this.records.get(id) === record) return;
    if (record) this.records.set(id, record);
    else this.records.delete(id);
    changed.add(id);
  }
}

function isShape(record: TLRecord | undefined): record is TLShape {
  return record?.typeName === 'shape';
}

function isBinding(record: TLRecord | undefined): record is TLBinding {
  return record?.typeName === 'binding';
}
