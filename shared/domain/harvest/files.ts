// Every text file that a board can leave as, by name. The panel and the server both write from here.
import { commitmentsCalendar } from './calendar.ts';
import { csvOf } from './csv.ts';
import type { Exported } from './for-export.ts';
import { graphmlText } from './graphml.ts';
import { htmlOf, htmlTable } from './html.ts';
import { kumuConnections, kumuElements, kumuJson } from './kumu.ts';
import { markdownOf } from './markdown.ts';
import { mermaidText } from './mermaid.ts';
import { outlineText } from './outline-text.ts';
import { reportOf, type ReportFacts } from './report.ts';
import { tableNamed, tableNames, type TableChoice } from './tables.ts';

export interface FileChoice extends TableChoice {
  facts: ReportFacts;
  /** Milliseconds since 1970. */
  now: number;
}

interface TextFile {
  /** Media type. */
  type: string;
  write: (exported: Exported, choice: FileChoice) => string;
}

const csv = 'text/csv; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
const html = 'text/html; charset=utf-8';

const files: Readonly<Record<string, TextFile>> = {
  'report.md': {
    type: 'text/markdown; charset=utf-8',
    write: (exported, choice) => markdownOf(reportOf(exported, choice.facts, choice).blocks, choice.locale),
  },
  'report.html': {
    type: html,
    write: (exported, choice) => {
      const { title, blocks } = reportOf(exported, choice.facts, choice);
      return htmlOf(title, blocks, choice.locale);
    },
  },
  ...Object.fromEntries(
    tableNames.map((name): [string, TextFile] => [
      `${name}.csv`,
      { type: csv, write: (exported, choice) => csvOf(knownTable(name, exported, choice)) },
    ]),
  ),
  'commitments.ics': {
    type: 'text/calendar; charset=utf-8',
    write: ({ model }, { now }) => commitmentsCalendar(model, now),
  },
  'outline.txt': { type: plain, write: ({ model }) => outlineText(model) },
  'graph.mmd': { type: plain, write: ({ model }) => mermaidText(model) },
  'graph.graphml': { type: 'application/graphml+xml; charset=utf-8', write: ({ model }) => graphmlText(model) },
  'kumu.json': { type: 'application/json; charset=utf-8', write: ({ model }) => kumuJson(model) },
  'kumu-elements.csv': { type: csv, write: ({ model }) => csvOf(kumuElements(model)) },
  'kumu-connections.csv': { type: csv, write: ({ model }) => csvOf(kumuConnections(model)) },
};

export const textFileNames = Object.keys(files);

/** The tables that hold something, as files: what a report names as belonging to it. */
export function filledFiles(exported: Exported, choice: TableChoice): string[] {
  return tableNames
    .filter((name) => (tableNamed(name, exported, choice)?.rows.length ?? 0) > 0)
    .map((name) => `${name}.csv`);
}

/** Null where there is no file of this name. */
export function textFile(name: string): TextFile | null {
  return (Object.hasOwn(files, name) ? files[name] : undefined) ?? null;
}

/** To be pasted into a word processor. */
export function tableToPaste(name: string, exported: Exported, choice: TableChoice): string {
  return htmlTable(knownTable(name, exported, choice), choice.locale);
}

function knownTable(name: string, exported: Exported, choice: TableChoice) {
  const table = tableNamed(name, exported, choice);
  if (!table) throw new Error(`There is no table called ${name}.`);
  return table;
}
