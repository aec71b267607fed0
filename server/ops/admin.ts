// What the person who runs the server may ask of it, whether it runs or not: the acts behind `commonboard list`, `delete`,
// `backup` and `verify`.
import { z } from 'zod';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { type BoardSummary, boardSummarySchema } from '../storage/board-summary.ts';

export interface Admin {
  listBoards(): Promise<BoardSummary[]>;
  /** False where there is no such board. */
  deleteBoard(board: BoardId): Promise<boolean>;
  /** Writes the database, as it is at one moment, into a new file. */
  copyDatabase(file: string): Promise<void>;
}

export const adminRequestSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('list') }),
  z.object({ act: z.literal('delete'), board: boardIdSchema }),
  z.object({ act: z.literal('copy'), file: z.string().min(1).max(4_000) }),
]);
export type AdminRequest = z.infer<typeof adminRequestSchema>;

export const adminReplySchema = z.union([
  z.object({ error: z.string() }),
  z.object({ boards: z.array(boardSummarySchema) }),
  z.object({ deleted: z.boolean() }),
  z.object({ copied: z.literal(true) }),
]);
export type AdminReply = z.infer<typeof adminReplySchema>;
