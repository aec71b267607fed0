// Makes boards: seeded here and nowhere else, so that an API call alone gives a full one.
import * as Y from 'yjs';
import { seedBoard } from '@commonboard/shared/board/seed.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { CreatedBoard, RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { blankBoardRecords, templateRecords, templateTitle } from '@commonboard/shared/templates/template-records.ts';
import { linkAddresses, newLinks } from '../access/links.ts';
import { newBoardId } from '../access/secrets.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { BoardStore } from '../storage/board-store.ts';
import { cleanTitle } from './titles.ts';

export interface Making {
  store: BoardStore;
  now: () => number;
  /** Under which address the links are. */
  origin: string;
}

export interface BoardContent {
  id: BoardId;
  title: string;
  template: string | null;
  records: Parameters<typeof seedBoard>[1];
}

export async function createBoard(making: Making, request: RouteBody<'createBoard'>): Promise<CreatedBoard> {
  const locale = request.locale ?? 'en';
  const template = request.template === undefined ? null : findTemplate(request.template);
  if (template === undefined) throw new RequestRefused('bad-request', 'There is no template of this name.');
  return storeBoard(making, {
    id: newBoardId(),
    title: cleanTitle(request.title, template ? templateTitle(template, locale) : 'Untitled board'),
    template: template?.id ?? null,
    records: template ? templateRecords(template, locale) : blankBoardRecords(),
  });
}

export async function storeBoard(making: Making, content: BoardContent): Promise<CreatedBoard> {
  const { id, title, template, records } = content;
  const { keys, rows } = newLinks(id);
  const doc = new Y.Doc();
  seedBoard(doc, records);
  const snapshot = Y.encodeStateAsUpdateV2(doc);
  doc.destroy();
  await making.store.createBoard({
    board: { id, title, template, createdAt: making.now() },
    links: rows,
    snapshot,
  });
  return { id, title, keys, links: linkAddresses(making.origin, id, keys) };
}
