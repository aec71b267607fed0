// Growth and groups: zones make room, small groups get copies of their own, and copies are merged with their origin kept.
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { Area } from '@commonboard/shared/domain/placement.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { mergeGroups } from '@commonboard/shared/templates/merge-groups.ts';
import { moved } from '@commonboard/shared/templates/moving-aside.ts';
import { sizedTemplate } from '@commonboard/shared/templates/sized-template.ts';
import { overlaps } from '@commonboard/shared/templates/template-places.ts';
import {
  templateRecords,
  withoutExamples,
  type TemplateOptions,
} from '@commonboard/shared/templates/template-records.ts';
import { describe, expect, test } from 'vitest';

const toc = findTemplate('toc-backward-map')!;
const harvest = findTemplate('harvest-circle')!;
const board = (options: TemplateOptions, template = toc): BoardModel =>
  boardModel(templateRecords(template, 'en', options), { title: 'Plan', template: template.id });

function touching(areas: readonly Area[]): [Area, Area][] {
  return areas.flatMap((a, i) =>
    areas
      .slice(i + 1)
      .filter((b) => overlaps(a, b))
      .map((b): [Area, Area] => [a, b]),
  );
}

describe('for a group of a size', () => {
  test.each([0, -3, 1, 4, 5_000])('%i people get zones that lie apart', (people) => {
    expect(touching(sizedTemplate(harvest, people).zones)).toEqual([]);
  });

  test('no groups and half a group are one group', () => {
    expect(sizedTemplate(toc, 9, 0).zones).toEqual(sizedTemplate(toc, 9, 1).zones);
    expect(sizedTemplate(toc, 9, 1).zones.some(({ group }) => group !== undefined)).toBe(false);
  });

  test('a template that has no zones of groups is never copied', () => {
    expect(sizedTemplate(harvest, 40, 5).zones.some(({ group }) => group !== undefined)).toBe(false);
  });

  test('more people never get less room', () => {
    const area = (people: number): number =>
      sizedTemplate(harvest, people).zones.reduce((sum, { w, h }) => sum + w * h, 0);
    const areas = [5, 20, 80, 150].map(area);
    expect(areas).toEqual(areas.toSorted((a, b) => a - b));
    expect(areas[3]).toBeGreaterThan(areas[0]!);
  });

  test('a zone that pages gets further zones of its size, and its phase works in all of them', () => {
    const sized = sizedTemplate(harvest, 150);
    const pages = sized.zones.filter(({ id, part }) => id === 'circle' || part === 'circle');
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages.map(({ w, h }) => `${w} ${h}`)).size).toBe(1);
    expect(pages[1]).toMatchObject({ id: 'circle-page-2', title: { en: 'One word each (2)' } });
    expect(sized.phases.find(({ id }) => id === 'word')?.zoneIds).toEqual(pages.map(({ id }) => id));
  });

  test('a wall gets a room more, counted on, and dropping there says so', () => {
    const wall = sizedTemplate(withoutExamples(findTemplate('open-space')!), 150).zones.find(
      ({ id }) => id === 'wall',
    )!;
    // 30 sessions of 150 people, at three times.
    expect(wall.cells).toHaveLength(10);
    expect(wall.cells!.at(-1)).toMatchObject({
      title: { en: `Room ${wall.cells!.length}` },
      sets: { room: `Room ${wall.cells!.length}` },
    });
  });
});

describe('things move aside', () => {
  test('nothing grows: nothing moves', () => {
    const move = moved([{ from: 0, to: 10, length: 10 }]);
    expect([-5, 0, 3, 10, 99].map(move)).toEqual([-5, 0, 3, 10, 99]);
  });

  test('what lies behind moves, what lies before stays, gaps stay', () => {
    const move = moved([
      { from: 0, to: 10, length: 30 },
      { from: 14, to: 20, length: 6 },
    ]);
    expect([-1, 0, 10, 14, 20, 25].map(move)).toEqual([-1, 0, 30, 34, 40, 45]);
  });

  test('nothing at all is nothing', () => expect(moved([])(7)).toBe(7));
});

