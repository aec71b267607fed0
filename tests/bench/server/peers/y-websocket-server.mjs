// @y/websocket-server 0.1.5 behind ws 8. It stores nothing.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { setupWSConnection } from '@y/websocket-server/utils';

const server = createServer((_, response) => response.end('okay'));
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', setupWSConnection);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
