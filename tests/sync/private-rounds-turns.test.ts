// What of a private round is asked for several times at once, before the first is stored.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../support/access-board.ts';
import { PrivateBoard } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';

const on = syncBoard();

describe('at once', () => {
  it('[R149] [R151] what is asked for twice, while nothing is stored yet, is shown once, and what is written meanwhile stays', async () => {
    const board = await PrivateBoard.of(on.server.origin);
    const ada = await board.access.joinAs('edit');
    await board.open({ isAnonymous: false });
    await board.write(ada.token, 'kestrel');
    const { id } = await board.round();
    const show = (token?: string) =>
      board.access.ask('POST', `/private-rounds/${id}/show`, { participant: ada.participantId }, token);
    const { promise, resolve: stores } = Promise.withResolvers<void>();
    on.controls.appendsWaitFor = promise;
    const { appends } = on.controls;
    const shown = [show(ada.token), show(), show(ada.token)];
    await until(() => expect(on.controls.appends).toBeGreaterThan(appends));
    // Whose drafts are closed under them is asked to come again.
    const write = async (): Promise<Answer> => {
      const answer = await board.write(ada.token, 'heron');
      return answer.status === 503 ? write() : answer;
    };
    const written = write();
    const looked = board.drafts(ada.token);
    // Asked after the others, and answered.
    await board.session();
    stores();
    on.controls.appendsWaitFor = null;
    for (const { status } of await Promise.all(shown)) expect(status).toBe(204);
    expect((await written).status).toBe(201);
    await looked;
    const own = (await board.drafts(ada.token)).own.map(({ text }) => text);
    expect([...(await board.words()), ...own].toSorted()).toEqual(['heron', 'kestrel']);
    await board.reveal();
    expect((await board.words()).toSorted()).toEqual(['heron', 'kestrel']);
  });

  it('[R141] what somebody puts in twice at once is one note', async () => {
    const board = await PrivateBoard.of(on.server.origin);
    const ada = await board.access.joinAs('edit');
    await board.open();
    const { id } = (await board.write(ada.token, 'kestrel')).body as { id: string };
    await board.command({ type: 'cancel-round', round: (await board.round()).id });
    const { promise, resolve: stores } = Promise.withResolvers<void>();
    on.controls.appendsWaitFor = promise;
    const { appends } = on.controls;
    const puts = [1, 2, 3].map(() => board.access.ask('POST', `/drafts/${id}/put-in`, {}, ada.token));
    await until(() => expect(on.controls.appends).toBeGreaterThan(appends));
    await board.session();
    stores();
    on.controls.appendsWaitFor = null;
    const statuses = (await Promise.all(puts)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 404, 404]);
    expect(await board.words()).toEqual(['kestrel']);
  });
});
