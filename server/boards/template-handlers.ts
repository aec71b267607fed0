// The HTTP calls for templates: one of this server as a file, and the one that a board was made from.
import { createHash } from 'node:crypto';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { templateOf } from './board-template.ts';

export function mountTemplates(mount: Mount, { store }: ServerParts): void {
  mount('template', ({ params, c }) => {
    const template = findTemplate(params.id);
    if (!template) throw new RequestRefused('not-found', 'There is no template of this name.');
    const file = writeTemplateFile(template);
    // Weak: it may go out compressed.
    const tag = `W/"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`;
    const headers = { etag: tag, 'cache-control': 'public, no-cache' };
    if (c.req.header('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers });
    return new Response(file, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
  });

  // Read once for as long as the board is in use: a template file is long, and never changes.
  const known = new WeakMap<LiveBoard, Promise<Template | null>>();
  mount('boardTemplate', async ({ caller: { grant } }) => {
    const template = known.get(grant.board) ?? templateOf(store, grant.board.row);
    known.set(grant.board, template);
    template.catch(() => known.delete(grant.board));
    return { template: await template };
  });
}
