// A template's example -> records for the zones as they are on a board now: where they were moved to, in the size they have. Each
// record has the same id every time, so that showing it twice doubles nothing.
import type { TLBinding, TLShape } from '@tldraw/tlschema';
import { metaKeys } from '../board/board-model.ts';
import type { Zone } from '../domain/model.ts';
import { isCard } from '../schema/card-shape.ts';
import type { Template, TemplateZone } from './format.ts';
import { templateRecords } from './template-records.ts';

export interface ExampleRecords {
  shapes: TLShape[];
  bindings: TLBinding[];
}

/** What stands in a zone that is not on the board any more is left out. */
export function exampleRecords(template: Template, zones: readonly Zone[], locale: string): ExampleRecords {
  const homes = homesOf(template, zones);
  const records = templateRecords(inTheirHomes(template, homes), locale, { withExamples: true });
  const parents = new Map([...homes].map(([part, home]) => [`shape:zone-${part}`, home.id]));
  const [firstHome] = homes.values();
  const page = firstHome?.pageId;
  const shapes = records.flatMap((record): TLShape[] => {
    if (record.typeName !== 'shape') return [];
    const isExample = (isCard(record) && record.props.example === true) || record.meta[metaKeys.example] === true;
    // Ids of the board, as the model gives them.
    const parentId = (parents.get(record.parentId) ?? page) as TLShape['parentId'];
    return isExample || record.type === 'arrow' ? [{ ...record, parentId }] : [];
  });
  return { shapes, bindings: records.filter((record): record is TLBinding => record.typeName === 'binding') };
}

export function hasExample({ cards, notes }: Template): boolean {
  return [...cards, ...notes].some(({ example }) => example);
}

/** Of a zone's pages and groups' copies the first. */
function homesOf(template: Template, zones: readonly Zone[]): Map<string, Zone> {
  return new Map(
    template.zones.flatMap(({ id }): [string, Zone][] => {
      const [home] = zones.filter(({ part }) => part === id).toSorted((a, b) => Number(a.group) - Number(b.group));
      return home ? [[id, home]] : [];
    }),
  );
}

/** The template as if it had been drawn like this, for nobody more: nothing in it moves or grows. */
function inTheirHomes(template: Template, homes: ReadonlyMap<string, Zone>): Template {
  const zones = template.zones.flatMap((zone): TemplateZone[] => {
    const home = homes.get(zone.id);
    if (!home) return [];
    const { grows: _grows, perGroup: _perGroup, ...plan } = zone;
    const { x, y, w, h, group } = home;
    return [{ ...plan, x, y, w, h, ...(group !== null && { group }) }];
  });
  const { groupOf: _groupOf, ...rest } = template;
  const cards = template.cards.filter(({ zone, example }) => example && homes.has(zone));
  const ids = new Set(cards.map(({ id }) => id));
  return {
    ...rest,
    zones,
    cards,
    // Prompts too: the example stands beside them.
    notes: template.notes.filter(({ zone }) => homes.has(zone)),
    links: template.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    labels: [],
    lines: [],
    ceilings: [],
  };
}
