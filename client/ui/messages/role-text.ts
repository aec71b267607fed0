// What a role is called.
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { t } from './t.ts';

const keys = { facilitate: 'common.role.facilitate', edit: 'common.role.edit', view: 'common.role.view' } as const;

export function roleText(role: Role): string {
  return t(keys[role]);
}
