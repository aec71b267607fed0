// How much of everything the binding bench does. Goals belong to the full sizes; the small ones show that it runs.
export interface Sizes {
  /** Board of the measures of bytes. */
  boardShapes: number;
  draggedShapes: number;
  dragFrames: number;
  keystrokes: number;
  strokes: number;
  strokeEvents: number;
  /** Letters that each of two people types, one run each. */
  letters: readonly number[];
  joinShapes: number;
  loadShapes: number;
  /** Of which none is timed. */
  movesBefore: number;
  changes: number;
  rounds: number;
  snapshotShapes: number;
  snapshotDrags: number;
  loadedFrames: number;
  updatesPerFrame: number;
}

export const fullSizes: Sizes = {
  boardShapes: 400,
  draggedShapes: 40,
  dragFrames: 120,
  keystrokes: 60,
  strokes: 5,
  strokeEvents: 300,
  letters: [25, 100],
  joinShapes: 5_000,
  loadShapes: 10_000,
  movesBefore: 3_000,
  changes: 100,
  rounds: 5,
  snapshotShapes: 5_000,
  snapshotDrags: 20_000,
  loadedFrames: 30,
  updatesPerFrame: 60,
};

export const tinySizes: Sizes = {
  boardShapes: 20,
  draggedShapes: 2,
  dragFrames: 12,
  keystrokes: 4,
  strokes: 1,
  strokeEvents: 12,
  letters: [3],
  joinShapes: 40,
  loadShapes: 60,
  movesBefore: 5,
  changes: 2,
  rounds: 1,
  snapshotShapes: 40,
  snapshotDrags: 80,
  loadedFrames: 3,
  updatesPerFrame: 4,
};
