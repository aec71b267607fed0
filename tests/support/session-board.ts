// A board on which a session runs: Lea and Jo lead it, Ada takes part, each on a device of their own.
import { expect, type Page } from '@playwright/test';
import type { ListedPerson } from '@commonboard/shared/protocol/access.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { joinByApi, newBoard } from './browser-boards.ts';
import { BoardPage } from './pages/board-page.ts';
import { SessionParts } from './pages/session-parts.ts';
import type { ServerProcess } from './server-process.ts';

interface Place {
  server: ServerProcess;
  visit: () => Promise<Page>;
}

const sessionTemplate = 'decide-and-commit';
/** The steps that a session of this template begins with. */
export const [firstStep, secondStep] = ['The proposals', 'Questions'] as const;

interface SessionBoard {
  board: CreatedBoard;
  lea: SessionParts;
  jo: SessionParts;
  ada: SessionParts;
}

/** In its first step, in which people change only what is their own. */
export async function runningSession({ server, visit }: Place): Promise<SessionBoard> {
  const board = await newBoard(server, sessionTemplate);
  const { token } = await joinByApi(server, board, 'facilitate');
  const open = async (link: string, name: string) => new SessionParts(await BoardPage.join(await visit(), link, name));
  const lea = await open(board.links.facilitate, 'Lea');
  const jo = await open(board.links.facilitate, 'Jo');
  const ada = await open(board.links.edit, 'Ada');
  await confirmAll(server, board, token);
  for (const { board: leading } of [lea, jo]) await expect(leading.bar).toHaveAttribute('data-role', 'facilitate');
  await lea.start();
  await expect(jo.row).toBeVisible();
  await expect(ada.banner.getByText(firstStep)).toBeVisible();
  return { board, lea, jo, ada };
}

/** Lets all facilitate who came with that link. */
async function confirmAll({ origin }: ServerProcess, { id }: CreatedBoard, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const path = `${origin}/api/boards/${id}/participants`;
  const { participants } = (await (await fetch(path, { headers })).json()) as { participants: ListedPerson[] };
  const body = JSON.stringify({ action: 'confirm-facilitator' });
  for (const person of participants)
    if (person.leading === 'asked') await fetch(`${path}/${person.id}`, { method: 'POST', headers, body });
}
