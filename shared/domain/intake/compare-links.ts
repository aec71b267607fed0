// Links that were read, compared with those of the board: by id, then by what they join and their type.
import type { BoardModel, Link } from '../model.ts';
import type { DraftEnd, DraftLink, IntakeLink, Remark, SaidOfLink } from './intake.ts';
import { cited } from './remarks.ts';

interface Compared {
  links: IntakeLink[];
  /** Of each draft, in their order; undefined: it stays out. */
  keys: (string | undefined)[];
}

/** `end`: key of a card, null where there is none. `addMissing` makes a card of this name. */
export function compareLinks(
  drafts: readonly DraftLink[],
  board: BoardModel,
  end: (end: DraftEnd) => string | null,
  addMissing: (name: string, line: number) => string,
  warnings: Remark[],
): Compared {
  const byId = new Map(board.links.map((link) => [link.id, link]));
  const byEnds = Map.groupBy(board.links, ({ from, to }) => `${from} ${to}`);
  const taken = new Set<string>();
  const links: IntakeLink[] = [];
  const keys = drafts.map((draft) => {
    const [from, to] = [keyOf(draft.from, draft.line), keyOf(draft.to, draft.line)];
    if (from === null || to === null) return undefined;
    if (from === to) {
      warnings.push({ line: draft.line, what: { en: 'This link would join a card with itself, and stays out.' } });
      return undefined;
    }
    const link = linkFor(draft, from, to);
    if (link) links.push(link);
    return link?.key;
  });
  return { links, keys };

  function keyOf(ref: DraftEnd, line: number): string | null {
    const found = end(ref);
    if (found !== null) return found;
    if (ref.name !== null && !ref.name.startsWith('shape:')) return addMissing(ref.name, line);
    warnings.push({
      line,
      what: { en: `There is no card ${cited(ref.ref ?? '')} here or in the file; the link stays out.` },
    });
    return null;
  }

  function linkFor({ ownId, said, line }: DraftLink, from: string, to: string): IntakeLink | null {
    const old = matching(ownId, said, from, to);
    const key = old?.id ?? (ownId !== null && !taken.has(ownId) ? ownId : `new-link-${links.length + 1}`);
    const pair = `${from} ${to} ${said.type ?? ''}`;
    if (taken.has(key) || (ownId === null && taken.has(pair))) {
      warnings.push({ line, what: { en: 'This link stands in the file already; it is taken once.' } });
      return null;
    }
    taken.add(key).add(pair);
    return { key, from, to, said, match: old ? { id: old.id } : null, changes: changes(old, said, from, to), line };
  }

  function matching(ownId: string | null, { type }: SaidOfLink, from: string, to: string): Link | undefined {
    if (ownId !== null && byId.has(ownId)) return byId.get(ownId);
    const between = (byEnds.get(`${from} ${to}`) ?? []).filter(({ id }) => !taken.has(id));
    return type === undefined ? between[0] : between.find((link) => link.type === type);
  }
}

function changes(old: Link | undefined, said: SaidOfLink, from: string, to: string): IntakeLink['changes'] {
  const names = Object.keys(said) as (keyof SaidOfLink)[];
  if (!old) return ['ends', ...names];
  const moved = old.from === from && old.to === to ? [] : (['ends'] as const);
  const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
  return [...moved, ...names.filter((name) => trimmed(old[name]) !== trimmed(said[name]))];
}
