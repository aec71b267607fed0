// What the store keeps as JSON, read back.
import type { z } from 'zod';

/** Null for what the schema does not know, or is no JSON. */
export function readStored<S extends z.ZodType>(schema: S, json: string): z.infer<S> | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    // Not JSON: as unreadable as any other.
    return null;
  }
}
