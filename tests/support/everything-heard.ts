// All that somebody receives of a board: each frame of a socket, and the body of each call that only asks, unpacked where it is packed.
import { unzipSync } from 'fflate';
import { exportFileNames } from '@commonboard/server/export/export-job.ts';
import type { BoardStore } from '@commonboard/server/storage/board-store.ts';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { routes } from '@commonboard/shared/protocol/routes.ts';
import type { AccessBoard } from './access-board.ts';
import { SyncClient, type SyncClientOptions } from './sync-client.ts';

export interface Listener {
  client: SyncClient;
  /** Frames as they came, one letter for each byte. */
  frames: string[];
}

/** A socket that keeps what it hears. */
export function listener({ origin, board }: AccessBoard, token: string, options: SyncClientOptions = {}): Listener {
  const client = new SyncClient(origin, board.id, token, options);
  const frames: string[] = [];
  client.ws.on('message', (data: Buffer) => frames.push(data.toString('latin1')));
  return { client, frames };
}

/** Each call of the route table that asks something of a board, with all export files and all versions: its path and what came. */
export async function everythingAsked(access: AccessBoard, token: string): Promise<Map<string, string>> {
  const heard = new Map<string, string>();
  for (const path of await pathsOf(access, token)) {
    const response = await fetch(access.origin + path, { headers: { authorization: `Bearer ${token}` } });
    if (response.status === 429) throw new Error(`${path} was asked for too often to say what it holds.`);
    heard.set(path, unpacked(new Uint8Array(await response.arrayBuffer())));
  }
  return heard;
}

/** What bytes say, as letters: a packed file as all the files that are in it. */
function unpacked(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return Buffer.from(bytes).toString('latin1');
  return Object.values(unzipSync(bytes)).map(unpacked).join('\n');
}

async function pathsOf({ origin, board }: AccessBoard, token: string): Promise<string[]> {
  const all = Object.values(routes).filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/boards/:id'),
  );
  const answer = await fetch(`${origin}/api/boards/${board.id}/versions`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { versions = [] } = (await answer.json()) as { versions?: { id: VersionId }[] };
  const places: Record<string, readonly string[]> = {
    ':file': exportFileNames,
    ':version': versions.map(({ id }) => id),
    // There is none on these boards.
    ':asset': [],
  };
  return all.flatMap(({ path }) => {
    const own = path.replace(':id', board.id);
    const place = Object.keys(places).find((name) => own.includes(name));
    return place === undefined ? [own] : (places[place] ?? []).map((value) => own.replace(place, value));
  });
}

/** What the store gives of a board to whoever reads it, without the drafts and the ballots themselves. */
export async function everythingStored(store: BoardStore, board: BoardId): Promise<string> {
  const versions = await store.listVersions(board);
  const read: unknown[] = [
    ...(await Promise.all([
      store.findBoard(board),
      store.findPlan(board),
      store.listBoards(),
      store.loadDocument(board),
      store.listDeleted(board),
      store.listRounds(board),
      store.findSession(board),
    ])),
    versions,
    ...(await Promise.all(versions.map(({ id }) => store.findVersion(board, id)))),
  ];
  return JSON.stringify(read, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

/** Those of several texts that hold a word, by what they are called. */
export function holding(texts: Iterable<readonly [string, string]>, word: string): [string, string][] {
  return [...texts].flatMap(([name, text]) => (text.includes(word) ? [[name, text] satisfies [string, string]] : []));
}
