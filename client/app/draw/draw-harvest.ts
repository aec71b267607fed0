// Pictures of all zones for what is published, of the board's document as it is at this moment: nothing that only this page shows is
// in them. Of zones with uploaded pictures, a second one without those. What of it may be shown, the server decides.
import { boardModel, type BoardFacts } from '@commonboard/shared/board/board-model.ts';
import { withoutExampleShapes } from '@commonboard/shared/board/example-shapes.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { uploadedPictures, withoutUploaded } from '@commonboard/shared/harvest/uploaded-pictures.ts';
import { zoneDigests } from '@commonboard/shared/harvest/zone-digests.ts';
import type { TLRecord } from 'tldraw';
import type * as Y from 'yjs';
import type { DrawHow, ZoneDrawing } from '../../harvest/publishing.ts';
import { zonePictures } from '../../results/zone-pictures.ts';
import { withDrawer } from './draw-zone.ts';
import type { HiddenPlace } from './hidden-editor.ts';

export async function drawHarvest(
  doc: Y.Doc,
  facts: BoardFacts,
  where: HiddenPlace,
  { onProgress, signal, uploads }: DrawHow,
): Promise<ZoneDrawing> {
  const { records: all } = readBoardRecords(doc);
  // Examples are published nowhere: a zone that shows one would be left without its picture.
  const records = withoutExampleShapes(all);
  const model = boardModel(records, facts);
  const held = uploadedPictures(records);
  const twice = uploads ? [] : model.zones.filter(({ id }) => held.has(id));
  const share = twice.length > 0 ? 0.5 : 1;
  const draw = (from: readonly TLRecord[], board: BoardModel, told: DrawHow['onProgress']) =>
    withDrawer(from, where, (drawer) =>
      zonePictures(drawer, board, { ...forExport(board), model: board }, { signal, share, onProgress: told }),
    );
  const whole = await draw(records, model, (done, count) => onProgress(done, count + twice.length));
  const first = whole.pictures.length;
  const bare =
    twice.length > 0
      ? await draw(withoutUploaded(records), { ...model, zones: twice }, (done, count) =>
          onProgress(first + done, first + count),
        )
      : null;
  const shows = zoneDigests(all);
  const bareOf = new Map(bare?.pictures.map(({ zone, png }) => [zone, png]));
  return {
    pictures: whole.pictures.map(({ zone, png }) => {
      const without = bareOf.get(zone);
      return { zone, shows: shows(zone), png, ...(without !== undefined && { bare: without }) };
    }),
    missing: whole.leftOut,
  };
}
