// What one attack costs a server, with the gate and without: CPU ms and MB. And what an honest change pays for the gate.
import * as Y from 'yjs';
import { attacks } from '../../support/attacks.ts';
import { openGate } from '../../support/board-gate.ts';
import type { Row } from '../table.ts';

const victim = { client: 7, clock: 1_000 };
const dragsOfOne = 20_000;
const megabyte = 1024 * 1024;

interface Cost {
  ms: number;
  megabytes: number;
}

export function measureAttacks(progress: (row: Row) => void): Row[] {
  const rows: Row[] = [];
  const add = (row: Row): void => {
    rows.push(row);
    progress(row);
  };
  for (const row of honestCost()) add(row);
  for (const [i, [name, make]] of Object.entries(attacks).entries()) {
    const updates = make(victim);
    const withGate = costOf(() => {
      const gate = openGate(board());
      return {
        run: (update) => gate.send(update, { isOthers: (client) => client === victim.client }),
        stop: () => gate.stop(),
      };
    }, updates);
    const without = costOf(() => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, board());
      return { run: (update) => Y.applyUpdate(doc, update), stop: () => doc.destroy() };
    }, updates);
    const measure = `${name} (${updates.length} x ${Math.ceil((updates[0]?.length ?? 0) / 1024)} KB)`;
    add({
      ...rowOf(`A${i + 1}`, measure, 'ms a frame'),
      ours: withGate.ms / updates.length,
      example: without.ms / updates.length,
    });
    add({ ...rowOf(`A${i + 1}`, measure, 'MB'), ours: withGate.megabytes, example: without.megabytes });
  }
  return rows;
}

function rowOf(id: string, measure: string, unit: string): Omit<Row, 'ours' | 'example'> {
  return { id, measure, unit, sync: null };
}

function board(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = victim.client;
  doc.transact(() => {
    for (let i = 0; i < victim.clock / 2; i++) doc.getMap('rec').set(`shape:${i}`, new Y.Map([['', { x: i }]]));
  });
  return Y.encodeStateAsUpdate(doc);
}

/** The best of three: other work on the machine only adds. */
function costOf(
  open: () => { run: (update: Uint8Array) => void; stop: () => void },
  updates: readonly Uint8Array[],
): Cost {
  const costs = Array.from({ length: 3 }, () => {
    const { run, stop } = open();
    const before = memory();
    const start = performance.now();
    for (const update of updates) {
      try {
        run(update);
      } catch {
        // Without the gate some of them throw; what that took is counted.
      }
    }
    const cost = { ms: performance.now() - start, megabytes: Math.max(0, memory() - before) / megabyte };
    stop();
    return cost;
  });
  return {
    ms: Math.min(...costs.map(({ ms }) => ms)),
    megabytes: Math.min(...costs.map(({ megabytes }) => megabytes)),
  };
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function honestCost(): Row[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, board());
  const gate = openGate(board());
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const map = doc.getMap<Y.Map<unknown>>('rec').get('shape:7');
  for (let i = 0; i < dragsOfOne; i++) map?.set('$', ['page:page', i * 1.5, i, 0]);
  let [judged, applied] = [0, 0];
  for (const update of updates) {
    const start = performance.now();
    gate.judge(update);
    const middle = performance.now();
    Y.applyUpdate(gate.doc, update);
    judged += middle - start;
    applied += performance.now() - middle;
  }
  gate.stop();
  const us = (ms: number): number => (ms * 1_000) / updates.length;
  // Against its application, which a loaded machine slows down as much.
  const row = rowOf('H0', 'one step of a drag: the gate, and beside it the application', 'us');
  return [{ ...row, ours: us(judged), example: us(applied), goals: { ofExample: 1 } }];
}
