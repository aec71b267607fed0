// S15: a crowd on one large board, everybody pointing, looking at their own part of it and changing something now and then.
import * as decoding from 'lib0/decoding';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { decodeHotBody, decodeHotDown, encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import { boardOf } from '../board-content.ts';
import type { Figure } from '../figures.ts';
import { ours } from '../ours.ts';
import { pace, rest, waitUntil } from '../pace.ts';
import { cpuMs } from '../process-figures.ts';
import type { Servers } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { percentile, Tally } from '../tally.ts';
import { takeSeats } from '../traffic.ts';
import { median } from '../../median-of-rounds.ts';

const cursorHz = 10;
/** Each changes something every two seconds. */
const editHz = 0.5;
const board = { w: 8_000, h: 5_000 };
const view = { zoom: 1, width: 1_440, height: 900 };
const sampled = 20;
const roundsMax = 3;

export async function crowd(
  { crowd: people, writeMs, boardShapes, rounds }: Sizes,
  servers: Servers,
): Promise<Figure[]> {
  const running = await servers.get(ours);
  const all: { kbit: number; cursor: number; edit: number; share: number; cpu: number }[] = [];
  for (let round = 0; round < Math.min(rounds, roundsMax); round++) {
    const room = await running.room(boardOf(boardShapes));
    const tally = new Tally();
    const ages: number[] = [];
    const pointedAt = new Map<number, number>();
    const hearCursors = (frame: Buffer): void => {
      if (frame[0] !== messageTypes.presence) return;
      const decoder = decoding.createDecoder(frame.subarray(1));
      for (const { body } of decodeHotDown(decoder)) {
        const at = pointedAt.get(decodeHotBody(body)?.cursor?.x ?? Number.NaN);
        if (at !== undefined) ages.push(performance.now() - at);
      }
    };
    const seats = await takeSeats(room, people, (number) => (frame) => {
      tally.hear(frame, number, number < sampled);
      if (number < sampled) hearCursors(frame);
    });
    const point = (number: number, step: number): void => {
      const middle = placeOf(number);
      // A whole part for who and where, a broken part that nobody else has.
      const x = Math.fround(middle.x + Math.sin(step / 3) * 200);
      pointedAt.set(x, performance.now());
      const camera = { x: view.width / 2 - middle.x, y: view.height / 2 - middle.y, ...view };
      const body = encodeHotBody({ cursor: { x, y: middle.y }, view: camera, brush: null, laser: [], caret: null });
      seats[number]?.socket.send(encodeHotUp(body));
    };
    for (let number = 0; number < people; number++) point(number, 0);
    await rest(1_500);
    ages.length = 0;
    const bytesBefore = seats.map(({ socket }) => socket.bytesIn);
    const cpuBefore = cpuMs(running.server.pid());
    let edited = 0;
    await pace(people * cursorHz, writeMs * 2, (count) => {
      point(count % people, Math.floor(count / people));
      if (Math.floor(((count + 1) * editHz) / cursorHz) > edited) {
        const writer = (edited++ * 7) % people;
        seats[writer]?.edit(tally.mark(writer));
      }
    });
    const seconds = (writeMs * 2) / 1000;
    const kbits = seats.map(({ socket }, i) => ((socket.bytesIn - (bytesBefore[i] ?? 0)) * 8) / 1000 / seconds);
    const cpu = (cpuMs(running.server.pid()) - cpuBefore) / seconds / 10;
    await waitUntil(() => tally.heard >= tally.sent * (people - 1));
    for (const { socket } of seats) socket.destroy();
    all.push({
      kbit: kbits.reduce((sum, one) => sum + one, 0) / people,
      cursor: percentile(ages, 0.95),
      edit: percentile(tally.delays, 0.95),
      share: (tally.heard / (tally.sent * (people - 1))) * 100,
      cpu,
    });
  }
  const figure = (name: keyof (typeof all)[number]): number => median(all.map((one) => one[name]));
  const measure = `${people} people at one board`;
  return [
    {
      id: 'S15',
      measure: `${measure}: down to each`,
      unit: 'kbit/s',
      values: { ours: figure('kbit') },
      goals: { most: 150 },
    },
    {
      id: 'S15',
      measure: `${measure}: age of a cursor, p95`,
      unit: 'ms',
      values: { ours: figure('cursor') },
      goals: { most: 250 },
    },
    {
      id: 'S15',
      measure: `${measure}: an edit, p95`,
      unit: 'ms',
      values: { ours: figure('edit') },
      goals: { most: 250 },
    },
    {
      id: 'S15',
      measure: `${measure}: edits that arrived`,
      unit: '%',
      values: { ours: figure('share') },
      goals: { least: 100 },
    },
    { id: 'S15', measure: `${measure}: share of a core`, unit: '%', values: { ours: figure('cpu') } },
  ];
}

/** In a grid over the board, a little out of line. */
function placeOf(number: number): { x: number; y: number } {
  const columns = 20;
  const [column, row] = [number % columns, Math.floor(number / columns)];
  return { x: (column + 0.5) * (board.w / columns) + number * 0.37, y: ((row % 15) + 0.5) * (board.h / 15) };
}
