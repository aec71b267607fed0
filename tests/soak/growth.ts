// What a soak has found: one sample a minute, and whether anything kept growing.

export interface Sample {
  minute: number;
  /** After forced collection. */
  browserHeapBytes: number;
  serverHeapBytes: number;
  /** The document as the server gives it to who comes now, as V2. */
  snapshotBytes: number;
  /** Places written because somebody dragged, all shapes and all people. */
  dragWrites: number;
  structs: number;
  clientIds: number;
  shapes: number;
  /** Updates sent by all. */
  messages: number;
  /** Of one core, since the last sample. */
  cpuPercent: { server: number; bots: number; browser: number };
}

export interface Growth {
  fromMinute: number;
  toMinute: number;
  /** 0.1 is ten percent more. */
  browserHeap: number;
  serverHeap: number;
  snapshotBytesPerWrite: number;
  browserBytesPerWrite: number;
  serverBytesPerWrite: number;
  holds: boolean;
}

/** Two who replace one shape at the same moment leave two copies. */
const shapesApartMost = 0.01;
const heapGrowthMost = 0.1;
const bytesPerWriteMost = 2;

/** Caches fill in the first third; growth is what comes after it. */
export function growthOf(samples: readonly Sample[]): Growth {
  const last = samples.at(-1);
  const first = last && samples.find(({ minute }) => minute >= last.minute / 3);
  if (!first || first === last) throw new Error('Two samples at least are needed to speak of growth.');
  const writes = last.dragWrites - first.dragWrites;
  if (writes <= 0) throw new Error('Nobody has dragged anything.');
  const browserBytes = last.browserHeapBytes - first.browserHeapBytes;
  const serverBytes = last.serverHeapBytes - first.serverHeapBytes;
  const browserHeap = browserBytes / first.browserHeapBytes;
  const serverHeap = serverBytes / first.serverHeapBytes;
  const snapshotBytesPerWrite = (last.snapshotBytes - first.snapshotBytes) / writes;
  return {
    fromMinute: first.minute,
    toMinute: last.minute,
    browserHeap,
    serverHeap,
    snapshotBytesPerWrite,
    browserBytesPerWrite: browserBytes / writes,
    serverBytesPerWrite: serverBytes / writes,
    holds:
      browserHeap <= heapGrowthMost &&
      serverHeap <= heapGrowthMost &&
      snapshotBytesPerWrite <= bytesPerWriteMost &&
      Math.abs(last.shapes - first.shapes) <= first.shapes * shapesApartMost,
  };
}

const columns: readonly (readonly [head: string, cell: (sample: Sample) => string])[] = [
  ['minute', ({ minute }) => String(minute)],
  ['browser MB', ({ browserHeapBytes }) => megabytes(browserHeapBytes)],
  ['server MB', ({ serverHeapBytes }) => megabytes(serverHeapBytes)],
  ['snapshot B', ({ snapshotBytes }) => String(snapshotBytes)],
  ['drag writes', ({ dragWrites }) => String(dragWrites)],
  ['structs', ({ structs }) => String(structs)],
  ['client ids', ({ clientIds }) => String(clientIds)],
  ['shapes', ({ shapes }) => String(shapes)],
  ['messages', ({ messages }) => String(messages)],
  [
    'cpu % server/bots/browser',
    ({ cpuPercent: { server, bots, browser } }) => [server, bots, browser].map(Math.round).join('/'),
  ],
];

export const sampleHeads = columns.map(([head]) => head).join('  ');

export function sampleLine(sample: Sample): string {
  return columns.map(([head, cell]) => cell(sample).padStart(head.length)).join('  ');
}

export function growthLines(growth: Growth): string[] {
  const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
  return [
    `minute ${growth.fromMinute} to ${growth.toMinute}:`,
    `  browser heap ${percent(growth.browserHeap)} (goal <= 10 %), ${growth.browserBytesPerWrite.toFixed(0)} B per drag write`,
    `  server heap ${percent(growth.serverHeap)} (goal <= 10 %), ${growth.serverBytesPerWrite.toFixed(0)} B per drag write`,
    `  snapshot ${growth.snapshotBytesPerWrite.toFixed(2)} B per drag write (goal <= 2 B)`,
    growth.holds ? 'All goals hold.' : 'Not all goals hold.',
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
