// F6, F7 and F14: silence, half-open sockets, resets, cuts in the middle of a frame, a slow and shaky line, a proxy that
// closes what rests. Times are short because the server is given short ones, not because anybody waits.
import { expect, it } from 'vitest';
import { startChaosProxy, type ChaosProxy } from '../support/chaos-proxy.ts';
import { between, randomFrom } from '../support/seeded-random.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { rounds, shows } from './chaos-row.ts';
import { allAgree, type Crowd, gather, until } from './crowd.ts';

interface Place {
  server: TestServer;
  proxy: ChaosProxy;
  crowd: Crowd;
}

async function on(run: (place: Place) => Promise<void>, settings: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(settings);
  const proxy = await startChaosProxy(server.origin);
  const crowd = await gather(server.origin, 4, 3);
  for (const writer of crowd.writers) writer.connect(proxy.origin);
  await until(() => expect(crowd.writers.every(({ synced }) => synced)).toBe(true));
  try {
    await run({ server, proxy, crowd });
  } finally {
    crowd.stop();
    await proxy.close();
    await server.stop();
  }
}
/** On a busy machine the server's short patience may cut off somebody who is well, too. */
const back = ({ crowd: { writers, reader }, proxy, server }: Place): void => {
  for (const writer of writers) if (writer.isCut) writer.connect(proxy.origin);
  if (reader.isCut) reader.connect(server.origin);
};
const act = ({ writers }: Crowd, times: number): void => {
  for (let i = 0; i < times; i++) for (const writer of writers) writer.act();
};

it('[R17] [R28] silence in the middle of writing: the server lets the dead sockets go, nothing is lost, nothing twice', async () => {
  const about = {
    id: 'F6',
    fault: 'black hole and half-open sockets',
    promise: 'edits kept and merged; dead sockets go',
  };
  const tried = rounds(5, 50);
  const shown = await shows(about, async () => {
    await on(
      async (place) => {
        const { crowd, proxy, server } = place;
        for (let round = 0; round < tried; round++) {
          act(crowd, 3);
          proxy.network.isBlackHole = true;
          act(crowd, 3);
          // The server hears nothing more, not even a pong, and is told nothing by the network.
          await until(() => expect(proxy.open()).toBe(0));
          // Its end reaches them a moment later than the proxy: until then they would count as back.
          await until(() => expect(crowd.writers.filter(({ open }) => open)).toHaveLength(0));
          proxy.network.isBlackHole = false;
          act(crowd, 3);
          await until(() => {
            back(place);
            const away = crowd.writers.filter(({ synced }) => !synced);
            expect(away.map(({ closes, refusals, open, isCut }) => ({ closes, refusals, open, isCut }))).toEqual([]);
          });
          await allAgree(server.origin, crowd, () => back(place));
        }
      },
      { pulse: { beatMs: 20, keepAliveMs: 50, socketSilentMs: 300 } },
    );
    return { rounds: tried, result: 'all merged; every half-open socket was cut off by the server' };
  });
  expect(shown.rounds).toBe(tried);
}, 600_000);

it('[R17] resets and cuts in the middle of a frame: nothing is lost, nothing twice', async () => {
  const about = { id: 'F6', fault: 'resets, and cuts in the middle of a frame', promise: 'edits kept and merged' };
  const tried = rounds(20, 200);
  const shown = await shows(about, async () => {
    let cut = 0;
    await on(async (place) => {
      const { crowd, proxy, server } = place;
      const random = randomFrom(6);
      for (let round = 0; round < tried; round++) {
        act(crowd, 3);
        if (round % 2 === 0) proxy.reset();
        else proxy.network.cutAfterBytes = between(random, 200, 3_000);
        act(crowd, 3);
        // Reconnects are cut as well, as long as the fault lasts.
        await until(() => {
          back(place);
          act(crowd, 1);
          expect(crowd.writers.every(({ closes }) => closes.length > round)).toBe(true);
        });
        proxy.network.cutAfterBytes = 0;
        await until(() => {
          back(place);
          expect(crowd.writers.every(({ synced }) => synced)).toBe(true);
        });
        await allAgree(server.origin, crowd, () => back(place));
      }
      cut = proxy.counts.cut;
    });
    expect(cut).toBeGreaterThan(0);
    return { rounds: tried, result: `${cut} connections cut inside a frame; all merged` };
  });
  expect(shown.rounds).toBe(tried);
}, 600_000);

it('[R9] a slow and shaky line is no reason to be sent away', async () => {
  const about = {
    id: 'F7',
    fault: '300 ms and up to 150 ms more each way, 400 kbit/s',
    promise: 'usable; no false offline',
  };
  const tried = rounds(20, 100);
  const shown = await shows(about, async () => {
    const seenMs: number[] = [];
    await on(async ({ crowd, proxy, server }) => {
      Object.assign(proxy.network, { delayMs: 300, jitterMs: 150, bytesPerSecond: 50_000 });
      const [writer, watcher] = crowd.writers;
      if (!writer || !watcher) throw new Error('Nobody is here.');
      const broken = crowd.writers.flatMap(({ closes }) => closes).length;
      for (let round = 0; round < tried; round++) {
        const at = performance.now();
        writer.act();
        const size = writer.doc.getMap('rec').size;
        await until(() => expect(watcher.doc.getMap('rec').size).toBe(size));
        seenMs.push(performance.now() - at);
      }
      await allAgree(server.origin, crowd);
      expect(crowd.writers.flatMap(({ closes }) => closes)).toHaveLength(broken);
    });
    const p95 = Math.round(seenMs.sort((a, b) => a - b)[Math.floor(tried * 0.95)] ?? 0);
    return { rounds: tried, result: `seen by the other after ${p95} ms (p95, two such lines); 0 breaks` };
  });
  expect(shown.rounds).toBe(tried);
}, 300_000);

it('[R28] a proxy that closes what rests does not close a board on which nobody does anything', async () => {
  const about = { id: 'F14', fault: 'a proxy that closes idle connections', promise: 'stays up' };
  const shown = await shows(about, async () => {
    const idleCloseMs = 1_500;
    // The usual times and a proxy's 60 s, divided by 40.
    await on(
      async ({ crowd, proxy }) => {
        const breaks = () => crowd.writers.flatMap(({ closes }) => closes).length;
        proxy.network.idleCloseMs = idleCloseMs;
        for (const writer of crowd.writers) writer.act();
        await until(() => expect(crowd.writers.every(({ allSaved }) => allSaved)).toBe(true));
        const [before, heard] = [breaks(), crowd.writers.map(({ keptAlive }) => keptAlive)];
        const wanted = Math.ceil((idleCloseMs * 4) / 500);
        await until(() =>
          expect(crowd.writers.every(({ keptAlive }, i) => keptAlive >= (heard[i] ?? 0) + wanted)).toBe(true),
        );
        expect(breaks()).toBe(before);
        expect(proxy.counts.idleClosed).toBe(0);
      },
      { pulse: { beatMs: 125, keepAliveMs: 500, socketSilentMs: 1_125 } },
    );
    // The proxy does close: with the usual times the same board is cut off.
    await on(async ({ crowd, proxy }) => {
      proxy.network.idleCloseMs = 200;
      for (const writer of crowd.writers) writer.act();
      await until(() => expect(proxy.counts.idleClosed).toBe(crowd.writers.length));
    });
    return { rounds: 1, result: '4 idle limits long without a break; without keep-alive cut after one' };
  });
  expect(shown.rounds).toBe(1);
}, 300_000);
