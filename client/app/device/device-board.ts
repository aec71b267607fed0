// One board as this device keeps it, and the older form that it is read from.
import { z } from 'zod';
import { boardIdSchema, participantIdSchema, secretSchema } from '@commonboard/shared/protocol/ids.ts';
import { roleSchema, roles, type Role } from '@commonboard/shared/protocol/roles.ts';

const known = {
  id: boardIdSchema,
  title: z.string(),
  /** Set once joined: sent again, it gives the same participant. */
  resume: secretSchema.optional(),
  participantId: participantIdSchema.optional(),
  name: z.string().optional(),
  color: z.string().optional(),
  /** This person has been asked where they come from. */
  sectorAsked: z.boolean().optional(),
  /** ms since 1970 */
  lastOpened: z.number(),
};

const deviceBoardSchema = z.object({
  ...known,
  /** The secrets this device has been given, one for each role: a weaker link takes no right away. */
  keys: z.partialRecord(roleSchema, secretSchema).refine((keys) => Object.keys(keys).length > 0),
});
export type DeviceBoard = z.infer<typeof deviceBoardSchema>;
type BoardKeys = DeviceBoard['keys'];

/** Kept by the first version: the link opened last, and beside it the facilitator's. */
const firstFormSchema = z
  .object({ ...known, role: roleSchema, key: secretSchema, facilitateKey: secretSchema.optional() })
  .transform(({ role, key, facilitateKey, ...board }): DeviceBoard => ({
    ...board,
    keys: { ...(facilitateKey === undefined ? {} : { facilitate: facilitateKey }), [role]: key },
  }));

/** Nothing where the entry is damaged. */
export function readDeviceBoard(entry: unknown): DeviceBoard | undefined {
  return deviceBoardSchema.safeParse(entry).data ?? firstFormSchema.safeParse(entry).data;
}

/** Strongest first. */
export function keysInOrder(keys: BoardKeys): { role: Role; key: string }[] {
  return roles.flatMap((role) => {
    const key = keys[role];
    return key === undefined ? [] : [{ role, key }];
  });
}

/** The most this device may do on the board. */
export function strongestRole(board: DeviceBoard): Role {
  return keysInOrder(board.keys)[0]?.role ?? 'view';
}

/** `key` has turned out to be of `role`; it may have been kept as another's. */
export function withKey(keys: BoardKeys, role: Role, key: string): BoardKeys {
  const others = keysInOrder(keys).filter((other) => other.key !== key);
  return { ...Object.fromEntries(others.map((other) => [other.role, other.key])), [role]: key };
}
