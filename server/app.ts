// The whole HTTP surface at a glance: which part mounts what, and the one place where errors become answers.
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { routes } from '@commonboard/shared/protocol/routes.ts';
import { mountAccess } from './access/access-handlers.ts';
import { mountLinks } from './access/link-handlers.ts';
import { mountPeople } from './access/people-handlers.ts';
import { mountAssets } from './assets/handlers.ts';
import { mountDrafts } from './drafts/draft-handlers.ts';
import { mountPrivateRounds } from './drafts/round-handlers.ts';
import { mountExports } from './export/handlers.ts';
import { mountComments } from './comments/comment-handlers.ts';
import { mountContent } from './boards/content-handlers.ts';
import { mountBoards, mountJoining } from './boards/handlers.ts';
import { mountNews } from './boards/news-handlers.ts';
import { mountNotes } from './boards/note-handlers.ts';
import { mountTemplates } from './boards/template-handlers.ts';
import { mountHarvest } from './harvest/harvest-handlers.ts';
import { mountVersions } from './history/handlers.ts';
import { mountRestoring } from './history/restore-handlers.ts';
import { mountSession } from './session/session-handlers.ts';
import { createMount } from './http/mount.ts';
import { openApiDocument } from './http/open-api.ts';
import { refusalResponse, RequestRefused } from './http/request-refused.ts';
import { securityHeaders } from './http/security-headers.ts';
import { mountStaticFiles } from './http/static-files.ts';
import { errorFields } from './ops/log.ts';
import { mountMetrics } from './ops/metrics.ts';
import type { ServerParts } from './server-parts.ts';
import { StoreError } from './storage/board-store.ts';
import { RoomClosing } from './sync/room-closing.ts';
import { mountSockets } from './sync/socket/upgrade.ts';
import { mountVoting } from './voting/voting-handlers.ts';

export function createApp(parts: ServerParts): Hono {
  const app = new Hono();
  const mount = createMount(app, parts);

  mountSockets(app, parts);
  app.use(securityHeaders(parts.config));
  for (const { path } of [routes.records, routes.outline, routes.template, routes.boardTemplate])
    app.use(path, compress());
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });

  mount('health', () => ({ ok: true }) as const);
  mount('ready', async () => {
    if (!(await parts.health.isWriting())) throw new RequestRefused('not-saving');
    return { ready: true } as const;
  });
  mount('config', () => ({
    tldrawLicenseKey: parts.config.tldrawLicenseKey,
    publicUrl: parts.config.publicUrl,
    needsCreateKey: parts.config.createKey !== null,
  }));
  mountMetrics(app, parts);
  app.get('/api/openapi.json', (c) => c.json(openApiDocument()));
  mountJoining(mount, parts);
  mountBoards(mount, parts);
  mountAccess(mount, parts);
  mountLinks(mount, parts);
  mountPeople(mount, parts);
  mountContent(mount, parts);
  mountNews(mount, parts);
  mountNotes(mount, parts);
  mountTemplates(mount, parts);
  mountAssets(mount, parts);
  mountExports(mount, parts);
  mountVersions(mount, parts);
  mountRestoring(mount, parts);
  mountSession(mount, parts);
  mountVoting(mount, parts);
  mountComments(mount, parts);
  mountHarvest(mount, parts);
  mountDrafts(mount, parts);
  mountPrivateRounds(mount, parts);
  mountStaticFiles(app, parts.config.clientDir);

  app.notFound(() => refusalResponse(new RequestRefused('not-found')));
  app.onError((error, c) => {
    if (error instanceof RequestRefused) return refusalResponse(error);
    if (error instanceof StoreError && error.failure === 'gone')
      return refusalResponse(new RequestRefused('not-found'));
    if (error instanceof RoomClosing) return refusalResponse(new RequestRefused('restarting'));
    parts.log.error('request failed', { method: c.req.method, route: c.req.routePath, ...errorFields(error) });
    const unavailable = error instanceof StoreError && error.failure === 'unavailable';
    return refusalResponse(new RequestRefused(unavailable ? 'not-saving' : 'internal'));
  });
  return app;
}
