// What a server does by itself every few minutes: removes boards that nobody uses any more, where it was told to, and makes
// backups, where it was told to.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Admin } from './admin.ts';
import { makeBackup, stamp } from './backup.ts';
import { errorFields, type Log } from './log.ts';

export interface HousekeepingDeps {
  config: Pick<Config, 'dataDir' | 'keepDays' | 'backupDir' | 'backupEveryHours' | 'backupsKept'>;
  admin: Admin;
  log: Log;
  now: () => number;
}

const everyMs = 5 * 60_000;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const backupName = /^commonboard-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)$/;

/** Begins at once, and ends with the process: a backup that is cut off is begun anew. */
export function keepHouse(deps: HousekeepingDeps): void {
  let round = Promise.resolve();
  const begin = (): void => {
    round = round.then(() => houseRound(deps));
  };
  setInterval(begin, everyMs).unref();
  begin();
}

/** One round; what fails is logged and tried at the next. */
export async function houseRound(deps: HousekeepingDeps): Promise<void> {
  for (const task of [removeUnused, backUpWhenDue]) {
    try {
      await task(deps);
    } catch (error) {
      deps.log.error(`${task.name} failed`, errorFields(error));
    }
  }
}

async function removeUnused({ config: { keepDays }, admin, log, now }: HousekeepingDeps): Promise<void> {
  if (keepDays === null) return;
  const unused = (await admin.listBoards()).filter(({ usedAt }) => usedAt < now() - keepDays * dayMs);
  for (const { id } of unused) await admin.deleteBoard(id);
  if (unused.length > 0) log.info('boards removed that nobody has used', { boards: unused.length, days: keepDays });
}

async function backUpWhenDue({ config, admin, log, now }: HousekeepingDeps): Promise<void> {
  const { backupDir, backupEveryHours, backupsKept, dataDir } = config;
  if (backupDir === null) return;
  const there = await readdir(backupDir).catch(() => []);
  const names = there.filter((name) => backupName.test(name)).toSorted();
  const last = names.at(-1);
  if (last !== undefined && now() - madeAt(last) < backupEveryHours * hourMs) return;
  const name = `commonboard-${stamp(new Date(now()))}`;
  const { boards } = await makeBackup(admin, dataDir, join(backupDir, name), new Date(now()));
  log.info('backup made', { boards });
  const cutOff = there.filter((one) => one.endsWith('.part') && backupName.test(one.slice(0, -'.part'.length)));
  for (const old of [...[...names, name].slice(0, -backupsKept), ...cutOff])
    await rm(join(backupDir, old), { recursive: true });
}

function madeAt(name: string): number {
  const [date = '', time = ''] = (backupName.exec(name)?.[1] ?? '').split('T');
  return Date.parse(`${date}T${time.replaceAll('-', ':')}`);
}
