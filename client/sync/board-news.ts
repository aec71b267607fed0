// Message 65 as far as this page uses it: JSON that says what the board is called. What a newer server says beside that is
// passed over.
import { z } from 'zod';

const boardNewsSchema = z.object({
  type: z.literal('board'),
  /** Grows with each change; a lower one is old news. */
  revision: z.number().int().nonnegative(),
  title: z.string(),
});
export type BoardNews = z.infer<typeof boardNewsSchema>;

/** Reads a string with its length before it, to the end of the frame. Null for anything else than news of the board. */
export function decodeBoardNews({ arr, pos }: { arr: Uint8Array; pos: number }): BoardNews | null {
  let start = pos;
  // A varuint goes on as long as the highest bit is set.
  while ((arr[start] ?? 0) >= 0x80) start += 1;
  try {
    return boardNewsSchema.safeParse(JSON.parse(new TextDecoder().decode(arr.subarray(start + 1)))).data ?? null;
  } catch {
    // Cut off, or not JSON: nothing that this page knows.
    return null;
  }
}

/** Passes on only what is newer than all before. */
export function newestOnly(pass: (news: BoardNews) => void): (news: BoardNews) => void {
  let newest = -1;
  return (news) => {
    if (news.revision <= newest) return;
    newest = news.revision;
    pass(news);
  };
}
