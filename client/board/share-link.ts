// The form of a link: the secret stands in the fragment, which browsers never send to a server.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';

/** `base` is the server's address without a slash at its end. */
export function shareLink(base: string, id: BoardId, key: string): string {
  return `${base}/b/${id}#${key}`;
}

/** True where a link to `base` can be opened on this computer only. */
export function isThisComputerOnly(base: string): boolean {
  const host = new URL(base).hostname;
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.') || host.endsWith('.localhost');
}
