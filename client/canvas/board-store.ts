// The tldraw store of one board: our schema, pictures kept by our server, and look-only where the role says so.
import { assetIdFromUrl, type BoardId } from '@commonboard/shared/protocol/ids.ts';
import { routePath, routes } from '@commonboard/shared/protocol/routes.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { type Atom, atom, createTLStore, type TLAsset, type TLAssetStore, type TLStore } from 'tldraw';

/** Stores a picture and gives the address that records use for it. Rejects with a sentence for the person. */
export type UploadPicture = (file: File, signal?: AbortSignal) => Promise<string>;

/** Whether the canvas takes changes: a person's right may come and go while the board is open. */
export type BoardMode = Atom<'readonly' | 'readwrite'>;

export function createBoardMode(mayEdit: boolean): BoardMode {
  return atom('mode', mayEdit ? 'readwrite' : 'readonly');
}

export interface BoardStoreOptions {
  boardId: BoardId;
  mode: BoardMode;
  upload: UploadPicture;
}

export function createBoardStore({ boardId, mode, upload }: BoardStoreOptions): TLStore {
  return createTLStore({
    schema: boardSchema,
    assets: pictureStore(boardId, upload),
    // Nobody's name goes into the document: a board can be anonymous, and presence says who is here.
    users: { currentUser: atom('author', null) },
    collaboration: { status: null, mode },
  });
}

function pictureStore(boardId: BoardId, upload: UploadPicture): TLAssetStore {
  return {
    upload: async (_asset, file, signal) => ({ src: await upload(file, signal) }),
    resolve: (asset) => pictureAddress(boardId, asset),
    // A file may still be on another board's copy or in somebody's undo; the server removes it with the board.
    remove: () => Promise.resolve(),
  };
}

function pictureAddress(boardId: BoardId, asset: TLAsset): string | null {
  const { src } = asset.props;
  if (src === null || src === undefined) return null;
  const id = assetIdFromUrl(src);
  if (id) return routePath(routes.asset.path, { id: boardId, asset: id });
  // A picture that is just being added shows from this page's memory. Nothing else is ever fetched.
  return src.startsWith('blob:') || src.startsWith('data:image/') ? src : null;
}
