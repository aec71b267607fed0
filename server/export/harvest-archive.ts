// Everything that a facilitator takes home, as one ZIP file: the report with all names, pictures, tables, comments, the board itself,
// and what may be passed on in a folder of its own. Sensitive cards are marked.
import { strToU8, zipSync } from 'fflate';
import type * as Y from 'yjs';
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import { csvOf } from '@commonboard/shared/domain/harvest/csv.ts';
import { filledFiles, textFile } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { oneWay, type Table } from '@commonboard/shared/domain/harvest/table.ts';
import { workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { archiveReadme } from '@commonboard/shared/harvest/archive-readme.ts';
import type { AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import { dividedLines } from '@commonboard/shared/harvest/open-ends.ts';
import { reportDocument } from './document.ts';
import { safeTitle } from './file-name.ts';
import type { MadeFile } from './harvest-job.ts';
import type { HarvestSource } from './harvest-source.ts';
import type { BoardRecords } from './public-pictures.ts';
import { workbook } from './workbook.ts';

export interface Archive {
  source: HarvestSource;
  doc: Y.Doc;
  records: BoardRecords;
  board: BoardModel;
  threads: readonly Thread[];
  /** Names of people who have agreed that theirs is published. */
  agreed: readonly string[];
  page: AfterPage;
  /** As `2027-03-31`. */
  date: string;
  publicFiles: readonly MadeFile[];
}

const locale = 'en';

export async function archiveOf(archive: Archive): Promise<Uint8Array> {
  const { source, records, board, threads, agreed, page, date, publicFiles } = archive;
  const { rounds, now, people } = source;
  const exported = forExport(marked(board), { people: true }, { rounds, threads });
  const facts = { date, people: people.length, openPoints: dividedLines(exported.votes), files: [] };
  const choice = { locale, facts, now };
  const text = (name: string): Uint8Array => strToU8(textFile(name)?.write(exported, choice) ?? '');
  const tables = filledFiles(exported, choice);
  const hasDays = board.cards.some(({ kind, example }) => kind === 'commitment' && !example);
  const pictures = picturesOf(source, board);
  const files: Record<string, Uint8Array> = {
    'report.md': text('report.md'),
    'report.docx': await reportDocument(reportOf(exported, facts, choice), locale, pictures),
    'results.xlsx': await workbook(workbookTables(exported, choice), locale),
    ...Object.fromEntries(tables.map((name) => [`tables/${name}`, text(name)])),
    ...(threads.length > 0 && { 'tables/comments.csv': strToU8(csvOf(commentTable(threads))) }),
    ...(hasDays && { 'commitments.ics': text('commitments.ics') }),
    ...Object.fromEntries(pictures.map(({ file, png }) => [`pictures/${file}`, png])),
    'board/board.yjs': source.state,
    'board/records.json': strToU8(JSON.stringify({ records })),
    ...Object.fromEntries(publicFiles.map(({ name, bytes }) => [`to-pass-on/${name}`, bytes])),
  };
  const readme = archiveReadme(
    {
      title: page.title,
      date,
      files: Object.keys(files),
      agreed,
      withheld: people.length - agreed.length,
      sensitive: exported.sensitiveCount,
      leftOut: [...exported.leftOut.map((sentence) => textIn(sentence, locale)), ...source.missing],
      publicLeftOut: page.leftOut,
    },
    locale,
  );
  return zipSync({ 'README.txt': strToU8(readme), ...files });
}

/** Whoever reads a line of it must see that it is not for everybody. */
function marked(board: BoardModel): BoardModel {
  return {
    ...board,
    cards: board.cards.map((card) =>
      card.fields.sensitive === true ? { ...card, title: `[Sensitive] ${card.title}` } : card,
    ),
  };
}

interface ZonePicture {
  file: string;
  png: Uint8Array;
  alt: string;
}

function picturesOf({ pictures, pngs }: HarvestSource, { zones, cards, notes }: BoardModel): ZonePicture[] {
  return pictures.flatMap((id, i) => {
    const png = pngs[i];
    if (!png) return [];
    const title = zones.find((zone) => zone.id === id)?.title ?? '';
    const words = [
      ...cards.filter(({ zoneId }) => zoneId === id).map((card) => card.title),
      ...notes.filter(({ zoneId }) => zoneId === id).map((note) => note.text),
    ];
    return [
      {
        file: `${i + 1} ${safeTitle(title)}.png`,
        png,
        alt: `${oneWay(title)}: ${words.map(oneWay).join('; ')}`.slice(0, altCharsMax),
      },
    ];
  });
}

const altCharsMax = 600;

function commentTable(threads: readonly Thread[]): Table {
  const column = (key: string, title: string) => ({ key, title: { en: title }, type: 'text' }) as const;
  return {
    name: 'comments',
    title: { en: 'Comments' },
    columns: [
      column('comment', 'Comment'),
      column('settled', 'Settled'),
      column('name', 'Name'),
      column('text', 'Text'),
    ],
    rows: threads.flatMap(({ messages, resolved }, i) =>
      messages.map(({ name, text }) => ({ comment: i + 1, settled: resolved !== null, name, text: oneWay(text) })),
    ),
  };
}
