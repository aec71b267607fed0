// From a board's state at one moment to the three packages: what participants see, two pages for a funder, everything for who leads.
// Public files are written from the published board and from nothing else. Runs on the thread for exports.
import { strToU8 } from 'fflate';
import * as Y from 'yjs';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { readThreads } from '@commonboard/shared/comments/thread-map.ts';
import { commitmentsCalendar } from '@commonboard/shared/domain/harvest/calendar.ts';
import { htmlOf } from '@commonboard/shared/domain/harvest/html.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { kindTableName } from '@commonboard/shared/domain/harvest/kind-tables.ts';
import { workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import { afterPageOf, exportedOf } from '@commonboard/shared/harvest/after-page.ts';
import type { AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import { funderReport } from '@commonboard/shared/harvest/funder-report.ts';
import { type HarvestEdit, harvestParts } from '@commonboard/shared/harvest/harvest.ts';
import type { NamesOut } from '@commonboard/shared/harvest/names-out.ts';
import { publishedBoard, type PublishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import { ownParts } from '@commonboard/shared/harvest/own-parts.ts';
import { uploadedIn, uploadedPictures } from '@commonboard/shared/harvest/uploaded-pictures.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { nameKey } from '@commonboard/shared/protocol/person-name.ts';
import { reportDocument, type ReportPicture } from './document.ts';
import { type Archive, archiveOf } from './harvest-archive.ts';
import { type HarvestSource, packSource, readSource } from './harvest-source.ts';
import { type BoardRecords, type PublicPicture, publicPictures } from './public-pictures.ts';
import { workbook } from './workbook.ts';

export interface HarvestJob {
  /** As it is now, or as it was kept with an earlier publication. */
  source: HarvestSource | Uint8Array;
  /** Who has agreed to be named. */
  named: readonly ParticipantId[];
}

export interface MadeFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

export interface Harvested {
  page: AfterPage;
  files: MadeFile[];
}

/** Names of the files that are made, beside pictures. */
export const harvestFiles = {
  page: 'after-page.json',
  calendar: 'commitments.ics',
  document: 'report.docx',
  workbook: 'results.xlsx',
  funderDocument: 'funder.docx',
  funderPage: 'funder.html',
  archive: 'facilitator.zip',
  /** Each person gets their own part of it. */
  own: 'own.json',
  /** Nobody gets it: it is there to make the others anew. */
  source: 'source',
} as const;

const locale = 'en';
const office = 'application/vnd.openxmlformats-officedocument';
const wordType = `${office}.wordprocessingml.document`;
const sheetType = `${office}.spreadsheetml.sheet`;

export async function runHarvest({ source: given, named }: HarvestJob): Promise<Harvested> {
  const source = given instanceof Uint8Array ? await readSource(given) : given;
  const doc = quietDoc();
  Y.applyUpdate(doc, source.state);
  const { records } = readBoardRecords(doc);
  const board = inAgendaOrder(boardModel(records, source), source.order);
  const names = new Set(named);
  // Of several with the same name all must have agreed.
  const others = new Set(source.people.filter(({ id }) => !names.has(id)).map(({ name }) => nameKey(name)));
  const agreed = source.people
    .filter(({ id, name }) => names.has(id) && !others.has(nameKey(name)))
    .map(({ name }) => name);
  const people = source.people.map(({ name }) => name);
  const published = publishedBoard(board, source.rounds, { edit: source.edit, people, agreed });
  const shown = publicPictures(source, records, published);
  const date = new Date(source.now).toISOString().slice(0, 10);
  const hasCalendar =
    published.model.cards.some(({ kind }) => kind === 'commitment') && source.edit.parts.includes('commitments');
  const page = withMissing(
    afterPageOf(published, {
      edit: source.edit,
      date,
      people: source.people.filter(({ tookPart }) => tookPart).length,
      locale,
      pictures: new Map(shown.map(({ zone, name }) => [zone, name])),
      files: [...(hasCalendar ? [harvestFiles.calendar] : []), harvestFiles.document, harvestFiles.workbook],
    }),
    source,
    uploadedLeft(source, records, published),
    published.without,
  );
  const files: MadeFile[] = [
    json(harvestFiles.page, page),
    ...shown.map(({ name, png }) => ({ name, type: 'image/png', bytes: png })),
    ...(hasCalendar ? [calendar(published, source.now)] : []),
    ...(await documents(published, source.edit, page, shown)),
  ];
  const archive: Archive = {
    source,
    doc,
    records,
    board,
    threads: readThreads(doc),
    agreed,
    page,
    date,
    publicFiles: files,
  };
  const zip = 'application/zip';
  return {
    page,
    files: [
      ...files,
      json(harvestFiles.own, ownParts(board, source)),
      { name: harvestFiles.archive, type: zip, bytes: await archiveOf(archive) },
      { name: harvestFiles.source, type: zip, bytes: packSource(source) },
    ],
  };
}

function inAgendaOrder(board: BoardModel, order: readonly string[]): BoardModel {
  const places = new Map(order.map((id, i) => [id, i]));
  const place = ({ id }: { id: string }): number => places.get(id) ?? order.length;
  return { ...board, zones: board.zones.toSorted((a, b) => place(a) - place(b)) };
}

/** How many pictures that people have put into the zones are not passed on. */
function uploadedLeft({ edit }: HarvestSource, records: BoardRecords, { model }: PublishedBoard): number {
  if (edit.uploads) return 0;
  const zones = model.zones.map(({ id }) => id);
  return uploadedIn(uploadedPictures(records), zones);
}

/** A zone without its picture says so, and why. */
function withMissing(
  page: AfterPage,
  { pictures, missing }: HarvestSource,
  uploads: number,
  without: NamesOut,
): AfterPage {
  const left = uploads > 0 ? [`Pictures that people have put on the board: ${uploads}.`] : [];
  const withheld = page.zones.filter(({ id, picture }) => picture === null && pictures.includes(id)).length;
  const kept = withheld > 0 ? [`Pictures of zones that show what is left out here: ${withheld}.`] : [];
  return { ...page, leftOut: [...page.leftOut, ...left, ...kept, ...missing.map(without)] };
}

async function documents(
  published: PublishedBoard,
  edit: HarvestEdit,
  page: AfterPage,
  shown: readonly PublicPicture[],
): Promise<MadeFile[]> {
  const { date, people, open, leftOut } = page;
  const exported = { ...exportedOf(published), leftOut: leftOut.map((sentence) => ({ en: sentence })) };
  const choice = { locale };
  const without = harvestParts.filter((part) => !edit.parts.includes(part));
  const full = reportOf(exported, { date, people, openPoints: open, without }, choice);
  const funder = funderReport(page);
  const pictures = shown.map(({ zone, png }) => pictureOf(page, zone, png));
  const intro = page.intro === '' ? [] : [{ type: 'text', text: page.intro } as const];
  const [title, dateLine, ...rest] = full.blocks;
  const blocks = [title, dateLine, ...intro, ...rest].filter((block) => block !== undefined);
  return [
    {
      name: harvestFiles.document,
      type: wordType,
      bytes: await reportDocument({ ...full, blocks }, locale, pictures),
    },
    {
      name: harvestFiles.workbook,
      type: sheetType,
      bytes: await workbook(workbookTables(exported, choice, tablesOut(edit)), locale),
    },
    { name: harvestFiles.funderDocument, type: wordType, bytes: await reportDocument(funder, locale) },
    {
      name: harvestFiles.funderPage,
      type: 'text/html; charset=utf-8',
      bytes: strToU8(htmlOf(funder.title, funder.blocks, locale)),
    },
  ];
}

/** Those of the sections that are not chosen. */
function tablesOut({ parts }: HarvestEdit): string[] {
  const tables = { ranking: 'votes', decisions: kindTableName('decision'), commitments: kindTableName('commitment') };
  return Object.entries(tables).flatMap(([part, table]) => (parts.some((one) => one === part) ? [] : [table]));
}

const altCharsMax = 600;

function pictureOf({ zones }: AfterPage, id: string, png: Uint8Array): ReportPicture {
  const zone = zones.find((one) => one.id === id);
  const caption = zone?.title ?? '';
  const words = `${caption}: ${(zone?.items ?? []).map(({ text }) => text.replaceAll('\n', ' ')).join('; ')}`;
  return { png, caption, alt: words.length > altCharsMax ? `${words.slice(0, altCharsMax)}…` : words };
}

function calendar({ model }: PublishedBoard, now: number): MadeFile {
  const text = commitmentsCalendar(model, now);
  return { name: harvestFiles.calendar, type: 'text/calendar; charset=utf-8', bytes: strToU8(text) };
}

function json(name: string, value: unknown): MadeFile {
  return { name, type: 'application/json', bytes: strToU8(JSON.stringify(value)) };
}