describe('four groups of a map', () => {
  const sized = sizedTemplate(toc, 30);

  test('each has its own zones, numbered, and shares the guide', () => {
    expect(
      sized.zones.filter(({ part }) => part === 'impact').map(({ id, group, title }) => [id, group, title.en]),
    ).toEqual([
      ['impact-1', '1', '1 · Impact'],
      ['impact-2', '2', '2 · Impact'],
      ['impact-3', '3', '3 · Impact'],
      ['impact-4', '4', '4 · Impact'],
    ]);
    expect(sized.zones.filter(({ id }) => id.startsWith('guide'))).toHaveLength(1);
    expect(sized.ceilings.map(({ id }) => id)).toEqual(['ours-1', 'ours-2', 'ours-3', 'ours-4']);
  });

  test('ids stay unique, phases and links lead to what is there', () => {
    const ids = [...sized.zones, ...sized.notes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const zones = new Set(sized.zones.map(({ id }) => id));
    expect(sized.phases.flatMap(({ zoneIds }) => zoneIds).filter((id) => !zones.has(id))).toEqual([]);
    const cards = new Set(sized.cards.map(({ id }) => id));
    expect(sized.links.flatMap(({ from, to }) => [from, to]).filter((id) => !cards.has(id))).toEqual([]);
    const named = sized.cards.flatMap(({ fields }) => (typeof fields?.on === 'string' ? [fields.on] : []));
    const known = new Set([...cards, ...sized.links.map(({ id }) => id)]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('the example stands in the first group only, prompts in each', () => {
    expect(new Set(sized.cards.map(({ zone }) => /-\d+$/.exec(zone)?.[0]))).toEqual(new Set(['-1']));
    expect(sized.notes.filter(({ text }) => text.en.startsWith('Start here'))).toHaveLength(4);
  });

  test('cards of a group say on the board whose they are', () => {
    const groups = board({ people: 30, withExamples: true }).cards.map(({ group }) => group);
    expect(new Set(groups)).toEqual(new Set(['1']));
  });
});

describe('merging groups', () => {
  /** Two groups; the second has written what the first has, and one note. */
  function twoGroups(): BoardModel {
    const whole = board({ people: 12, groups: 2, withExamples: true });
    const second = (id: string): string => id.replace(/-1$/, '-2');
    const zone = (id: string | null): string => second(id ?? '');
    const copies = whole.cards.map((card) => ({
      ...card,
      id: `${card.id}-of-2`,
      group: '2',
      zoneId: zone(card.zoneId),
      x: card.x + offset(whole),
    }));
    const links = whole.links.map((link) => ({
      ...link,
      id: `${link.id}-of-2`,
      from: `${link.from}-of-2`,
      to: `${link.to}-of-2`,
    }));
    return { ...whole, cards: [...whole.cards, ...copies], links: [...whole.links, ...links] };
  }
  const offset = ({ zones }: BoardModel): number =>
    zones.find(({ id }) => id === 'shape:zone-impact-2')!.x - zones.find(({ id }) => id === 'shape:zone-impact-1')!.x;

  test('a board without groups, an empty one and one with a single group have nothing to merge', () => {
    expect(mergeGroups({ zones: [], cards: [], notes: [], links: [] })).toBeNull();
    expect(mergeGroups(board({ people: 6 }))).toBeNull();
    const one = board({ people: 12, groups: 2 });
    expect(mergeGroups({ ...one, zones: one.zones.filter(({ group }) => group !== '2') })).toBeNull();
  });

  test('every card and note goes once, with its group and the zone it was in', () => {
    const groups = twoGroups();
    const merged = mergeGroups(groups)!;
    expect(merged.cards.map(({ source }) => source).toSorted()).toEqual(groups.cards.map(({ id }) => id).toSorted());
    expect(merged.notes).toHaveLength(groups.notes.length);
    expect(merged.cards.find(({ source }) => source === 'shape:card-pec-impact-1-of-2')).toMatchObject({
      group: '2',
      part: 'impact',
    });
  });

  test('nothing lies over anything else, and nothing outside its zone', () => {
    const merged = mergeGroups(twoGroups())!;
    expect(touching(merged.zones)).toEqual([]);
    for (const zone of merged.zones) {
      const inside = [
        ...merged.cards.map((card) => ({ ...card, w: 240, h: 180 })),
        ...merged.notes.map((note) => ({ ...note, w: 200, h: 200 })),
      ].filter(({ part }) => part === zone.part);
      expect(touching(inside), zone.part).toEqual([]);
      for (const { x, y, w, h } of inside)
        expect([x >= 0, y >= 120, x + w <= zone.w, y + h <= zone.h], zone.part).toEqual([true, true, true, true]);
    }
  });

  test('cards stay in their part of a zone: activities with activities', () => {
    const merged = mergeGroups(twoGroups())!;
    const zone = merged.zones.find(({ part }) => part === 'activities')!;
    const x = (name: string): number => merged.cards.find(({ source }) => source === `shape:card-${name}`)!.x;
    for (const name of ['pec-visits-1', 'pec-visits-1-of-2']) expect(x(name)).toBeLessThan(zone.w / 2);
    for (const name of ['pec-o-visits-1', 'pec-o-visits-1-of-2']) expect(x(name)).toBeGreaterThan(zone.w / 2);
  });

  test('links go along where both their cards do', () => {
    const groups = twoGroups();
    expect(mergeGroups(groups)!.links).toHaveLength(groups.links.length);
    const [first] = groups.links;
    const without = { ...groups, cards: groups.cards.filter(({ id }) => id !== first!.from) };
    expect(mergeGroups(without)!.links.some(({ source }) => source === first!.id)).toBe(false);
  });

  test('the merged map lies beside everything, titled without a number', () => {
    const groups = twoGroups();
    const merged = mergeGroups(groups)!;
    const right = Math.max(...groups.zones.map(({ x, w }) => x + w));
    expect(Math.min(...merged.zones.map(({ x }) => x))).toBeGreaterThan(right);
    expect(merged.zones.map(({ title }) => title)).toContain('Impact');
  });
});
