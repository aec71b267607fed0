// In place of this device's copy, for a page that must leave nothing here.
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import type { OfflineCopy } from './offline-copy.ts';

const nothing = (): void => undefined;

export function noCopy(): OfflineCopy {
  return {
    doc: quietDoc(),
    isWhole: false,
    unsentBefore: 0,
    notKept: () => null,
    onChange: null,
    keep: nothing,
    unsent: nothing,
    leave: nothing,
    empty: nothing,
    remove: nothing,
    stop: nothing,
  };
}
