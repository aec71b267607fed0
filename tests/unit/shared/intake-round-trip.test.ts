// What goes out comes back: export, import into an empty board and into the same one, export again.
import { describe, expect, it } from 'vitest';
import { csvOf } from '@commonboard/shared/domain/harvest/csv.ts';
import { cardsTable, kindTable } from '@commonboard/shared/domain/harvest/kind-tables.ts';
import { kumuConnections, kumuElements, kumuJson } from '@commonboard/shared/domain/harvest/kumu.ts';
import { linkTable } from '@commonboard/shared/domain/harvest/link-table.ts';
import { outlineText } from '@commonboard/shared/domain/harvest/outline-text.ts';
import { stakeholderTable } from '@commonboard/shared/domain/harvest/stakeholder-table.ts';
import { readIntakeAtOnce } from '@commonboard/shared/domain/intake/read-intake.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { actorsBoard, applied, emptyBoard, planBoard } from '../../support/harvest-board.ts';

type Write = (model: BoardModel) => string[];

const cases: [string, BoardModel, Write][] = [
  ['stakeholders.csv', actorsBoard, (model) => [csvOf(stakeholderTable(model))]],
  ['stakeholders.csv and links.csv', actorsBoard, (model) => [csvOf(stakeholderTable(model)), csvOf(linkTable(model))]],
  ['cards.csv and links.csv', planBoard, (model) => [csvOf(cardsTable(model)), csvOf(linkTable(model))]],
  ['one kind’s table', planBoard, (model) => [csvOf(kindTable(model, 'outcome'))]],
  ['Kumu JSON', planBoard, (model) => [kumuJson(model)]],
  ['Kumu JSON of actors', actorsBoard, (model) => [kumuJson(model)]],
  ['Kumu’s pair of CSV', planBoard, (model) => [csvOf(kumuElements(model)), csvOf(kumuConnections(model))]],
  ['an outline', planBoard, (model) => [outlineText(model)]],
];

describe.each(cases)('%s', (_, model, write) => {
  const files = write(model);

  it('read into an empty board and written again, is the same', () => {
    const intake = readIntakeAtOnce(files, emptyBoard);
    expect([intake.problems, intake.warnings]).toEqual([[], []]);
    expect(write(applied(emptyBoard, intake))).toEqual(files);
  });

  it('read into its own board, changes nothing', () => {
    const { cards, links, problems } = readIntakeAtOnce(files, model);
    expect(problems).toEqual([]);
    expect(cards.filter(({ changes, match }) => changes.length > 0 || !match)).toEqual([]);
    expect(links.filter(({ changes, match }) => changes.length > 0 || !match)).toEqual([]);
    expect(cards.length + links.length).toBeGreaterThan(0);
  });
});

it('Kumu JSON brings back every field and everything that was said of links', () => {
  const back = applied(emptyBoard, readIntakeAtOnce([kumuJson(planBoard)], emptyBoard));
  expect(back.cards.map(({ id, kind, title, fields }) => ({ id, kind, title, fields }))).toEqual(
    planBoard.cards.map(({ id, kind, title, fields }) => ({ id, kind, title, fields })),
  );
  expect(back.links.map((link) => ({ ...link, isTypeAssumed: false }))).toEqual(planBoard.links);
});
