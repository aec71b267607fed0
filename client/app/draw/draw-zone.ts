// Draws zones as they are on paper: light, with their ground, on whatever page they lie and whatever this page shows.
import type { TLRecord, TLShapeId } from 'tldraw';
import { makePicture } from '../../export/export-picture.ts';
import type { DrawZone, ZoneDrawer } from '../../results/zone-pictures.ts';
import { type HiddenPlace, openHiddenEditor } from './hidden-editor.ts';

/** Of a board as it is in `records`. */
export async function withDrawer<T>(
  records: readonly TLRecord[],
  where: HiddenPlace,
  work: (drawer: ZoneDrawer) => Promise<T>,
): Promise<T> {
  const { editor, stop } = openHiddenEditor(records, where);
  const draw: DrawZone = (id, crop, scale) => {
    const page = editor.getAncestorPageId(id);
    if (page) editor.setCurrentPage(page);
    return makePicture(editor, { scope: zone(id), format: 'png', background: true, dark: false, crop, scale });
  };
  try {
    return await work({ editor, draw });
  } finally {
    stop();
  }
}

function zone(id: TLShapeId) {
  return { kind: 'zone', id } as const;
}
