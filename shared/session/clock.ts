// What the server's clock says, on a device whose own may be wrong by a day.

/** The server's clock minus this one's, and how exactly that is known. Milliseconds. */
export interface ClockOffset {
  ms: number;
  errorMs: number;
}

/** A push says when it left, not how long it was on its way. */
const pushErrorMs = 2_000;
/** By as much a device's clock may run wrong, of what has passed. */
const driftShare = 0.0001;

export function offsetOfPush(serverNow: number, receivedAt: number): ClockOffset {
  return { ms: serverNow - receivedAt, errorMs: pushErrorMs };
}

/** Of a question and its answer: the server looked at its clock somewhere between. */
export function offsetOfAnswer(serverNow: number, askedAt: number, receivedAt: number): ClockOffset {
  const half = Math.max(0, receivedAt - askedAt) / 2;
  return { ms: serverNow - askedAt - half, errorMs: half };
}

/**
 * The better known of two, `sinceMs` after the first. Where they contradict each other, one of the clocks was set anew: the
 * later counts.
 */
export function betterOffset(known: ClockOffset | null, sample: ClockOffset, sinceMs: number): ClockOffset {
  if (!known) return sample;
  const errorMs = known.errorMs + Math.max(0, sinceMs) * driftShare;
  if (Math.abs(sample.ms - known.ms) > errorMs + sample.errorMs) return sample;
  return sample.errorMs <= errorMs ? sample : { ms: known.ms, errorMs };
}
