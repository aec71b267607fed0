// F3: no room is left for the database, then there is again.
import { expect, it } from 'vitest';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { startServer } from '../../support/server-process.ts';
import { SyncClient, write } from '../../support/sync-client.ts';
import { call, joinAs, makeBoard } from '../../support/test-server.ts';
import { rounds, shows } from '../chaos-row.ts';
import { allAgree, freshLoad, gather, until } from '../crowd.ts';

it('[R19] a full disk: nothing is called saved that is not, reading goes on, and so does writing when there is room', async () => {
  const about = {
    id: 'F3',
    fault: 'no room left for the database',
    promise: 'no false "saved"; reads work; goes on by itself',
  };
  const tried = rounds(3, 20);
  const shown = await shows(about, async () => {
    const server = await startServer({ DATA_MAX_MB: '3' });
    const resumedMs: number[] = [];
    let unsaved = 0;
    try {
      for (let round = 0; round < tried; round++) {
        // A new board: what many rounds leave on one would itself be more than there is room for.
        const crowd = await gather(server.origin, 4, round);
        const filler = await makeBoard(server.origin);
        const { token } = await joinAs(server.origin, filler, 'facilitate');
        const filling = await new SyncClient(server.origin, filler.id, token).ready();
        const isFull = async (): Promise<boolean> => (await call(server.origin, 'GET', '/readyz')).status === 503;
        // Piece by piece: of several together none would be stored, and the others would fill the disk themselves.
        for (let i = 0; !(await isFull()); i++) {
          write(filling.doc, `big${i}`, 'x'.repeat(100_000));
          await until(async () => expect(filling.settled === filling.sent || (await isFull())).toBe(true));
        }
        for (const writer of crowd.writers) writer.write(100);
        await until(() => expect(crowd.writers.every(({ acts, saved }) => acts.length - saved > 40)).toBe(true));
        for (const writer of crowd.writers) writer.rest();
        unsaved += crowd.writers.reduce((sum, { acts, saved }) => sum + acts.length - saved, 0);
        await freshLoad(server.origin, crowd);
        if (round % 2 === 1) {
          // Only what was called saved is on the disk: the rest comes back with those who wrote it.
          await server.kill9();
          await server.restart();
          await freshLoad(server.origin, crowd);
          for (const one of [...crowd.writers, crowd.reader]) one.connect(server.origin);
        }
        const from = performance.now();
        await remove(server.origin, filler, token);
        const back = (): void => {
          for (const one of [...crowd.writers, crowd.reader]) if (one.isCut) one.connect(server.origin);
        };
        await until(() => {
          back();
          expect(crowd.writers.every(({ allSaved }) => allSaved)).toBe(true);
        });
        resumedMs.push(performance.now() - from);
        filling.stop();
        await allAgree(server.origin, crowd, back);
        crowd.stop();
        const leader = await joinAs(server.origin, crowd.board, 'facilitate');
        await remove(server.origin, crowd.board, leader.token);
      }
    } finally {
      await server.stop();
    }
    const slowest = Math.round(Math.max(...resumedMs));
    return {
      rounds: tried,
      result: `${unsaved} edits waited, 0 falsely saved; all saved ${slowest} ms after there was room (slowest)`,
    };
  });
  expect(shown.rounds).toBe(tried);
}, 900_000);

async function remove(origin: string, board: CreatedBoard, token: string): Promise<void> {
  const { status } = await call(origin, 'DELETE', `/api/boards/${board.id}`, { token });
  expect(status).toBe(204);
}
