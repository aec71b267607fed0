// The built page. Files with a hash in their name never change and are kept for ever; index.html is asked for each time.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono, MiddlewareHandler } from 'hono';

const notBuilt =
  '<!doctype html><meta charset="utf-8"><title>Commonboard</title><p>The page has not been built yet. Start the server with <code>npm start</code>.';

/** Pages of the client; it shows its own "not found" for the rest. */
const pagePaths = ['/', '/join', '/pair', '/b/:id', '/b/:id/', '/b/:id/room'];
/** Boards without the canvas: a page of its own, and small. */
const plainPaths = ['/p', '/p/:id', '/p/:id/'];

export function mountStaticFiles(app: Hono, clientDir: string): void {
  const page = async (c: Context, status: 200 | 404, file = 'index.html') => {
    c.header('cache-control', 'no-cache');
    const html = await readFile(join(clientDir, file), 'utf8').catch(() => null);
    return html === null ? c.html(notBuilt, 503) : c.html(html, status);
  };
  for (const path of pagePaths) app.get(path, (c) => page(c, 200));
  for (const path of plainPaths) app.get(path, (c) => page(c, 200, 'page.html'));
  app.get('/index.html', (c) => c.redirect('/'));
  app.get('/page.html', (c) => c.redirect('/p'));
  if (existsSync(clientDir)) app.get('*', builtFiles(clientDir));
  app.get('*', (c, next) => (c.req.path.startsWith('/api/') ? next() : page(c, 404)));
}

function builtFiles(clientDir: string): MiddlewareHandler {
  return serveStatic({
    root: clientDir,
    precompressed: true,
    onFound: (path, c) => {
      const forEver = path.startsWith(join(clientDir, 'assets'));
      c.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
