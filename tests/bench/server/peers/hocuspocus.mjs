// @hocuspocus/server 4.7.0. With DATA_DIR it stores as its SQLite extension does: one row per document, replaced each time. That
// extension itself wants a compiler; node:sqlite takes the place of better-sqlite3.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const folder = process.env.DATA_DIR;
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: folder ? [storage(folder)] : [],
});
await server.listen();
console.log(`listening on ${server.address.port}`);

function storage(dataDir) {
  const db = new DatabaseSync(join(dataDir, 'hocuspocus.db'));
  db.exec('CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))');
  const select = db.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC');
  const upsert = db.prepare(
    'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
  );
  return new Database({
    fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => void upsert.run(documentName, state),
  });
}
