// What the vote of a step is on: found on the board in the moment in which it opens.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { boardModel } from '../board/board-model.ts';
import type { BoardModel, Zone } from '../domain/model.ts';
import type { Phase } from '../session/phase.ts';
import { clusterTitles } from './cluster-titles.ts';

/** Fewer titles are no groups to choose among. */
export const titlesMin = 2;

type Asking = Pick<Phase, 'zones' | 'vote'>;

/** Record ids, in the order in which people read them. */
export function optionsOfStep(records: readonly TLRecord[], { zones: named, vote }: Asking): string[] {
  const model = boardModel(records, { title: '', template: null });
  const zones = model.zones.filter(
    ({ id, part }) => named.length === 0 || named.includes(id) || named.includes(part ?? ''),
  );
  const children = Map.groupBy(
    records.filter((record): record is TLShape => record.typeName === 'shape'),
    ({ parentId }): string => parentId,
  );
  const titles =
    vote?.on === 'titles' ? zones.flatMap(({ id }) => clusterTitles(id, (at) => children.get(at) ?? [])) : [];
  const unique = [...new Set(titles)];
  return unique.length >= titlesMin ? unique : itemsIn(model, named.length === 0 ? null : zones);
}

/** Cards and notes with words; `zones` null: wherever they lie. */
export function itemsIn(
  { cards, notes }: Pick<BoardModel, 'cards' | 'notes'>,
  zones: readonly Pick<Zone, 'id'>[] | null,
): string[] {
  const ids = zones && new Set(zones.map(({ id }) => id));
  const isMeant = ({ zoneId, example }: { zoneId: string | null; example: boolean }): boolean =>
    !example && (ids === null || ids.has(zoneId ?? ''));
  return [
    ...cards.filter((card) => isMeant(card) && card.title.trim() !== '' && card.kind !== 'person'),
    ...notes.filter((note) => isMeant(note) && note.text.trim() !== '' && note.isPrompt !== true),
  ].map(({ id }) => id);
}
