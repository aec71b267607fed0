// The server that y-websocket 2.1.0 brings, with LevelDB where YPERSISTENCE names a folder.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const { setupWSConnection } = createRequire(import.meta.url)('y-websocket/bin/utils');
const server = createServer((_, response) => response.end('okay'));
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', setupWSConnection);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
