// Which files a board has something for, in what groups, and under what names people know them.
import { filledFiles, textFile, type FileChoice } from '@commonboard/shared/domain/harvest/files.ts';
import type { Exported } from '@commonboard/shared/domain/harvest/for-export.ts';
import { tableNamed } from '@commonboard/shared/domain/harvest/tables.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';

/** Written by the server: what a page has not sent is not in them. */
export const workbookFile = 'results.xlsx';
export const documentFile = 'report.docx';

export interface NamedFile {
  file: string;
  name: string;
}

export interface FileGroup {
  name: string;
  files: readonly NamedFile[];
}

type FileKey = Extract<MessageKey, `results.file.${string}`>;

const reportFiles: readonly (readonly [string, FileKey])[] = [
  ['report.html', 'results.file.report.html'],
  ['report.md', 'results.file.report.md'],
];
const networkFiles: readonly (readonly [string, FileKey])[] = [
  ['outline.txt', 'results.file.outline'],
  ['graph.graphml', 'results.file.graphml'],
  ['kumu.json', 'results.file.kumu'],
  ['kumu-elements.csv', 'results.file.kumu-elements'],
  ['kumu-connections.csv', 'results.file.kumu-connections'],
  ['graph.mmd', 'results.file.mermaid'],
];
const calendarFiles: readonly (readonly [string, FileKey])[] = [['commitments.ics', 'results.file.calendar']];

export function isEmptyBoard({ model }: Exported): boolean {
  return model.cards.length === 0 && model.notes.every(({ text }) => text.trim() === '');
}

/** Only those with something in them. */
export function fileGroups(exported: Exported, choice: FileChoice): FileGroup[] {
  const { cards } = exported.model;
  const named = (files: readonly (readonly [string, FileKey])[]): NamedFile[] =>
    files.map(([file, key]) => ({ file, name: t(key) }));
  const hasDueDays = cards.some(({ kind, fields }) => kind === 'commitment' && fields.due !== undefined);
  return [
    { name: t('results.group.report'), files: named(reportFiles) },
    { name: t('results.group.tables'), files: tableFiles(exported, choice) },
    { name: t('results.group.network'), files: cards.length > 0 ? named(networkFiles) : [] },
    { name: t('results.group.calendar'), files: hasDueDays ? named(calendarFiles) : [] },
  ].filter(({ files }) => files.length > 0);
}

/** The tables that hold something, by the name of their file. */
export function tableFiles(exported: Exported, choice: FileChoice): NamedFile[] {
  return filledFiles(exported, choice).map((file) => {
    const table = tableNamed(tableOf(file), exported, choice);
    return { file, name: table ? textIn(table.title, locale) : file };
  });
}

/** Of `links.csv` the name `links`. */
export function tableOf(file: string): string {
  return file.replace(/\.csv$/, '');
}

/** Made in the page. */
export function writeTextFile(file: string, exported: Exported, choice: FileChoice): Blob {
  const found = textFile(file);
  if (!found) throw new Error(`There is no file called ${file}.`);
  return new Blob([found.write(exported, choice)], { type: found.type });
}
