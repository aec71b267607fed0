// The example boards: what their own checks say of them, and how they are shown on a board that has been moved about.
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { checkBoard } from '@commonboard/shared/domain/checks/check-board.ts';
import type { Finding } from '@commonboard/shared/domain/checks/finding.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import { exampleRecords, hasExample } from '@commonboard/shared/templates/example-records.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { stakeholderGrid } from '@commonboard/shared/templates/stakeholder-grid.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { tocBackwardMap } from '@commonboard/shared/templates/toc-backward-map.ts';
import { describe, expect, it } from 'vitest';
import { plainOptions } from '../../support/rule-cases.ts';

function exampleBoard(template: Template): BoardModel {
  const facts = { title: template.title.en, template: template.id };
  return boardModel(templateRecords(template, 'en', { withExamples: true }), facts);
}

/** Examples count nowhere: here they are taken for the group's own. */
function findingsOf(template: Template): Finding[] {
  const board = exampleBoard(template);
  const own = <T>(list: readonly T[]): T[] => list.map((one) => ({ ...one, example: false }));
  return checkBoard({ ...board, cards: own(board.cards), notes: own(board.notes) }, plainOptions);
}

describe.each(templates.map((template) => [template.id, template] as const))('the example of %s', (_, template) => {
  it('counts in no check', () => expect(checkBoard(exampleBoard(template), plainOptions)).toEqual([]));

  it('has nothing to mend', () => expect(findingsOf(template).filter(({ level }) => level === 'error')).toEqual([]));

  it('can be shown later: as many cards and links as where the board was made with it', () => {
    const plain = boardModel(templateRecords(template, 'en'), { title: '', template: null });
    const shown = exampleRecords(template, plain.zones, 'en');
    const full = exampleBoard(template);
    const count = (type: string) => shown.shapes.filter((shape) => shape.type === type).length;
    expect([count('card'), count('arrow')]).toEqual([full.cards.length, full.links.length]);
    expect(hasExample(template)).toBe(true);
  });
});

it('the theory of change of the example shows these gaps, and no others', () => {
  expect([...new Set(findingsOf(tocBackwardMap).map(({ rule }) => rule))].toSorted()).toEqual([
    'T06',
    'T07',
    'T08',
    'T16',
    'T18',
    'T20',
  ]);
});

it('the stakeholders of the example show these gaps, and no others', () => {
  expect([...new Set(findingsOf(stakeholderGrid).map(({ rule }) => rule))].toSorted()).toEqual(['S02', 'S03']);
});

describe('an example shown on a board', () => {
  const plain = boardModel(templateRecords(tocBackwardMap, 'en'), { title: '', template: null });

  it('without its zones is nothing', () =>
    expect(exampleRecords(tocBackwardMap, [], 'en')).toEqual({ shapes: [], bindings: [] }));

  it('leaves out what stands in a zone that is gone, with its links', () => {
    const gone = plain.zones.find(({ part }) => part === 'impact');
    const shown = exampleRecords(
      tocBackwardMap,
      plain.zones.filter((zone) => zone !== gone),
      'en',
    );
    expect(shown.shapes.some(({ parentId }) => parentId === gone?.id)).toBe(false);
    const cards = new Set<string>(shown.shapes.map(({ id }) => id));
    expect(shown.bindings.every(({ toId }) => cards.has(toId))).toBe(true);
    expect(shown.shapes.length).toBeGreaterThan(5);
  });

  it('goes to the zones where they are now, and has the same ids each time', () => {
    const moved = plain.zones.map((zone) => ({ ...zone, id: `shape:my-${zone.part}`, x: zone.x + 5_000, y: -zone.y }));
    const first = exampleRecords(tocBackwardMap, plain.zones, 'en').shapes;
    const later = exampleRecords(tocBackwardMap, moved, 'en').shapes;
    const cards = (shapes: typeof first) => shapes.filter(({ type }) => type === 'card');
    expect(cards(later).map(({ id, x, y }) => ({ id, x, y }))).toEqual(
      cards(first).map(({ id, x, y }) => ({ id, x, y })),
    );
    expect(cards(later).every(({ parentId }) => parentId.startsWith('shape:my-'))).toBe(true);
  });

  it('stands in the first group only', () => {
    const groups = boardModel(templateRecords(tocBackwardMap, 'en', { people: 36 }), { title: '', template: null });
    const shown = exampleRecords(tocBackwardMap, groups.zones, 'en').shapes;
    const parents = new Set<string>(shown.flatMap(({ type, parentId }) => (type === 'card' ? [parentId] : [])));
    const zones = groups.zones.filter(({ id }) => parents.has(id));
    expect(new Set(zones.map(({ group }) => group))).toEqual(new Set(['1']));
  });
});
