// A moment, as it is told and stored.
import { z } from 'zod';

/** Milliseconds since 1970. */
export const timeSchema = z.number().int().nonnegative().max(8.64e15);
