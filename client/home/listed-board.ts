// A board as the start page lists it, and what can be done with it there.
import type { Role } from '@commonboard/shared/protocol/roles.ts';

export interface ListedBoard {
  id: string;
  title: string;
  role: Role;
  /** ms since 1970 */
  lastOpened: number;
  /** A data: address. */
  thumbnail: string | null;
}

export type BoardAction = 'rename' | 'duplicate' | 'delete' | 'forget';
