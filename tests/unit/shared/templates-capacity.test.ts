// Every template at the smallest and the largest group it names: filled with all that people write, nothing overlaps and
// nothing lies outside its zone.
import { zoneHeaderHeight } from '@commonboard/shared/domain/zones.ts';
import type { Area } from '@commonboard/shared/domain/placement.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import type { Template, TemplateZone } from '@commonboard/shared/templates/format.ts';
import { groupsFor, peoplesNotes, sizedTemplate } from '@commonboard/shared/templates/sized-template.ts';
import { freePlaces, overlaps, takenIn } from '@commonboard/shared/templates/template-places.ts';
import { withoutExamples } from '@commonboard/shared/templates/template-records.ts';
import { describe, expect, test } from 'vitest';

const note = { w: 200, h: 200 };
/** Exact places follow from values there, so that two may touch; a group sorts that out. */
const isValued = ({ layout }: TemplateZone): boolean =>
  layout === 'quadrant' || layout === 'rings' || layout === 'sectors';

describe.each(templates)('$id', (template) => {
  const [min, max] = template.group;

  test.each([
    ['the smallest group', min, withoutExamples(template)],
    ['the largest group', max, withoutExamples(template)],
    ['the smallest group beside the example', min, template],
    ['the largest group beside the example', max, template],
  ])('holds %s', (_, people, whole) => {
    const sized = sizedTemplate(whole, people);
    expect(pairs(sized.zones).filter(([a, b]) => overlaps(a, b))).toEqual([]);
    const each = Math.ceil(people / groupsFor(template, people));
    for (const zone of sized.zones) expect(problemsWhenFilled(sized, zone, zone.perGroup ? each : people)).toEqual([]);
  });

  test('agenda and guide fit', () => {
    const guide = template.zones[0]!;
    expect([guide.id, guide.locked]).toEqual(['guide', true]);
    const sum = template.phases.reduce((minutes, phase) => minutes + phase.minutes, 0);
    expect(sum).toBeLessThanOrEqual(template.minutes * 0.92);
    const boxes = template.labels
      .filter(({ zone }) => zone === 'guide')
      .map(({ x, y, w = 600, text }) => ({ x, y, w, h: linesOf(text.en, w) * 33 }));
    for (const box of boxes) expect([box.x + box.w <= guide.w, box.y + box.h <= guide.h]).toEqual([true, true]);
    expect(pairs(boxes).filter(([a, b]) => overlaps(a, b))).toEqual([]);
  });

  test('cards of the example do not hide each other, nor lie outside', () => {
    const sized = sizedTemplate(template, min);
    for (const zone of sized.zones) {
      const standing = takenIn(sized, zone.id);
      expect(
        pairs(standing).filter(([a, b]) => overlaps(a, b)),
        zone.id,
      ).toEqual([]);
    }
  });

  test('every label lies inside its zone, below the heading', () => {
    for (const { zone: id, x, y, w = 600, text } of template.labels) {
      const zone = template.zones.find((one) => one.id === id);
      if (!zone) continue;
      expect(y, text.en).toBeGreaterThanOrEqual(zoneHeaderHeight);
      expect([x + w <= zone.w, y + linesOf(text.en, w) * 33 <= zone.h], text.en).toEqual([true, true]);
    }
  });
});

function problemsWhenFilled(sized: Template, zone: TemplateZone, people: number): string[] {
  const standing = takenIn(sized, zone.id);
  const wanted = Math.ceil(peoplesNotes(zone, people) / pagesOf(sized, zone));
  const added = freePlaces(zone, isValued(zone) ? [] : standing, wanted).map((place) => ({ ...place, ...note }));
  const all = isValued(zone) ? added : [...standing, ...added];
  return [
    ...(added.length < wanted ? [`${zone.id} has room for ${added.length} of ${wanted}`] : []),
    ...pairs(all).flatMap(([a, b]) =>
      overlaps(a, b) ? [`${zone.id}: two lie over each other at ${a.x}, ${a.y}`] : [],
    ),
    ...[...all, ...standing]
      .filter((one) => one.x < 0 || one.y < zoneHeaderHeight || one.x + one.w > zone.w || one.y + one.h > zone.h)
      .map((one) => `${zone.id}: outside at ${one.x}, ${one.y}`),
  ];
}

function pagesOf({ zones }: Template, zone: TemplateZone): number {
  if (zone.grows !== 'pages') return 1;
  const first = zone.part ?? zone.id;
  return zones.filter(({ id, part }) => id === first || part === first).length;
}

function pairs<T extends Area>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** Letters of 24 are about 12 wide. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 12.5) / width)), 0);
}
