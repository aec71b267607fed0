// Makes the after-page of a published board.
import { forExport, type Exported } from '../domain/harvest/for-export.ts';
import { decisionLines, itemLine, zonesOf } from '../domain/harvest/report-lines.ts';
import { oneWay, shownColumns, shownText, type Table } from '../domain/harvest/table.ts';
import { rankingTable, voteLine } from '../domain/harvest/vote-table.ts';
import type { Card } from '../domain/model.ts';
import { textIn } from '../domain/text.ts';
import type { AfterCommitment, AfterPage } from './after-page-view.ts';
import type { HarvestEdit, HarvestPart } from './harvest.ts';
import { openEnds } from './open-ends.ts';
import type { PublishedBoard } from './published-board.ts';

export interface AfterFacts {
  edit: HarvestEdit;
  /** A day, as `2027-03-31`. */
  date: string;
  people: number;
  locale: string;
  /** File of a zone's picture, by the zone. */
  pictures: ReadonlyMap<string, string>;
  files: readonly string[];
}

const goalKinds: ReadonlySet<string> = new Set(['goal', 'impact']);

export function afterPageOf(published: PublishedBoard, facts: AfterFacts): AfterPage {
  const { model, rounds } = published;
  const { edit, locale, date, people, pictures, files } = facts;
  const exported = exportedOf(published);
  const has = (part: HarvestPart): boolean => edit.parts.includes(part);
  const commitments = model.cards.filter(({ kind, title }) => kind === 'commitment' && title.trim() !== '');
  return {
    title: oneWay(model.title),
    intro: published.without(edit.intro.trim()),
    date,
    people,
    goals: model.cards
      .filter(({ kind, title }) => goalKinds.has(kind) && title.trim() !== '')
      .map(({ title }) => oneWay(title)),
    zones: zonesOf(model)
      .flatMap(withoutListed(facts))
      .map(({ zone, items }) => ({
        id: zone?.id ?? '',
        title: zone ? oneWay(zone.title) : '',
        prompt: zone ? oneWay(zone.prompt) : '',
        items: items.map((one) => itemLine(one, exported, locale)),
        picture: pictures.get(zone?.id ?? '') ?? null,
      })),
    votes:
      has('ranking') && rounds.length > 0
        ? exported.votes.map((vote) => ({
            question: oneWay(vote.question),
            line: voteLine(vote, locale),
            ...plainTable(rankingTable(vote, locale), locale),
          }))
        : [],
    decisions: has('decisions') ? decisionLines(exported, locale) : [],
    commitments: has('commitments') ? commitments.map(commitmentOf) : [],
    open: has('open') ? openEnds(published, date, locale) : [],
    leftOut: published.leftOut.map((sentence) => textIn(sentence, locale)),
    files: [...files],
  };
}

/** What lies in no zone and has a section of its own is told there. */
function withoutListed({ edit }: AfterFacts) {
  type Made = ReturnType<typeof zonesOf>[number];
  const listed = new Set<string>([
    ...(edit.parts.includes('decisions') ? ['decision'] : []),
    ...(edit.parts.includes('commitments') ? ['commitment'] : []),
  ]);
  return ({ zone, items }: Made): Made[] => {
    const kept = zone ? items : items.filter((one) => 'text' in one || !listed.has(one.kind));
    return kept.length > 0 ? [{ zone, items: kept }] : [];
  };
}

/** All that is redacted is out of a published board already. */
export function exportedOf({ model, rounds, leftOut }: PublishedBoard): Exported {
  return { ...forExport(model, {}, { rounds, threads: [] }), leftOut, isPublished: true };
}

function commitmentOf({ id, title, fields: { owner, firstStep, due } }: Card): AfterCommitment {
  return { id, who: owner ?? '', what: oneWay(title), firstStep: firstStep ?? '', due: due ?? '' };
}

function plainTable(table: Table, locale: string): { head: string[]; rows: string[][] } {
  const columns = shownColumns(table);
  return {
    head: columns.map(({ title }) => textIn(title, locale)),
    rows: table.rows.map((row) => columns.map((column) => shownText(column, row[column.key], locale))),
  };
}
