// Who gets what out of a board: the one table of roles and exports.
import type { ExportChoice } from '@commonboard/shared/domain/harvest/for-export.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';

/** What a copy leaves out at least. Anybody may ask for the redacted one. */
const least: Readonly<Record<Role, ExportChoice>> = {
  facilitate: {},
  // They see these cards on the board; a file goes farther than the board.
  edit: { withoutSensitive: true },
  view: { redacted: true },
};
const mayListPeople: ReadonlySet<Role> = new Set(['facilitate']);

export function exportChoice(role: Role, asked: { redacted: boolean; people: boolean }): ExportChoice {
  return {
    ...least[role],
    ...(asked.redacted && { redacted: true }),
    ...(asked.people && mayListPeople.has(role) && { people: true }),
  };
}
