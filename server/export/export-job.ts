// One export from a board's state to the bytes of its file. Knows no requests; runs on the thread for exports.
import * as Y from 'yjs';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { filledFiles, textFile, textFileNames, type FileChoice } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport, type ExportChoice } from '@commonboard/shared/domain/harvest/for-export.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { workbookTables, type TableChoice } from '@commonboard/shared/domain/harvest/tables.ts';
import { readThreads } from '@commonboard/shared/comments/thread-map.ts';
import type { Round } from '@commonboard/shared/voting/round.ts';
import { reportDocument, type ReportPicture } from './document.ts';
import { workbook } from './workbook.ts';

export interface ExportJob {
  /** One of `exportFileNames`. */
  file: string;
  /** The board as one Yjs V1 update. */
  state: Uint8Array;
  title: string;
  template: string | null;
  chosen: ExportChoice;
  choice: TableChoice;
  /** Milliseconds since 1970. */
  now: number;
  /** How many took part. */
  people: number;
  /** Those that are closed. */
  rounds: readonly Round[];
  /** For the document. */
  pictures: readonly ReportPicture[];
}

export interface ExportedFile {
  /** Media type. */
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

const workbookFile = 'results.xlsx';
export const documentFile = 'report.docx';
export const exportFileNames: readonly string[] = [workbookFile, documentFile, ...textFileNames];

const office = 'application/vnd.openxmlformats-officedocument';

/** Throws on a name that is not among `exportFileNames`. */
export async function runExport({ file, chosen, pictures, rounds, ...job }: ExportJob): Promise<ExportedFile> {
  const doc = docOf(job.state);
  const model = boardModel(readBoardRecords(doc).records, { title: job.title, template: job.template });
  const exported = forExport(model, chosen, { rounds, threads: readThreads(doc) });
  const facts = {
    date: new Date(job.now).toISOString().slice(0, 10),
    people: job.people,
    // Each is made to see whether it holds something: only a report names them.
    files: file.startsWith('report.') ? [workbookFile, documentFile, ...filledFiles(exported, job.choice)] : [],
  };
  const choice: FileChoice = { ...job.choice, facts, now: job.now };
  if (file === workbookFile) {
    const body = await workbook(workbookTables(exported, choice), choice.locale);
    return { type: `${office}.spreadsheetml.sheet`, body };
  }
  if (file === documentFile) {
    const body = await reportDocument(reportOf(exported, facts, choice), choice.locale, pictures);
    return { type: `${office}.wordprocessingml.document`, body };
  }
  const found = textFile(file);
  if (!found) throw new Error(`There is no export called ${file}.`);
  return { type: found.type, body: found.write(exported, choice) };
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = quietDoc();
  Y.applyUpdate(doc, state);
  return doc;
}
