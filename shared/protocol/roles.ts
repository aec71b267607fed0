// What a link lets a person do. A role is looked up on the server for each message; what a client says of it is only for show.
import { z } from 'zod';

export const roles = ['facilitate', 'edit', 'view'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export function mayEdit(role: Role): boolean {
  return role !== 'view';
}
