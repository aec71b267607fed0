// What is true of the board's changes just now, in words. The words carry it; the sign beside them only helps.
import { t } from '../ui/messages/t.ts';

export type SaveState =
  | { kind: 'saved' }
  /** Changes sent and not yet settled by the server. */
  | { kind: 'saving'; count: number }
  /** Changes that wait in this page, and only there. */
  | { kind: 'offline'; count: number }
  /** Of `all` changes that wait, those that are on this device and outlive the page. */
  | { kind: 'offline-kept'; count: number; all: number }
  | { kind: 'connecting' }
  | { kind: 'not-saving' }
  | { kind: 'view-only' }
  /** The canvas of this page met a mistake: nothing that is said of changes would be of use. */
  | { kind: 'stopped' };

export function saveWords(state: SaveState): { short: string; long: string } {
  switch (state.kind) {
    case 'saved':
      return { short: t('board.save.saved'), long: t('board.save.saved.long') };
    case 'saving':
      return {
        short: t('board.save.saving', { count: state.count }),
        long: t('board.save.saving.long', { count: state.count }),
      };
    case 'offline':
      return { short: t('board.save.offline', { count: state.count }), long: t('board.save.offline.long') };
    case 'offline-kept':
      return keptWords(state);
    case 'connecting':
      return { short: t('board.save.connecting'), long: t('board.save.connecting.long') };
    case 'not-saving':
      return { short: t('board.save.not-saving'), long: t('board.save.not-saving.long') };
    case 'view-only':
      return { short: t('board.save.view-only'), long: t('board.save.view-only.long') };
    case 'stopped':
      return { short: t('board.save.stopped'), long: t('board.save.stopped.long') };
  }
}

function keptWords({ count, all }: { count: number; all: number }): { short: string; long: string } {
  if (count >= all) return { short: t('board.save.kept', { count }), long: t('board.save.kept.long') };
  return { short: t('board.save.kept.some', { kept: count, all }), long: t('board.save.kept.some.long') };
}

/** What is worth interrupting somebody who listens: trouble and its end, not every change on its way. */
export function spokenState(state: SaveState): string {
  // Each change is not yet kept for a moment: that is seen, and would be too much to hear.
  if (state.kind === 'offline-kept') return t('board.save.kept.long');
  return isTrouble(state) || state.kind === 'saved' ? saveWords(state).long : '';
}

export function isTrouble({ kind }: SaveState): boolean {
  return kind === 'offline' || kind === 'offline-kept' || kind === 'not-saving' || kind === 'stopped';
}
