// A new board with what another holds, or held: its records, its pictures, its template, under links of its own.
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { newBoardId } from '../access/secrets.ts';
import type { ServerParts } from '../server-parts.ts';
import type { BoardRow } from '../storage/board-store.ts';
import { type BoardContent, storeBoard } from './create.ts';

/** `origin`: under which address the links are. */
export async function copyBoard(
  { store, assets, now }: Pick<ServerParts, 'store' | 'assets' | 'now'>,
  origin: string,
  from: BoardRow,
  { title, records }: Pick<BoardContent, 'title' | 'records'>,
): Promise<CreatedBoard> {
  const id = newBoardId();
  await assets.copyBoard(from.id, id);
  try {
    const plan = await store.findPlan(from.id);
    return await storeBoard({ store, now, origin }, { id, title, template: from.template, plan, records });
  } catch (error) {
    await assets.removeBoard(id);
    throw error;
  }
}
