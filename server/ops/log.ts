// One JSON object per line on standard error. Never a secret, a name, a title or anything from a board.
import { createHash } from 'node:crypto';

export type LogFields = Record<string, string | number | boolean | null>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export function createLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at = (level: string) => (event: string, fields?: LogFields) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A board's id opens nothing by itself but is half of every link, so only this much of it is logged. */
export function boardTag(board: string): string {
  return createHash('sha256').update(board).digest('hex').slice(0, 12);
}

/** What may be said of an error: its type and where it was thrown, not its message, which may quote content. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, stack: (error.stack ?? '').split('\n').slice(1, 6).join(' | ').trim() };
}
