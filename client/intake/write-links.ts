// Links that come in -> arrows that are bound to their cards and say what the file said.
import { emptyRichText, plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import type { IntakeLink } from '@commonboard/shared/domain/intake/intake.ts';
import { isKind, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { defaultLinkType } from '@commonboard/shared/domain/link-types.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { linkMetaChange, linkSaid } from '@commonboard/shared/schema/link-meta.ts';
import type { Editor, TLArrowShape, TLShapeId } from 'tldraw';
import { headsFor, linkColors, linkWords } from '../canvas/link-look.ts';

export class LinkWriter {
  readonly #editor: Editor;
  readonly #idOf: (key: string) => TLShapeId;
  #lost = 0;

  constructor(editor: Editor, idOf: (key: string) => TLShapeId) {
    this.#editor = editor;
    this.#idOf = idOf;
  }

  /** Whose cards lie on different pages, or are gone meanwhile. */
  get lost(): number {
    return this.#lost;
  }

  write(links: readonly IntakeLink[]): void {
    this.#editor.run(() => {
      for (const link of links) {
        if (link.match) this.#change(link, link.match.id as TLShapeId);
        else this.#create(link);
      }
    });
  }

  #create(link: IntakeLink): void {
    const ends = this.#ends(link);
    if (!ends) return void (this.#lost += 1);
    const id = this.#idOf(link.key);
    this.#editor.createShapes([
      {
        id,
        type: 'arrow',
        parentId: this.#editor.getAncestorPageId(ends.from) ?? this.#editor.getCurrentPageId(),
        ...this.#line(ends),
        meta: defined(linkMetaChange(withoutLabel(link))),
        props: { dash: 'solid', size: 's', font: 'sans', fill: 'none', color: 'grey', ...this.#look(link, ends) },
      },
    ]);
    this.#bind(id, ends);
  }

  #change(link: IntakeLink, id: TLShapeId): void {
    const arrow = this.#editor.getShape(id);
    const ends = this.#ends(link);
    if (arrow?.type !== 'arrow' || !ends) return void (this.#lost += 1);
    if (link.changes.includes('ends')) {
      this.#editor.deleteBindings(this.#editor.getBindingsFromShape(arrow, 'arrow'));
      this.#bind(id, ends);
    }
    this.#editor.updateShapes([
      {
        id,
        type: 'arrow',
        meta: { ...arrow.meta, ...defined(linkMetaChange(withoutLabel(link))) },
        props: this.#look(link, ends, arrow),
      },
    ]);
  }

  #look({ key, said, changes }: IntakeLink, { from, to }: Ends, arrow?: TLArrowShape): Partial<TLArrowShape['props']> {
    const all = { ...(arrow && linkSaid(arrow.meta)), ...said };
    const own = said.label ?? (arrow ? plainFromRichText(arrow.props.richText) : '');
    // A file of ours says all there is to say on an arrow.
    const isOurs = key.startsWith('shape:');
    const words = own || (isOurs ? '' : linkWords(all, defaultLinkType(kindOf(from), kindOf(to))));
    return {
      ...(all.type !== undefined && { color: linkColors[all.type] }),
      ...(all.feedback !== undefined && { dash: all.feedback ? 'dashed' : 'solid' }),
      ...((!arrow || said.direction !== undefined || changes.includes('ends')) && headsFor(all.direction)),
      richText: words === '' ? emptyRichText() : richTextFromPlain(words),
    };
  }

  #ends({ from, to }: IntakeLink): Ends | null {
    const [start, end] = [this.#editor.getShape(this.#idOf(from)), this.#editor.getShape(this.#idOf(to))];
    if (!start || !end || !isCard(start) || !isCard(end)) return null;
    const isSamePage = this.#editor.getAncestorPageId(start) === this.#editor.getAncestorPageId(end);
    return isSamePage ? { from: start, to: end } : null;
  }

  /** From middle to middle, until the canvas has bound it. */
  #line({ from, to }: Ends): { x: number; y: number } {
    const [start, end] = [this.#editor.getShapePageBounds(from), this.#editor.getShapePageBounds(to)];
    const { x = 0, y = 0 } = start?.center ?? end?.center ?? {};
    return { x, y };
  }

  #bind(id: TLShapeId, { from, to }: Ends): void {
    const props = { normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' } as const;
    this.#editor.createBindings([
      { type: 'arrow', fromId: id, toId: from.id, props: { ...props, terminal: 'start' } },
      { type: 'arrow', fromId: id, toId: to.id, props: { ...props, terminal: 'end' } },
    ]);
  }
}

interface Ends {
  from: CardShape;
  to: CardShape;
}

function kindOf({ props }: CardShape): Kind {
  return isKind(props.kind) ? props.kind : 'idea';
}

function withoutLabel({ said }: IntakeLink): Omit<IntakeLink['said'], 'label'> {
  const { label: _label, ...rest } = said;
  return rest;
}

function defined<T>(change: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(change).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
