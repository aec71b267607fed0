// The board as it stands in this page, with what the server does not have: kept aside so that a person can take it along.
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import type * as Y from 'yjs';
import { saveBoardData, saveBoardText } from './save-board.ts';

/** The records are read when the copy is made; the document may be gone by the time it is saved. */
export interface BoardCopy {
  /** All of it is also on this device, and is sent by the next page that may. */
  isOnDevice: boolean;
  saveText: () => void;
  saveData: () => void;
}

/** Null where the document cannot be read. */
export function copyBoard(doc: Y.Doc, title: string, isOnDevice: boolean): BoardCopy | null {
  try {
    const { records } = readBoardRecords(doc);
    return {
      isOnDevice,
      saveText: () => saveBoardText({ title, pages: boardOutline(records) }),
      saveData: () => saveBoardData(title, records),
    };
  } catch {
    // A mistake of ours in reading must not stand in the way of the page that offers the copy.
    return null;
  }
}
