import { ApiError } from './api.ts';

/** Why the server refused, where it gave one of these reasons. */
export function reasonIn<Reason extends string>(
  error: unknown,
  reasons: Readonly<Record<Reason, unknown>>,
): Reason | null {
  if (!(error instanceof ApiError)) return null;
  const { body } = error;
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null;
  const { reason } = body;
  return typeof reason === 'string' && Object.hasOwn(reasons, reason) ? (reason as Reason) : null;
}
