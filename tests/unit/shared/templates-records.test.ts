// From a template to a board: what the template says is what the domain reads of the board.
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { cellsAt, fieldsAt } from '@commonboard/shared/domain/placement.ts';
import { fieldOf, isFieldName } from '@commonboard/shared/domain/fields.ts';
import { findTemplate, templates } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { describe, expect, test } from 'vitest';

const toc = findTemplate('toc-backward-map')!;
const read = (template: Template, withExamples: boolean) =>
  boardModel(templateRecords(template, 'en', { withExamples }), { title: '', template: template.id });

describe.each(templates)('$id', (template) => {
  const board = read(template, true);

  test('its example is on the board when asked for, is marked, and is not there otherwise', () => {
    expect(template.cards.length).toBeGreaterThan(0);
    expect(board.cards).toHaveLength(template.cards.length);
    expect(board.cards.every(({ example }) => example)).toBe(true);
    const without = read(template, false);
    expect([without.cards, without.links]).toEqual([[], []]);
    expect(without.notes).toHaveLength(template.notes.length);
  });

  test('where a card lies says what its fields say', () => {
    for (const card of board.cards) {
      const zone = board.zones.find(({ id }) => id === card.zoneId)!;
      const middle = { x: card.x - zone.x + card.w / 2, y: card.y - zone.y + 90 };
      for (const [name, value] of Object.entries(fieldsAt(zone, middle))) {
        if (value === null) continue;
        const said = (card.fields as Record<string, unknown>)[name];
        const isNear = typeof value === 'number' && typeof said === 'number' && Math.abs(said - value) <= 1;
        expect(
          isNear || said === value,
          `${card.title}: ${name} is ${String(said)}, its place says ${String(value)}`,
        ).toBe(true);
      }
    }
  });

  test('every link joins two cards, and every field that names a card finds it', () => {
    expect(board.links).toHaveLength(template.links.length);
    const known = new Set([...board.cards, ...board.links].map(({ id }) => id));
    const named = board.cards.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([name, value]) =>
        isFieldName(name) && fieldOf(name).type === 'card' ? [String(value)] : [],
      ),
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('every phase says what people and who leads read', () => {
    for (const { label, prompt, facilitatorNote } of template.phases)
      expect(
        [label.en, prompt.en, facilitatorNote.en].every((text) => text.length > 3),
        label.en,
      ).toBe(true);
  });
});

test('a band gives its level, a column its part', () => {
  const board = read(toc, true);
  expect(board.cards.find(({ title }) => title.startsWith('Roles are clear'))?.fields.level).toBe('early');
  const zone = board.zones.find(({ part }) => part === 'activities')!;
  const output = board.cards.find(({ kind }) => kind === 'output')!;
  expect(cellsAt(zone, { x: output.x - zone.x + 120, y: output.y - zone.y + 90 }).cell?.kind).toBe('output');
});

test('the ceiling lies below the impact and above what the group answers for', () => {
  const { ceilings, cards } = read(toc, true);
  const [ceiling] = ceilings;
  const above = cards.filter(({ y }) => y < ceiling!.y && y > 0);
  expect(above.some(({ kind }) => kind === 'impact')).toBe(true);
  expect(cards.some(({ kind, y }) => kind === 'outcome' && y > ceiling!.y)).toBe(true);
});

test('a text that is there in a language is shown in it, every other in English', () => {
  const french = {
    ...toc,
    zones: toc.zones.map((zone) =>
      zone.id === 'impact' ? { ...zone, title: { en: 'Impact', fr: 'Finalité' } } : zone,
    ),
  };
  const titles = boardModel(templateRecords(french, 'fr-CA'), { title: '', template: null }).zones.map(
    ({ title }) => title,
  );
  expect(titles).toContain('Finalité');
  expect(titles).toContain('Assumptions');
});

test('a card in a zone that is not there is a fault of whoever wrote the template', () => {
  const lost = { ...toc, cards: toc.cards.map((card) => ({ ...card, zone: 'moon' })) };
  expect(() => templateRecords(lost, 'en', { withExamples: true })).toThrow(/"moon", which is no zone/);
});
