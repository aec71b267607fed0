// Recovery codes of boards that were made in this page: shown once, in memory only, so that they are kept elsewhere.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';

const codes = new Map<BoardId, string>();

export function keepRecoveryCode(id: BoardId, code: string): void {
  codes.set(id, code);
}

export function recoveryCodeOf(id: BoardId): string | null {
  return codes.get(id) ?? null;
}

export function dropRecoveryCode(id: BoardId): void {
  codes.delete(id);
}
