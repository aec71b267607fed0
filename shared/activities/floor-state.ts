// Who has the floor, and who waits for it: chairs of a fishbowl, or talks that people sign up for. Rules R196 to R198.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { sessionPersonSchema } from '../session/session-person.ts';
import { turnMinutesSchema } from './turn-order.ts';

export const seatsSchema = z.number().int().min(limits.circleSeatsMin).max(limits.circleSeatsMax);

export const floorFormSchema = z.discriminatedUnion('kind', [
  /** So many sit in the circle, and one chair more is there for who wants to join. */
  z.object({ kind: z.literal('fishbowl'), seats: seatsSchema }),
  /** Of each talk. */
  z.object({ kind: z.literal('talks'), minutes: turnMinutesSchema }),
]);
export type FloorForm = z.infer<typeof floorFormSchema>;

export const floorSchema = z.object({
  form: floorFormSchema,
  /** Who sits in the circle, the longest first; of talks, who talks. */
  on: z.array(sessionPersonSchema).max(limits.circleSeatsMax + 1),
  /** Who waits, in the order in which they said so. */
  line: z.array(sessionPersonSchema).max(limits.participantsPerBoardMax),
  /** Grows when somebody comes on or goes off. */
  turn: z.number().int().nonnegative(),
});
export type Floor = z.infer<typeof floorSchema>;

/** No chair is free: whoever has sat longest makes room. */
export function isFull({ form, on }: Floor): boolean {
  return form.kind === 'fishbowl' && on.length > form.seats;
}
