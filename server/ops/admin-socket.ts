// The way from the `commonboard` command to a running server: a local socket in the data folder, which only the server's own
// user can open. One question and one answer per connection, each a line of JSON.
import { createHash } from 'node:crypto';
import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Admin, type AdminReply, adminReplySchema, type AdminRequest, adminRequestSchema } from './admin.ts';
import { errorFields, type Log } from './log.ts';

const lineCharsMax = 64 * 1024 * 1024;
const questionCharsMax = 16 * 1024;
/** Of a socket's path, where systems are strict. */
const pathCharsMax = 100;

function socketPath(dataDir: string): string {
  if (process.platform !== 'win32') return join(dataDir, 'admin.sock');
  return `\\\\.\\pipe\\commonboard-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`;
}

/** A server without it runs all the same. Resolves with its stop. */
export async function listenForAdmin(dataDir: string, admin: Admin, log: Log): Promise<() => Promise<void>> {
  const path = socketPath(dataDir);
  if (path.length > pathCharsMax) {
    log.warn('the path of the data folder is too long for the commonboard command');
    return async () => undefined;
  }
  // The database is ours, so nobody else listens: one that is left is of a server that was killed.
  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = createServer((socket) => void answer(socket, admin, log));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return async () => {
    await new Promise((resolve) => server.close(resolve));
  };
}

async function answer(socket: Socket, admin: Admin, log: Log): Promise<void> {
  socket.on('error', () => undefined);
  try {
    const line = await readLine(socket, questionCharsMax);
    // Somebody only looked whether there is a server.
    if (line === null) return;
    const request = adminRequestSchema.parse(JSON.parse(line));
    socket.end(`${JSON.stringify(await act(admin, request))}\n`);
  } catch (error) {
    log.warn('administration refused', errorFields(error));
    const sentence = error instanceof Error ? error.message : 'The server could not do that.';
    socket.end(`${JSON.stringify({ error: sentence } satisfies AdminReply)}\n`);
  }
}

async function act(admin: Admin, request: AdminRequest): Promise<AdminReply> {
  switch (request.act) {
    case 'list':
      return { boards: await admin.listBoards() };
    case 'delete':
      return { deleted: await admin.deleteBoard(request.board) };
    case 'copy':
      await admin.copyDatabase(request.file);
      return { copied: true };
  }
}

/** The running server of a data folder; null when there is none. */
export async function findRunningServer(dataDir: string): Promise<Admin | null> {
  const path = socketPath(dataDir);
  const first = await open(path);
  if (!first) return null;
  first.destroy();
  const ask = async (request: AdminRequest): Promise<AdminReply> => {
    const socket = await open(path);
    if (!socket) throw new Error('The server has stopped meanwhile. Try again.');
    socket.write(`${JSON.stringify(request)}\n`);
    const line = await readLine(socket, lineCharsMax);
    if (line === null) throw new Error('The server has not answered. Try again.');
    const reply = adminReplySchema.parse(JSON.parse(line));
    if ('error' in reply) throw new Error(reply.error);
    return reply;
  };
  return {
    async listBoards() {
      const reply = await ask({ act: 'list' });
      return 'boards' in reply ? reply.boards : [];
    },
    async deleteBoard(board) {
      const reply = await ask({ act: 'delete', board });
      return 'deleted' in reply && reply.deleted;
    },
    async copyDatabase(file) {
      await ask({ act: 'copy', file });
    },
  };
}

function open(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    // Nobody listens, or not for this user.
    socket.once('error', () => resolve(null));
  });
}

/** Null when the other side has gone before. */
function readLine(socket: Socket, charsMax: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\n');
      if (end !== -1) resolve(text.slice(0, end));
      else if (text.length > charsMax) reject(new Error('This is too long.'));
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(null));
  });
}
