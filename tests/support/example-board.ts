// The Punjab Education Collective's example as a board of its own: what a group has on its board when it has filled a template.
import type { TLRecord } from '@tldraw/tlschema';
import { expect } from '@playwright/test';
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { exampleAsContent, templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { joinByApi, newBoard, shapesOf } from './browser-boards.ts';
import { plainProvider } from './browser-provider.ts';
import { fillBoard } from './fill-board.ts';

/** The example board of a template, with nothing in it marked as an example. */
export function filledTemplate(id: string): TLRecord[] {
  const template = findTemplate(id);
  if (!template) throw new Error(`There is no template ${id}.`);
  return templateRecords(exampleAsContent(template), 'en');
}

/** A new board that holds these records. */
export async function boardWith(
  server: { readonly origin: string },
  records: readonly TLRecord[],
): Promise<CreatedBoard> {
  const board = await newBoard(server);
  const { token } = await joinByApi(server, board, 'edit', 'Program');
  const program = plainProvider(server.origin, board.id, token);
  await expect.poll(() => program.synced).toBe(true);
  const content = records.filter(
    ({ typeName, id }) =>
      typeName === 'shape' || typeName === 'binding' || (typeName === 'page' && id !== defaultPage.id),
  );
  fillBoard(program.doc, content);
  const shapes = content.filter(({ typeName }) => typeName === 'shape').length;
  await expect.poll(async () => (await shapesOf(server, board)).length, { timeout: 30_000 }).toBe(shapes);
  program.destroy();
  return board;
}
