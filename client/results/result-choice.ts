// What somebody wants to take away, and the board as it leaves for that.
import { forExport, type Exported } from '@commonboard/shared/domain/harvest/for-export.ts';
import { filledFiles, type FileChoice } from '@commonboard/shared/domain/harvest/files.ts';
import { exportChoice } from '@commonboard/shared/domain/harvest/role-table.ts';
import type { LevelPreset } from '@commonboard/shared/domain/views/level-names.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import type { Round } from '@commonboard/shared/voting/round.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { locale } from '../ui/messages/locale.ts';
import { documentFile, workbookFile } from './board-files.ts';

export interface ResultChoice {
  preset: LevelPreset;
  /** A copy for people outside. */
  redacted: boolean;
  /** With the cards in which people say who they are. */
  people: boolean;
  withoutSensitive: boolean;
}

export const firstChoice: ResultChoice = { preset: 'plain', redacted: false, people: false, withoutSensitive: false };

export interface Leaving {
  exported: Exported;
  choice: FileChoice;
}

/** What a board has that leaves it. */
export interface Gathered {
  model: BoardModel;
  /** Those that are counted are told of. */
  rounds: readonly Round[];
  /** Comments. */
  threads: readonly Thread[];
}

export function leavingBoard({ model, ...beside }: Gathered, role: Role, asked: ResultChoice): Leaving {
  const exported = forExport(model, exportChoice(role, asked), beside);
  const table = { locale, preset: asked.preset };
  const files = [workbookFile, documentFile, ...filledFiles(exported, table)];
  return { exported, choice: { ...table, facts: { date: today(), files }, now: Date.now() } };
}

/** The same wish, for the server. */
export function queryOf({ preset, redacted, people, withoutSensitive }: ResultChoice): Record<string, string> {
  return {
    preset,
    locale,
    ...(redacted && { redacted: '1' }),
    ...(people && { people: '1' }),
    ...(withoutSensitive && { sensitive: '0' }),
  };
}

/** Of this device's clock. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
