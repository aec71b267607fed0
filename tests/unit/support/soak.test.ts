// The soak's own sums: where growth begins to count, what is too much, and how everybody is held back for a measurement.
import { describe, expect, it } from 'vitest';
import { growthOf, type Sample } from '../../soak/growth.ts';
import { Turnstile } from '../../soak/turnstile.ts';

const sample = (minute: number, more: Partial<Sample> = {}): Sample => ({
  minute,
  browserHeapBytes: 50_000_000,
  serverHeapBytes: 20_000_000,
  snapshotBytes: 300_000,
  dragWrites: minute * 1_000,
  structs: 10_000,
  clientIds: 11,
  shapes: 600,
  messages: minute * 800,
  editMs: [20, 20, 30],
  cpuPercent: { server: 5, bots: 20, browser: 50 },
  ...more,
});

describe('growth', () => {
  it('counts from the end of the first third', () => {
    const samples = [sample(0, { browserHeapBytes: 1 }), sample(10), sample(20), sample(30)];
    expect(growthOf(samples)).toMatchObject({ fromMinute: 10, toMinute: 30, browserHeap: 0, holds: true });
  });

  it.each<[string, Partial<Sample>]>([
    ['a browser that grows by more than a tenth', { browserHeapBytes: 55_100_000 }],
    ['a server that grows by more than a tenth', { serverHeapBytes: 22_100_000 }],
    ['a snapshot that grows by more than two bytes for each drag write', { snapshotBytes: 300_000 + 41_000 }],
    ['another number of shapes than before', { shapes: 607 }],
    ['edits that take longer than a fifth more', { editMs: [20, 20, 37] }],
  ])('is too much: %s', (_what, change) => {
    expect(growthOf([sample(0), sample(10), sample(30, change)]).holds).toBe(false);
  });

  it('of the heaps is told by the hour in a long run', () => {
    const after = (serverHeapBytes: number) =>
      growthOf([sample(0), sample(60), sample(120, { serverHeapBytes })]).holds;
    expect(after(20_900_000)).toBe(true);
    expect(after(21_100_000)).toBe(false);
  });

  it('cannot be told from one sample, or where nobody dragged', () => {
    expect(() => growthOf([])).toThrow(/Two samples/);
    expect(() => growthOf([sample(0)])).toThrow(/Two samples/);
    expect(() => growthOf([sample(1), sample(3, { dragWrites: 1_000 })])).toThrow(/Nobody/);
  });
});

describe('the turnstile', () => {
  it('closes when the last act has ended, and lets nobody begin until it opens', async () => {
    const turnstile = new Turnstile();
    const act = Promise.withResolvers<void>();
    const happened: string[] = [];
    const first = turnstile.pass(() => act.promise);
    const closed = turnstile.close().then(() => happened.push('closed'));
    const second = turnstile.pass(() => Promise.resolve(void happened.push('second')));
    happened.push('first ends');
    act.resolve();
    await Promise.all([first, closed]);
    expect(happened).toEqual(['first ends', 'closed']);
    turnstile.open();
    await second;
    expect(happened.at(-1)).toBe('second');
  });

  it('is at rest even when an act fails', async () => {
    const turnstile = new Turnstile();
    await expect(turnstile.pass(() => Promise.reject(new Error('slipped')))).rejects.toThrow(/slipped/);
    await turnstile.close();
    turnstile.open();
  });
});
