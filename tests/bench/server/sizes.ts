// How much of everything the server bench does. Goals belong to the full sizes; the small ones show that it runs.

export interface Sizes {
  rounds: number;
  /** ms that one workload writes. */
  writeMs: number;
  readers: number;
  people: number;
  cursors: number;
  boardShapes: number;
  /** 1.9 MB as a document. */
  largeBoardShapes: number;
  joiners: number;
  passingMb: number;
  boards: number;
  idleMs: number;
  loneEdits: number;
  /** Before a flood, to compare with. */
  calmEdits: number;
  diskMs: number;
  coldRows: number;
  reconnecting: number;
  badFrames: number;
  crowd: number;
}

export const fullSizes: Sizes = {
  rounds: 5,
  writeMs: 3_000,
  readers: 100,
  people: 100,
  cursors: 60,
  boardShapes: 200,
  largeBoardShapes: 3_900,
  joiners: 60,
  passingMb: 100,
  boards: 1_000,
  idleMs: 5_000,
  loneEdits: 200,
  calmEdits: 400,
  diskMs: 600_000,
  coldRows: 500,
  reconnecting: 500,
  badFrames: 1_800,
  crowd: 300,
};

export const quickSizes: Sizes = {
  rounds: 1,
  writeMs: 300,
  readers: 4,
  people: 4,
  cursors: 4,
  boardShapes: 20,
  largeBoardShapes: 60,
  joiners: 3,
  passingMb: 2,
  boards: 5,
  idleMs: 200,
  loneEdits: 3,
  calmEdits: 6,
  diskMs: 1_500,
  coldRows: 10,
  reconnecting: 8,
  badFrames: 36,
  crowd: 6,
};
