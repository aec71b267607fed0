// What is published, as each may read it: the files that their role may have, and their own part.
import { afterPageSchema } from '@commonboard/shared/harvest/after-page-view.ts';
import { ownPartsSchema } from '@commonboard/shared/harvest/own-parts.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { nameKey } from '@commonboard/shared/protocol/person-name.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { attachment } from '../export/file-name.ts';
import { harvestFiles } from '../export/harvest-job.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import type { HarvestFile } from '../storage/harvest-store.ts';
import { readStored } from '../storage/stored-json.ts';

type Reader = 'everybody' | 'leads' | 'facilitates' | 'nobody';

/** The one table of who gets which file. */
const readers: Readonly<Record<string, Reader>> = {
  [harvestFiles.page]: 'everybody',
  [harvestFiles.calendar]: 'everybody',
  [harvestFiles.document]: 'everybody',
  [harvestFiles.workbook]: 'everybody',
  [harvestFiles.funderDocument]: 'leads',
  [harvestFiles.funderPage]: 'leads',
  [harvestFiles.archive]: 'facilitates',
};

/** By the name of a file. */
export function readerOf(file: string): Reader {
  if (/^picture-\d{1,3}\.png$/.test(file)) return 'everybody';
  return (Object.hasOwn(readers, file) ? readers[file] : undefined) ?? 'nobody';
}

/** `refuseOthers` throws where the caller does not lead. */
export function mountHarvestFiles(
  mount: Mount,
  { harvests, publishedLimit }: ServerParts,
  refuseOthers: (caller: Caller, board: BoardId) => Promise<void>,
): void {
  const paced = pacedMount(mount, publishedLimit);

  paced('harvestFile', async ({ params, caller }) => {
    const reader = readerOf(params.file);
    if (reader === 'facilitates' && caller.role !== 'facilitate') throw new RequestRefused('forbidden');
    if (reader === 'leads') await refuseOthers(caller, params.id);
    const file = reader === 'nobody' ? null : await harvests.file(params.id, params.file);
    if (!file) throw new RequestRefused('not-found', 'This is not published.');
    const headers = { ...fileHeaders, 'content-type': file.type };
    if (file.type === 'image/png') return new Response(new Uint8Array(file.bytes), { headers });
    const page = file.name === harvestFiles.page ? file : await harvests.file(params.id, harvestFiles.page);
    const named = attachment(publishedTitle(page), file.name);
    return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'content-disposition': named } });
  });

  paced('ownHarvest', async ({ params, caller }) => {
    const file = await harvests.file(params.id, harvestFiles.own);
    const own = file && readStored(ownPartsSchema, new TextDecoder().decode(file.bytes));
    if (!own) throw new RequestRefused('not-found', 'This is not published.');
    const { id, name } = caller.grant.participant;
    const key = nameKey(name);
    return {
      notes: own.notes
        .filter(({ by }) => by === id)
        .slice(0, limits.harvestOwnNotesMax)
        .map(({ text, zone }) => ({ text, zone })),
      commitments: own.commitments
        .filter(({ owner, by }) => (owner === '' ? by === id : owner === key))
        .map(({ what, firstStep, due }) => ({ what, firstStep, due })),
    };
  });
}

/** The board's own may have a name in it. */
function publishedTitle(page: HarvestFile | null): string {
  return (page && readStored(afterPageSchema, new TextDecoder().decode(page.bytes))?.title) ?? '';
}

const fileHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
