// Waits for the disk, and not for ever.
import { RequestRefused } from './request-refused.ts';

/** What is not durable by then is answered with "not saving"; it is stored once the disk allows. */
const storedWaitMsMax = 8_000;

export async function within(stored: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestRefused('not-saving')), storedWaitMsMax);
  });
  try {
    await Promise.race([stored, late]);
  } finally {
    clearTimeout(timer);
  }
}
