// The HTTP calls of what a group leaves with: who leads sets it up, looks at it before, publishes it and takes it back.
import { funderReport } from '@commonboard/shared/harvest/funder-report.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import { ownRole, personOf } from '../access/grants.ts';
import { readPicture } from '../assets/picture.ts';
import { ExportEnded, ExportsBusy } from '../export/exporter.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { mountHarvestFiles, readerOf } from './harvest-file-handlers.ts';
import { type HandedIn, harvestSourceNow } from './harvest-source-now.ts';
import type { Harvests } from './harvests.ts';
import { RunningWork } from './running-work.ts';

export function mountHarvest(mount: Mount, parts: ServerParts): void {
  const { harvests, sessions, health, exporter, exportLimit, commandLimit, contentLimit } = parts;
  const running = new RunningWork();

  async function isLeading({ grant, role }: Caller, id: BoardId): Promise<boolean> {
    return (await sessions.open(id)).isLedBy(ownRole(grant) ?? role, personOf(grant));
  }

  async function refuseOthers(caller: Caller, id: BoardId): Promise<void> {
    if (!(await isLeading(caller, id))) throw notYours();
  }

  async function answer(caller: Caller, id: BoardId): Promise<HarvestAnswer> {
    const [state, named, leading] = await Promise.all([harvests.find(id), harvests.named(id), isLeading(caller, id)]);
    const { participants } = caller.grant.board;
    const agreed = participants.filter((person) => named.includes(person.id)).map(({ name }) => name);
    return {
      revision: state.revision,
      published: state.published,
      named: named.includes(caller.grant.participant.id),
      leads: leading ? { edit: state.edit, people: participants.length, agreed } : null,
    };
  }

  mount('harvest', ({ params, caller }) => answer(caller, params.id));

  pacedMount(mount, commandLimit)('editHarvest', async ({ params, caller, body }) => {
    await refuseOthers(caller, params.id);
    settled(await harvests.edit(params.id, body.revision, body.edit));
    return answer(caller, params.id);
  });

  pacedMount(mount, exportLimit)('previewHarvest', async ({ params, caller }) => {
    await refuseOthers(caller, params.id);
    const { edit } = await harvests.find(params.id);
    const source = await harvestSourceNow(parts, caller.grant.board, edit, {
      pictures: [],
      missing: [],
      withoutExamples: true,
    });
    const named = await harvests.named(params.id);
    const { page, files } = await running
      .run(ownerOf(caller, params.id), (signal) => exporter.harvest({ source, named }, signal))
      .catch(notMade);
    const { blocks: funder } = funderReport(page);
    const archive = files.filter(({ name }) => readerOf(name) !== 'nobody').map(({ name }) => name);
    return { page, funder, archive };
  });

  pacedMount(mount, exportLimit)('publishHarvest', async ({ params, caller, body }) => {
    await refuseOthers(caller, params.id);
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    const { edit } = await harvests.find(params.id);
    const { board, participant } = caller.grant;
    const source = await harvestSourceNow(parts, board, edit, handedIn(body));
    const by = { name: participant.name, mayStill: () => isLeading(caller, params.id) };
    const publish = (signal: AbortSignal) => harvests.publish(params.id, body.revision, source, { ...by, signal });
    settled(await running.run(ownerOf(caller, params.id), publish).catch(notMade));
    return answer(caller, params.id);
  });

  pacedMount(mount, commandLimit)('cancelHarvest', async ({ params, caller, body }) => {
    if (await isLeading(caller, params.id)) await harvests.outdate(params.id, body.revision);
    running.end(ownerOf(caller, params.id));
    return answer(caller, params.id);
  });

  pacedMount(mount, commandLimit)('takeBackHarvest', async ({ params, caller }) => {
    await refuseOthers(caller, params.id);
    await harvests.takeBack(params.id);
    return answer(caller, params.id);
  });

  mountHarvestFiles(mount, parts, refuseOthers);

  pacedMount(mount, contentLimit)('agreeToBeNamed', async ({ params, caller, body }) => {
    // A screen is nobody who could be named.
    if (caller.grant.kind === 'screen') throw new RequestRefused('forbidden');
    await harvests.agree(params.id, caller.grant.participant.id, body.named);
    return { named: body.named };
  });
}

function ownerOf({ grant }: Caller, board: BoardId): string {
  return `${board} ${grant.participant.id}`;
}

function settled(outcome: Awaited<ReturnType<Harvests['publish']>>): void {
  if (outcome === 'not-yours') throw notYours();
  if (outcome === 'moved-on')
    throw new RequestRefused('moved-on', 'Somebody has changed this meanwhile. Look at it again.');
  if (outcome === 'too-large') throw new RequestRefused('too-large');
}

function notYours(): RequestRefused {
  return new RequestRefused('not-yours', 'Only who leads the session may do this.');
}

function notMade(error: unknown): never {
  if (error instanceof ExportEnded) throw new RequestRefused('moved-on', 'This was cancelled.');
  throw error instanceof ExportsBusy ? new RequestRefused('too-many') : error;
}

function handedIn({
  pictures,
  missing,
  withoutExamples,
}: {
  pictures: readonly { zone: string; shows: string; png: string; bare?: string | undefined }[];
  missing: readonly string[];
  withoutExamples: boolean;
}): HandedIn {
  const zones = new Set(pictures.map(({ zone }) => zone));
  if (zones.size !== pictures.length) throw new RequestRefused('bad-request', 'A zone has two pictures.');
  return {
    pictures: pictures.map(({ zone, shows, png, bare }) => ({
      zone,
      shows,
      png: readPng(png),
      bare: bare === undefined ? null : readPng(bare),
    })),
    missing,
    withoutExamples,
  };
}

function readPng(base64: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const read = readPicture(bytes);
  if (read.ok && read.picture.type === 'image/png') return bytes;
  throw new RequestRefused('unsupported-image', 'Pictures of zones are PNG files.');
}
