// Pictures of versions: the one that is kept, or one that this page draws - one at a time, when somebody looks - and hands to the
// server, so that nobody has to draw it again.
import type { Version } from '@commonboard/shared/protocol/history.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { routePath, routes } from '@commonboard/shared/protocol/routes.ts';
import { call, callForFile } from '../sync/api.ts';
import type { HistoryPorts } from './history-ports.ts';

export type VersionPicture = { kind: 'drawn'; address: string } | { kind: 'empty' } | { kind: 'failed' };

export interface VersionPictures {
  /** Never rejects. */
  of(version: Version): Promise<VersionPicture>;
  /** Nothing more is drawn, and what was drawn here is forgotten. */
  stop(): void;
}

export function createVersionPictures({ boardId, withToken, draw }: HistoryPorts): VersionPictures {
  const made = new Map<string, Promise<VersionPicture>>();
  const addresses: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function make(version: Version): Promise<VersionPicture> {
    if (stopped) return { kind: 'failed' };
    const params = { id: boardId, version: version.id };
    try {
      const state = await withToken((token) => callForFile('versionState', { params, token }));
      const png = await draw(new Uint8Array(await state.arrayBuffer()));
      if (!png) return { kind: 'empty' };
      const address = URL.createObjectURL(png);
      addresses.push(address);
      if (png.size <= limits.versionPictureBytesMax) await keep(params, png);
      return { kind: 'drawn', address };
    } catch {
      // Damaged, or not to be had just now: the list says "no picture", and looking at the version says why.
      made.delete(version.id);
      return { kind: 'failed' };
    }
  }

  async function keep(params: { id: typeof boardId; version: Version['id'] }, file: Blob): Promise<void> {
    try {
      await withToken((token) => call('putVersionPicture', { params, token, file }));
    } catch {
      // Shown all the same; the next page draws it again.
    }
  }

  return {
    of(version) {
      const known = made.get(version.id);
      if (known) return known;
      if (version.hasPicture) {
        const address = routePath(routes.versionPicture.path, { id: boardId, version: version.id });
        return Promise.resolve({ kind: 'drawn', address });
      }
      const picture = last.then(() => make(version));
      last = picture;
      made.set(version.id, picture);
      return picture;
    },
    stop() {
      stopped = true;
      for (const address of addresses) URL.revokeObjectURL(address);
    },
  };
}
