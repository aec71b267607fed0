// What a person has written: as the server has it, and over it what is on its way.
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import type { DraftNote } from '@commonboard/shared/drafts/drafts-view.ts';
import type { Entry, EntryState } from './outbox.ts';

export interface OwnNote {
  id: string;
  text: string;
  /** Title of the zone around it; null where it lies in none. */
  zone: string | null;
  state: EntryState | 'removing';
  /** Why it was refused. */
  error: unknown;
  /** Of a draft in a private round: one of the best that this person has chosen. */
  isBest?: boolean;
}

export interface ZonePlace {
  id: string;
  title: string;
  /** Of the template. */
  part: string | undefined;
}

/** Those on their way first, then in the order of the board. */
export function ownNotes(
  pages: readonly OutlineNode[],
  own: readonly string[],
  entries: readonly Entry[],
): readonly OwnNote[] {
  const about = new Map(entries.map((entry) => [entry.wish.id, entry]));
  const titles = new Map(zonesOf(pages).map(({ id, title }) => [id, title]));
  const mine = new Set(own);
  const there = writtenIn(pages).filter(({ node }) => mine.has(node.id));
  const known = new Set(there.map(({ node }) => node.id));
  const coming = entries.flatMap(({ wish, state, error }): OwnNote[] => {
    if (known.has(wish.id) || wish.kind === 'remove') return [];
    const zone = wish.kind === 'add' && wish.zone !== null ? (titles.get(wish.zone) ?? null) : null;
    return [{ id: wish.id, text: wish.text, zone, state, error }];
  });
  return [...coming, ...there.flatMap(({ node, zone }) => noteOf(node, zone, about.get(node.id)))];
}

/** Drafts of a private round: as the server has them, and over them what is on its way. */
export function ownDrafts(known: readonly DraftNote[], entries: readonly Entry[]): readonly OwnNote[] {
  const about = new Map(entries.map((entry) => [entry.wish.id, entry]));
  const there = new Set(known.map(({ id }) => id));
  const coming = entries.flatMap(({ wish, state, error }): OwnNote[] =>
    there.has(wish.id) || wish.kind === 'remove' ? [] : [{ id: wish.id, text: wish.text, zone: null, state, error }],
  );
  const own = known.flatMap(({ id, text, isBest }) =>
    withWish({ id, text, zone: null }, about.get(id)).map((note) => ({ ...note, isBest })),
  );
  // As they were written: the last one last.
  return [...own, ...coming.toReversed()];
}

function noteOf({ id, title }: OutlineNode, zone: string | null, entry: Entry | undefined): OwnNote[] {
  return withWish({ id, text: title, zone }, entry);
}

function withWish(note: Pick<OwnNote, 'id' | 'text' | 'zone'>, entry: Entry | undefined): OwnNote[] {
  if (!entry) return [{ ...note, state: 'saved', error: null }];
  const { wish, state, error } = entry;
  if (wish.kind !== 'remove') return [{ ...note, text: wish.text, state, error }];
  if (state === 'saved') return [];
  return [{ ...note, state: state === 'refused' ? state : 'removing', error }];
}

/** All zones in reading order, of all pages. */
export function zonesOf(nodes: readonly OutlineNode[]): ZonePlace[] {
  return nodes.flatMap(({ id, kind, title, part, children }) => [
    ...(kind === 'zone' ? [{ id, title, part }] : []),
    ...zonesOf(children),
  ]);
}

/** Where a note goes unless somebody says otherwise: to the first zone that the step works in. `parts`: of the template, or ids of zones. */
export function zoneOfStep(zones: readonly ZonePlace[], parts: readonly string[]): string | null {
  return zones.find(({ id, part }) => parts.includes(id) || (part !== undefined && parts.includes(part)))?.id ?? null;
}

/** All notes and cards, with the zone around each. */
export function writtenIn(
  nodes: readonly OutlineNode[],
  zone: string | null = null,
): { node: OutlineNode; zone: string | null }[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'note' || node.kind === 'card' ? [{ node, zone }] : []),
    ...writtenIn(node.children, node.kind === 'zone' ? node.title : zone),
  ]);
}
