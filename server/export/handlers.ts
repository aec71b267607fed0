// The HTTP calls for what a board leaves as: text files, the workbook, the document. Made from the live board, without a
// browser; what each role gets is in `shared/domain/harvest/role-table.ts`.
import type { Context } from 'hono';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import { filledFiles, textFile, textFileNames, type FileChoice } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport, type Exported } from '@commonboard/shared/domain/harvest/for-export.ts';
import { exportChoice } from '@commonboard/shared/domain/harvest/role-table.ts';
import { isPreset } from '@commonboard/shared/domain/harvest/logframe-table.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import type { Caller, Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { readPicture } from '../assets/picture.ts';
import type { ServerParts } from '../server-parts.ts';
import { reportDocument, type ReportPicture } from './document.ts';
import { attachment } from './file-name.ts';
import { workbook } from './workbook.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const workbookFile = 'results.xlsx';
const documentFile = 'report.docx';

export function mountExports(mount: Mount, { rooms, now }: ServerParts): void {
  mount('exportFile', async ({ params, caller, c }) =>
    fileAnswer(params.file, await askedFor(params.file, caller, c), caller),
  );

  mount('exportWithPictures', async ({ params, body, caller, c }) => {
    if (params.file !== documentFile)
      throw new RequestRefused('bad-request', `Only ${documentFile} takes pictures. Ask for the others with GET.`);
    const pictures = body.pictures.map(({ png, ...words }) => ({ ...words, png: readPng(png) }));
    return fileAnswer(params.file, await askedFor(params.file, caller, c), caller, pictures);
  });

  async function askedFor(
    file: string,
    { grant, role }: Caller,
    c: Context,
  ): Promise<{ exported: Exported; choice: FileChoice }> {
    const { row, participants } = grant.board;
    const records = await rooms.open(row.id).use((room) => room.read((doc) => readBoardRecords(doc).records));
    const asked = {
      redacted: c.req.query('redacted') === '1',
      withoutSensitive: c.req.query('sensitive') === '0',
      people: c.req.query('people') === '1',
    };
    const model = boardModel(records, { title: row.title, template: row.template });
    const exported = forExport(model, exportChoice(role, asked));
    const preset = c.req.query('preset');
    const choice = { locale: localeOf(c.req.query('locale')), ...(isPreset(preset) && { preset }) };
    const facts = {
      date: new Date(now()).toISOString().slice(0, 10),
      people: participants.length,
      // Each is made to see whether it holds something: only a report names them.
      files: file.startsWith('report.') ? [workbookFile, documentFile, ...filledFiles(exported, choice)] : [],
    };
    return { exported, choice: { ...choice, facts, now: now() } };
  }
}

async function fileAnswer(
  file: string,
  { exported, choice }: { exported: Exported; choice: FileChoice },
  caller: Caller,
  pictures: readonly ReportPicture[] = [],
): Promise<Response> {
  const { type, body } = await write(file, exported, choice, pictures);
  return new Response(body, {
    headers: {
      ...fileHeaders,
      'content-type': type,
      'content-disposition': attachment(caller.grant.board.row.title, file),
    },
  });
}

async function write(
  file: string,
  exported: Exported,
  choice: FileChoice,
  pictures: readonly ReportPicture[],
): Promise<{ type: string; body: string | Uint8Array<ArrayBuffer> }> {
  const { locale } = choice;
  if (file === workbookFile)
    return { type: `${office}.spreadsheetml.sheet`, body: await workbook(workbookTables(exported, choice), locale) };
  if (file === documentFile) {
    const report = reportOf(exported, choice.facts, choice);
    return { type: `${office}.wordprocessingml.document`, body: await reportDocument(report, locale, pictures) };
  }
  const found = textFile(file);
  if (found) return { type: found.type, body: found.write(exported, choice) };
  const names = [workbookFile, documentFile, ...textFileNames].join(', ');
  throw new RequestRefused('not-found', `There is no file of this name. There are: ${names}.`);
}

const fileHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** English where it is not a language's tag. */
function localeOf(asked: string | undefined): string {
  return asked !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(asked) ? asked : 'en';
}

function readPng(base64: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const read = readPicture(bytes);
  if (read.ok && read.picture.type === 'image/png') return bytes;
  throw new RequestRefused('unsupported-image', 'Pictures in a report are PNG files.');
}
