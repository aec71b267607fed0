// Ten people without screens and one real browser work on one board for half an hour (SOAK_PEOPLE and SOAK_MINUTES say
// otherwise; with SOAK_PACE=3 they think three times as long), on a real server. Prints once a minute what the memories and the document hold and how long an edit takes; exits
// with 1 when one of them keeps growing. The samples go to test-results/soak.json.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as waitFor } from 'node:timers/promises';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import * as Y from 'yjs';
import { joinByApi, newBoard } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { largeBoard } from '../support/large-board.ts';
import { repositoryRoot } from '../support/repository.ts';
import { between } from '../support/seeded-random.ts';
import { startServer } from '../support/server-process.ts';
import { actOnce, type Wait } from './acts.ts';
import { Bot } from './bot.ts';
import { watchEdits } from './edit-watch.ts';
import { giveFramesToNode } from './frames.ts';
import { growthLines, growthOf, sampleHeads, sampleLine, type Sample } from './growth.ts';
import { inspectOption, openInspector } from './inspector.ts';
import { Turnstile } from './turnstile.ts';
import { watchBoard } from './watching-browser.ts';

const minutes = Number(process.env['SOAK_MINUTES'] ?? 30);
const people = Number(process.env['SOAK_PEOPLE'] ?? 10);
const shapes = 600;
/** Of one in ten people. More think longer and look less often: the board changes as fast, and more hear of it. */
const thinkMs = { least: 500, most: 4_000 };
const lookEveryMs = 100;
const pace = Number(process.env['SOAK_PACE'] ?? 1);
const slower = (people / 10) * pace;
/** After the last act: what is on its way arrives, the browser draws it. */
const settleMs = 2_000;

giveFramesToNode();

// Each connection in Node waits for the end of the process, to say goodbye.
process.setMaxListeners(people + 10);

const stops: (() => unknown)[] = [];
try {
  process.exitCode = await soak();
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function soak(): Promise<number> {
  if (!(minutes >= 2)) throw new Error('SOAK_MINUTES must be a number from 2 on.');
  if (!(people >= 2 && people <= 200)) throw new Error('SOAK_PEOPLE must be a number from 2 to 200.');
  if (!(pace >= 1 && pace <= 10)) throw new Error('SOAK_PACE must be a number from 1 to 10.');
  const server = await startServer({ NODE_OPTIONS: inspectOption });
  stops.push(() => server.stop());
  const inspector = await openInspector(server.output());
  stops.push(() => inspector.stop());
  const board = await newBoard(server);
  const bots = await fillWithPeople(server.origin, board);
  const browser = await watchBoard(board.links.edit);
  stops.push(() => browser.stop());

  const turnstile = new Turnstile();
  const end = new AbortController();
  const watch = await watchEdits({
    origin: server.origin,
    boardId: board.id,
    writerToken: (await joinByApi(server, board, 'edit', 'Writer')).token,
    readerToken: (await joinByApi(server, board, 'view', 'Reader')).token,
  });
  stops.push(() => watch.stop());
  watch.measure();
  const lives = bots.map((bot) => live(bot, turnstile, end.signal));
  const cpuMs = async () => ({
    server: await inspector.cpuMs(),
    bots: (process.cpuUsage().user + process.cpuUsage().system) / 1_000,
    browser: await browser.cpuMs(),
  });

  console.log(sampleHeads);
  const samples: Sample[] = [];
  for (let minute = 0, cpu = await cpuMs(), since = performance.now(); ; minute++) {
    const editMs = await watch.rest();
    await turnstile.close();
    for (const bot of bots) bot.endGesture();
    await waitFor(settleMs);
    const cpuNow = await cpuMs();
    const tookMs = performance.now() - since;
    const sample: Sample = {
      minute,
      browserHeapBytes: await browser.heapBytes(),
      serverHeapBytes: await inspector.heapBytes(),
      ...(await documentOf(server.origin, board)),
      dragWrites: sum(bots.map(({ dragWrites }) => dragWrites)),
      shapes: bots[0]?.shapes().length ?? 0,
      messages: sum(bots.map(({ messages }) => messages)),
      editMs,
      cpuPercent: {
        server: (100 * (cpuNow.server - cpu.server)) / tookMs,
        bots: (100 * (cpuNow.bots - cpu.bots)) / tookMs,
        browser: (100 * (cpuNow.browser - cpu.browser)) / tookMs,
      },
    };
    samples.push(sample);
    console.log(sampleLine(sample));
    if (minute === minutes) break;
    cpu = await cpuMs();
    since = performance.now();
    turnstile.open();
    watch.measure();
    await waitFor(60_000);
  }
  end.abort();
  turnstile.open();
  await Promise.all(lives);
  const complaints = browser.complaints();
  const growth = growthOf(samples);
  console.log(['', ...growthLines(growth), ...complaints.map((text) => `The page complained: ${text}`)].join('\n'));
  const results = join(repositoryRoot, 'test-results');
  await mkdir(results, { recursive: true });
  await writeFile(
    join(results, 'soak.json'),
    JSON.stringify({ at: new Date().toISOString(), people, pace, samples, growth, complaints }, null, 2),
  );
  return growth.holds && complaints.length === 0 ? 0 : 1;
}

/** The first puts the board's content there. */
async function fillWithPeople(origin: string, board: CreatedBoard): Promise<Bot[]> {
  const bots: Bot[] = [];
  for (let number = 1; number <= people; number++) {
    const { token } = await joinByApi({ origin }, board, 'edit', `Bot ${number}`);
    const bot = await Bot.enter(origin, board.id, token, number, lookEveryMs * slower);
    stops.push(() => bot.leave());
    if (number === 1) {
      bot.store.put(largeBoard({ shapes }).filter(({ typeName }) => typeName === 'shape' || typeName === 'binding'));
      bot.endGesture();
    }
    bots.push(bot);
  }
  return bots;
}

/** Acts and thinks until the end. */
async function live(bot: Bot, turnstile: Turnstile, signal: AbortSignal): Promise<void> {
  const wait: Wait = async (ms) => {
    await waitFor(ms, undefined, { signal });
  };
  try {
    while (!signal.aborted) {
      await wait(between(bot.random, thinkMs.least * slower, thinkMs.most * slower));
      await turnstile.pass(() => actOnce(bot, wait));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What the server gives to somebody who comes now. */
async function documentOf(
  origin: string,
  board: CreatedBoard,
): Promise<Pick<Sample, 'snapshotBytes' | 'structs' | 'clientIds'>> {
  const { token } = await joinByApi({ origin }, board, 'view', 'Visitor');
  const provider = plainProvider(origin, board.id, token);
  const arrived = Promise.withResolvers<void>();
  provider.once('sync', () => arrived.resolve());
  await arrived.promise;
  const { store } = provider.doc;
  const found = {
    snapshotBytes: Y.encodeStateAsUpdateV2(provider.doc).length,
    structs: sum([...store.clients.values()].map((structs) => structs.length)),
    clientIds: store.clients.size,
  };
  provider.destroy();
  provider.doc.destroy();
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
