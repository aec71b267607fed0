// Waits for the disk, and not for ever.
import { atMost } from '../ops/at-most.ts';
import { RequestRefused } from './request-refused.ts';

/** What is not durable by then is answered with "not saving"; it is stored once the disk allows. */
export const storedWaitMsMax = 8_000;

export async function within(stored: Promise<unknown>): Promise<void> {
  if (!(await atMost(stored, storedWaitMsMax))) throw new RequestRefused('not-saving');
}
