// The gallery's index: what the start page knows of each template, kept the same as the templates.
import { findTemplate, templates } from '@commonboard/shared/templates/catalogue.ts';
import { moments } from '@commonboard/shared/templates/format.ts';
import { galleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { gallery } from '@commonboard/shared/templates/gallery.ts';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const written = `[\n${templates.map((template) => JSON.stringify(galleryEntry(template))).join(',\n')}\n]\n`;

test('the index of the gallery is that of the templates (vitest --update writes it anew)', async () => {
  await expect(written).toMatchFileSnapshot('../../../shared/templates/gallery-entries.json');
  expect(gallery.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
});

test('it goes by moment: meet, agree, plan, map, open, close', () => {
  const order = gallery.map(({ moment }) => moments.indexOf(moment));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('it is small enough for the start page', () => {
  expect(gzipSync(written).length).toBeLessThan(12_000);
});

test('notes and cards of a picture lie inside its zones', () => {
  for (const { id, zones, marks } of gallery) {
    const outside = marks.filter(
      (mark) =>
        !zones.some(
          (zone) =>
            mark.x >= zone.x &&
            mark.y >= zone.y &&
            mark.x + mark.w <= zone.x + zone.w &&
            mark.y + mark.h <= zone.y + zone.h,
        ),
    );
    expect(outside, id).toEqual([]);
  }
});

test('a picture has the lines of its zone: a cross for axes, one less than columns', () => {
  const zone = (template: string, title: string) =>
    galleryEntry(findTemplate(template)!).zones.find((one) => one.title.en === title);
  expect(zone('stakeholder-grid', 'Power and interest')?.lines).toHaveLength(2);
  expect(zone('toc-backward-map', 'What we will do')?.lines).toHaveLength(1);
  expect(zone('toc-backward-map', 'Impact')?.lines).toEqual([]);
});
