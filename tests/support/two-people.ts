// Ana and Ben, each on a device of their own, on a new board that both may write on.
import type { Page } from '@playwright/test';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { newBoard } from './browser-boards.ts';
import { BoardPage } from './pages/board-page.ts';
import type { ServerProcess } from './server-process.ts';

interface Place {
  server: ServerProcess;
  visit: () => Promise<Page>;
}

/** A blank board where no template is named. */
export async function anaAndBen(
  { server, visit }: Place,
  template?: string,
): Promise<{ board: CreatedBoard; ana: BoardPage; ben: BoardPage }> {
  const board = await newBoard(server, template);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
  return { board, ana, ben };
}
