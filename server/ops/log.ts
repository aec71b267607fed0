// One JSON object per line on standard error. Never a secret, a name, a title or anything from a board.
import { createHash } from 'node:crypto';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type Rate, TokenBucket } from './token-bucket.ts';

export type LogFields = Record<string, string | number | boolean | null>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Of one event; a flood must not fill the disk. */
const eventRate: Rate = { burst: limits.logLinesBurst, perSecond: limits.logLinesPerSecond };

/** Of an event that happens too often, lines are left out and counted in the next that is written. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line), now = Date.now): Log {
  const events = new Map<string, { bucket: TokenBucket; leftOut: number }>();
  const at =
    (level: string) =>
    (event: string, fields?: LogFields): void => {
      let known = events.get(event);
      if (!known) events.set(event, (known = { bucket: new TokenBucket(eventRate, now()), leftOut: 0 }));
      if (!known.bucket.take(now())) {
        known.leftOut++;
        return;
      }
      const { leftOut } = known;
      known.leftOut = 0;
      const line = {
        time: new Date(now()).toISOString(),
        level,
        event,
        ...fields,
        ...(leftOut > 0 ? { leftOut } : {}),
      };
      write(`${JSON.stringify(line)}\n`);
    };
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
