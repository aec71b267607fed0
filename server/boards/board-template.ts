// The template that a board was made from: one of this server's, or the file that somebody brought.
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { readTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import type { BoardRow, BoardStore } from '../storage/board-store.ts';

/** Null for a board without one. */
export async function templateOf(store: BoardStore, { id, template }: BoardRow): Promise<Template | null> {
  if (template === null) return null;
  const plan = await store.findPlan(id);
  if (plan === null) return findTemplate(template) ?? null;
  // One that was kept by an older version, and is not read any more, is no agenda; the board itself needs none.
  const read = readTemplateFile(plan);
  return read.ok ? read.template : null;
}
