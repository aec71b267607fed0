// The HTTP calls for what a board leaves as: text files, the workbook, the document. Made from the live board, without a
// browser; what each role gets is in `shared/domain/harvest/role-table.ts`.
import type { Context } from 'hono';
import * as Y from 'yjs';
import { exportChoice } from '@commonboard/shared/domain/harvest/role-table.ts';
import { isPreset } from '@commonboard/shared/domain/harvest/logframe-table.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { readPicture } from '../assets/picture.ts';
import type { ServerParts } from '../server-parts.ts';
import type { ReportPicture } from './document.ts';
import { documentFile, exportFileNames } from './export-job.ts';
import { ExportsBusy } from './exporter.ts';
import { attachment } from './file-name.ts';

export function mountExports(mount: Mount, { rooms, votings, now, exporter, exportLimit }: ServerParts): void {
  const mountPaced = pacedMount(mount, exportLimit);

  mountPaced('exportFile', ({ params, caller, c }) => {
    refuseOthers(params.file);
    return answer(params.file, caller, c, []);
  });

  mountPaced(
    'exportWithPictures',
    ({ params, body, caller, c }) => {
      const pictures = body.pictures.map(({ png, ...words }) => ({ ...words, png: readPng(png) }));
      return answer(params.file, caller, c, pictures);
    },
    ({ params }) => {
      refuseOthers(params.file);
      if (params.file !== documentFile)
        throw new RequestRefused('bad-request', `Only ${documentFile} takes pictures. Ask for the others with GET.`);
    },
  );

  async function answer(
    file: string,
    { grant, role }: Caller,
    c: Context,
    pictures: readonly ReportPicture[],
  ): Promise<Response> {
    const { row, participants } = grant.board;
    const state = await rooms.open(row.id).use((room) => room.read((doc) => Y.encodeStateAsUpdate(doc)));
    const voting = await votings.open(row.id);
    const preset = c.req.query('preset');
    const { type, body } = await exporter
      .run({
        file,
        state,
        title: row.title,
        template: row.template,
        chosen: exportChoice(role, {
          redacted: c.req.query('redacted') === '1',
          withoutSensitive: c.req.query('sensitive') === '0',
          people: c.req.query('people') === '1',
        }),
        choice: { locale: localeOf(c.req.query('locale')), ...(isPreset(preset) && { preset }) },
        now: now(),
        people: participants.length,
        rounds: voting.rounds.filter(({ state: stands }) => stands === 'closed'),
        pictures,
      })
      .catch((error: unknown) => {
        throw error instanceof ExportsBusy ? new RequestRefused('too-many') : error;
      });
    return new Response(body, {
      headers: { ...fileHeaders, 'content-type': type, 'content-disposition': attachment(row.title, file) },
    });
  }
}

function refuseOthers(file: string): void {
  if (exportFileNames.includes(file)) return;
  throw new RequestRefused('not-found', `There is no file of this name. There are: ${exportFileNames.join(', ')}.`);
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
