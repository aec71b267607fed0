// Makes boards: seeded here and nowhere else, so that an API call alone gives a full one.
import * as Y from 'yjs';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { CreatedBoard, RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { shapesNeeded } from '@commonboard/shared/templates/sized-template.ts';
import { readTemplateFile, writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import {
  blankBoardRecords,
  exampleAsContent,
  templateRecords,
  templateTitle,
} from '@commonboard/shared/templates/template-records.ts';
import { linkAddresses, newLinks } from '../access/links.ts';
import { hashSecret, newBoardId } from '../access/secrets.ts';
import { cleanRecoveryCode, newRecoveryCode } from '../access/spoken-codes.ts';
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
  /** The template file it is made from, where somebody brought one. */
  plan: string | null;
  records: Parameters<typeof seedBoard>[1];
}

type Request = RouteBody<'createBoard'>;

/** More than these would not be read. */
const problemsSaid = 5;

export async function createBoard(making: Making, request: Request): Promise<CreatedBoard> {
  const locale = request.locale ?? 'en';
  const template = chosenTemplate(request);
  return storeBoard(making, {
    id: newBoardId(),
    title: cleanTitle(request.title, template ? titleOf(template, locale) : 'Untitled board'),
    template: template?.id ?? null,
    plan: template && request.templateFile !== undefined ? writeTemplateFile(template) : null,
    records: template ? recordsOf(template, locale, request) : blankBoardRecords(),
  });
}

/** Null for a blank board. */
function chosenTemplate({ template, templateFile }: Request): Template | null {
  if (templateFile !== undefined) return templateInFile(templateFile);
  if (template === undefined) return null;
  const found = findTemplate(template);
  if (!found) throw new RequestRefused('bad-request', 'There is no template of this name.');
  return found;
}

function templateInFile(text: string): Template {
  const read = readTemplateFile(text);
  if (read.ok) return read.template;
  const more = read.problems.length - problemsSaid;
  const said = read.problems.slice(0, problemsSaid);
  throw new RequestRefused('bad-template', [...said, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n'));
}

function titleOf(template: Template, locale: string): string {
  return Array.from(templateTitle(template, locale)).slice(0, limits.titleCharsMax).join('');
}

function recordsOf(template: Template, locale: string, { people, examples, templateFile }: Request) {
  const options = { ...(people !== undefined && { people }), ...(examples && { withExamples: true }) };
  if (shapesNeeded(template, people ?? template.group[0]) > limits.shapesPerPageMax)
    throw new RequestRefused('large-group');
  const made = examples ? exampleAsContent(template) : template;
  if (templateFile === undefined) return templateRecords(made, locale, options);
  try {
    // The example too: it may be wished for later.
    templateRecords(template, locale, { ...options, withExamples: true });
    return templateRecords(made, locale, options);
  } catch {
    // A file may hold a value that no board takes, in a place that the rules of templates do not know.
    throw new RequestRefused('bad-template', 'A board cannot hold what this template file says.');
  }
}

export async function storeBoard(making: Making, content: BoardContent): Promise<CreatedBoard> {
  const { id, title, template, plan, records } = content;
  const { keys, rows } = newLinks(id);
  const recoveryCode = newRecoveryCode();
  const recoveryHash = hashSecret(cleanRecoveryCode(recoveryCode));
  const doc = new Y.Doc();
  seedBoard(doc, records);
  const snapshot = Y.encodeStateAsUpdateV2(doc);
  doc.destroy();
  await making.store.createBoard({
    board: { id, title, template, createdAt: making.now() },
    links: rows,
    access: { paused: false, newcomers: 'join', passcode: null, recoveryHash, shortCode: null },
    snapshot,
    plan,
  });
  return { id, title, keys, links: linkAddresses(making.origin, id, keys), recoveryCode };
}
