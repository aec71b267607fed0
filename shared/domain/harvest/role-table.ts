// Who gets what out of a board: the one table of roles and exports, for the server and the page.
import type { Role } from '../../protocol/roles.ts';
import type { ExportChoice } from './for-export.ts';

/** What a copy leaves out at least. Anybody may ask for less. */
const least: Readonly<Record<Role, ExportChoice>> = {
  facilitate: {},
  // They see these cards on the board; a file goes farther than the board.
  edit: { withoutSensitive: true },
  view: { redacted: true },
};
const mayListPeople: ReadonlySet<Role> = new Set(['facilitate']);

export function exportChoice(role: Role, { redacted, withoutSensitive, people }: ExportChoice): ExportChoice {
  return {
    ...least[role],
    ...(redacted && { redacted: true }),
    ...(withoutSensitive && { withoutSensitive: true }),
    ...(people && mayListPeople.has(role) && { people: true }),
  };
}
