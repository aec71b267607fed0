// Turns: servers are started once and measured one after the other, several times over; the median of each figure counts.
import { median } from '../median-of-rounds.ts';
import type { Contender, ContenderName, RunningContender } from './contender.ts';

export class Servers {
  readonly #running = new Map<ContenderName, Promise<RunningContender>>();

  get(contender: Contender): Promise<RunningContender> {
    let found = this.#running.get(contender.name);
    if (!found) this.#running.set(contender.name, (found = contender.start()));
    return found;
  }

  async stop(): Promise<void> {
    for (const running of this.#running.values()) await (await running).server.stop();
    this.#running.clear();
  }
}

/** Figures by their names. */
export type Measured = Readonly<Record<string, number>>;
export type Medians = Partial<Record<ContenderName, Measured>>;

export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender) => Promise<Measured>,
): Promise<Medians> {
  const found = new Map<ContenderName, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) found.get(contender.name)?.push(await measure(contender));
  return Object.fromEntries([...found].map(([name, all]) => [name, mediansOf(all)]));
}

function mediansOf(all: readonly Measured[]): Measured {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(all.map((measured) => measured[name] ?? Number.NaN))]));
}

/** One figure of each. */
export function pick(medians: Medians, name: string): Partial<Record<ContenderName, number>> {
  return Object.fromEntries(
    Object.entries(medians).flatMap(([who, measured]) => (measured[name] === undefined ? [] : [[who, measured[name]]])),
  );
}
