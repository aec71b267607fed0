// @tldraw/sync-core 5.4.2: a room in memory per path. RECORDS names a file with the records that each room begins with.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { TLSocketRoom } from '@tldraw/sync-core';
import { createTLSchema } from '@tldraw/tlschema';
import { WebSocketServer } from 'ws';

const schema = createTLSchema();
const boards = new Map();
const rooms = new Map();
let sessions = 0;
const server = createServer((_, response) => response.end('okay'));
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, { url }) => {
  const { pathname, searchParams } = new URL(url, 'http://here');
  let room = rooms.get(pathname);
  // It closes itself when nobody has been there for a while.
  if (!room || room.isClosed()) rooms.set(pathname, (room = openRoom(searchParams.get('records'))));
  room.handleSocketConnect({ sessionId: `s${++sessions}`, socket, isReadonly: false });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

function openRoom(file) {
  if (!file) return new TLSocketRoom({ schema });
  let records = boards.get(file);
  if (!records) boards.set(file, (records = JSON.parse(readFileSync(file, 'utf8'))));
  return new TLSocketRoom({
    schema,
    initialSnapshot: {
      clock: 1,
      documents: records.map((state) => ({ state, lastChangedClock: 1 })),
      tombstones: {},
      schema: schema.serialize(),
    },
  });
}
