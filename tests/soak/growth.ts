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
  /** ms from one person to another, each edit since the last sample. */
  editMs: readonly number[];
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
  /** ms, of the first and of the last minutes: ten, or a third where there are fewer. */
  firstEditP95Ms: number;
  lastEditP95Ms: number;
  holds: boolean;
}

/** Two who replace one shape at the same moment leave two copies. */
const shapesApartMost = 0.01;
const heapGrowthMost = 0.1;
/** An hour, where the run is long enough to tell; a shorter one sees more of chance than of growth. */
const heapGrowthPerHourMost = 0.05;
const longRunMinutes = 60;
const bytesPerWriteMost = 2;
const editSlowerMost = 1.2;
const editMinutes = 10;

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
  const heapMost =
    last.minute < longRunMinutes ? heapGrowthMost : (heapGrowthPerHourMost * (last.minute - first.minute)) / 60;
  const edits = samples.filter(({ editMs }) => editMs.length > 0);
  const span = Math.max(1, Math.min(editMinutes, Math.floor(edits.length / 3)));
  const firstEditP95Ms = p95(edits.slice(0, span).flatMap(({ editMs }) => editMs));
  const lastEditP95Ms = p95(edits.slice(-span).flatMap(({ editMs }) => editMs));
  const snapshotBytesPerWrite = (last.snapshotBytes - first.snapshotBytes) / writes;
  return {
    fromMinute: first.minute,
    toMinute: last.minute,
    browserHeap,
    serverHeap,
    snapshotBytesPerWrite,
    browserBytesPerWrite: browserBytes / writes,
    serverBytesPerWrite: serverBytes / writes,
    firstEditP95Ms,
    lastEditP95Ms,
    holds:
      browserHeap <= heapMost &&
      serverHeap <= heapMost &&
      lastEditP95Ms <= firstEditP95Ms * editSlowerMost &&
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
  ['edit p95 ms', ({ editMs }) => p95(editMs).toFixed(0)],
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
    `  browser heap ${percent(growth.browserHeap)} (goal <= 10 %, from an hour on 5 % an hour), ${growth.browserBytesPerWrite.toFixed(0)} B per drag write`,
    `  server heap ${percent(growth.serverHeap)} (the same goal), ${growth.serverBytesPerWrite.toFixed(0)} B per drag write`,
    `  snapshot ${growth.snapshotBytesPerWrite.toFixed(2)} B per drag write (goal <= 2 B)`,
    `  an edit, p95 ${growth.firstEditP95Ms.toFixed(0)} ms at first, ${growth.lastEditP95Ms.toFixed(0)} ms at last (goal <= ${editSlowerMost}x)`,
    growth.holds ? 'All goals hold.' : 'Not all goals hold.',
  ];
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
