// Everybody has written three notes in private, and they are shown: how long until the last of them lies on the last screen, and that
// none is missing. Beside it the same notes written at once by somebody on a published server, with nothing private about them.
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import { median } from '../median-of-rounds.ts';
import type { Seat } from '../server/contender.ts';
import type { Figure } from '../server/figures.ts';
import { waitUntil } from '../server/pace.ts';
import { takeSeats } from '../server/traffic.ts';
import { yWebsocketServer } from '../server/y-websocket.ts';
import { notesAtOnce } from './notes-at-once.ts';
import { openPrivateRoom, type PrivateRoom } from './private-room.ts';
import { openScreen } from './screen.ts';

/** People, and ms within which all of them see all notes. */
const crowds = [
  { people: 30, msMax: 500 },
  { people: 100, msMax: 1_000 },
  { people: 300, msMax: 2_000 },
] as const;
const notesEach = 3;
const rounds = 3;
const arriveMsMax = 60_000;
/** Nothing that a document holds by chance. */
const mark = /@~~@(\d{5})/g;

interface Shown {
  /** ms after the end of the countdown. */
  median: number;
  last: number;
  screen: number;
  /** Notes, over all people. */
  missing: number;
}

/** `only`: how many people; none means each of the crowds. */
export async function measureReveals(only: readonly number[], progress: (figure: Figure) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { people, msMax } of crowds) {
    if (only.length > 0 && !only.includes(people)) continue;
    const mine: Shown[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      mine.push(await reveal(people));
      theirs.push(await writeAtOnce(people));
    }
    const middle = (of: keyof Shown): number => median(mine.map((shown) => shown[of]));
    const id = `P${people}`;
    const made: Figure[] = [
      {
        id,
        measure: `${people * notesEach} notes are there, half of ${people} people`,
        unit: 'ms',
        values: { ours: middle('median') },
      },
      {
        id,
        measure: 'and the last of them',
        unit: 'ms',
        values: { ours: middle('last'), 'y-ws server': median(theirs) },
        goals: { most: msMax },
      },
      { id, measure: 'and drawn in a browser', unit: 'ms', values: { ours: middle('screen') }, goals: { most: msMax } },
      {
        id,
        measure: 'notes missing on all screens',
        unit: '',
        values: { ours: Math.max(...mine.map(({ missing }) => missing)) },
        goals: { most: 0 },
      },
    ];
    figures.push(...made);
    for (const figure of made) progress(figure);
  }
  return figures;
}

async function reveal(people: number): Promise<Shown> {
  const room = await openPrivateRoom();
  try {
    const screen = await openScreen(room.link);
    try {
      const ears = listeners(people);
      const seats = await takeSeats(room, people, (number) => ears[number]?.hear ?? ignore);
      await room.openRound();
      const drafts = await takeSeats(room.drafts, people, () => ignore);
      await Promise.all(seats.map((_, number) => writeNotes(room, number)));
      const drawn = screen.drawn(people * notesEach);
      const dueAt = await room.reveal();
      const heard = await arrived(ears, seats, people * notesEach);
      const screenAt = await drawn;
      for (const { socket } of [...seats, ...drafts]) socket.destroy();
      const times = heard.map(({ at }) => at - dueAt);
      return {
        median: median(times),
        last: Math.max(...times),
        screen: screenAt.at - dueAt,
        missing: heard.reduce((sum, { missing }) => sum + missing, 0) + screenAt.missing,
      };
    } finally {
      await screen.stop();
    }
  } finally {
    await room.stop();
  }
}

/** All at once with the others: what one writes within the same second is stored together, and waits for it. */
async function writeNotes(room: PrivateRoom, seat: number): Promise<void> {
  for (let note = 0; note < notesEach; note++) await room.write(seat, textOf(seat * notesEach + note));
}

/** ms until the last of them has the same notes, which one has written. */
async function writeAtOnce(people: number): Promise<number> {
  const running = await yWebsocketServer.start();
  try {
    const room = await running.room(null);
    const ears = listeners(people);
    const seats = await takeSeats(room, people, (number) => ears[number]?.hear ?? ignore);
    const writer = await room.enter(people);
    const texts = Array.from({ length: people * notesEach }, (_, i) => textOf(i));
    const update = notesAtOnce(texts);
    const startedAt = now();
    writer.socket.send(encodeSyncFrame('update', update));
    const heard = await arrived(ears, seats, texts.length);
    for (const { socket } of [...seats, writer]) socket.destroy();
    return Math.max(...heard.map(({ at }) => at)) - startedAt;
  } finally {
    await running.server.stop();
  }
}

interface Ear {
  hear: (frame: Buffer) => void;
  frames: { at: number; frame: Buffer }[];
}

/** They keep what comes and look at it later: a page is a machine of its own, these share one with the server. */
function listeners(people: number): Ear[] {
  return Array.from({ length: people }, () => {
    const frames: Ear['frames'] = [];
    return {
      frames,
      hear: (frame) => {
        if (frame[0] === messageTypes.sync) frames.push({ at: now(), frame });
      },
    };
  });
}

/** When each had the last of the notes, and how many it has never got. */
async function arrived(
  ears: readonly Ear[],
  seats: readonly Seat[],
  notes: number,
): Promise<{ at: number; missing: number }[]> {
  const missingOf = ears.map(() => new Set(Array.from({ length: notes }, (_, i) => textOf(i))));
  const allAt = ears.map(() => Number.NaN);
  const isAllThere = (): boolean => {
    for (const [number, { frames }] of ears.entries()) {
      const missing = missingOf[number];
      for (const { at, frame } of frames.splice(0)) {
        if (!missing?.size) continue;
        for (const [text] of frame.toString('latin1').matchAll(mark)) missing.delete(text);
        if (missing.size === 0) allAt[number] = at;
      }
    }
    return missingOf.every(({ size }) => size === 0) || seats.every(({ socket }) => !socket.open);
  };
  await waitUntil(isAllThere, arriveMsMax);
  const end = now();
  return ears.map((_, number) => ({ at: allAt[number] || end, missing: missingOf[number]?.size ?? notes }));
}

function textOf(number: number): string {
  return `@~~@${String(number).padStart(5, '0')}`;
}

/** ms on the clock that the server and the browser have too. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function ignore(): void {
  // Its frames are not looked at.
}
