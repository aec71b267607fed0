// Which pictures of zones are passed on: those that show nothing that is left out or said in other words, no name of somebody who has
// not agreed, wherever it stands in what lies in the zone, and no uploaded pictures where those are to stay out. Rules R187 and R206.
import { isExample } from '@commonboard/shared/board/example-shapes.ts';
import type { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { PublishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import { uploadedPictures } from '@commonboard/shared/harvest/uploaded-pictures.ts';
import type { HarvestSource } from './harvest-source.ts';

export type BoardRecords = ReturnType<typeof readBoardRecords>['records'];
type Shape = Extract<BoardRecords[number], { typeName: 'shape' }>;

export interface PublicPicture {
  zone: string;
  /** Of its file. */
  name: string;
  png: Uint8Array;
}

type Drawn = Pick<HarvestSource, 'pictures' | 'pngs' | 'bare' | 'barePngs' | 'edit' | 'withoutExamples'>;

export function publicPictures(
  { pictures, pngs, bare, barePngs, edit, withoutExamples }: Drawn,
  records: BoardRecords,
  published: PublishedBoard,
): PublicPicture[] {
  const uploads = uploadedPictures(records);
  const examples = withoutExamples ? exampleIds(records) : [];
  const chosen = new Set(published.model.zones.map(({ id }) => id));
  return pictures.flatMap((zone, i) => {
    if (!chosen.has(zone)) return [];
    const left = edit.uploads ? undefined : uploads.get(zone);
    const png = left ? barePngs[bare.indexOf(zone)] : pngs[i];
    return png && !showsWhatIsOut(records, zone, published, new Set([...(left ?? []), ...examples]))
      ? [{ zone, png, name: `picture-${i + 1}.png` }]
      : [];
  });
}

function exampleIds(records: BoardRecords): string[] {
  return records.flatMap((record) => (record.typeName === 'shape' && isExample(record) ? [record.id] : []));
}

/** `left`: ids of shapes that are not in the picture. */
function showsWhatIsOut(
  records: BoardRecords,
  zone: string,
  { altered, without }: Pick<PublishedBoard, 'altered' | 'without'>,
  left: ReadonlySet<string>,
): boolean {
  const shapes = new Map(
    records.flatMap((record): [string, Shape][] => (record.typeName === 'shape' ? [[record.id, record]] : [])),
  );
  const isInZone = (shape: Shape): boolean => {
    // Repaired records have no loops.
    for (let at: Shape | undefined = shape; at; at = shapes.get(at.parentId)) if (at.id === zone) return true;
    return false;
  };
  return [...shapes.values()].some(
    (shape) =>
      isInZone(shape) &&
      !left.has(shape.id) &&
      (altered.has(shape.id) || textsOf(shape).some((text) => without(text) !== text)),
  );
}

/** Of its rich text the lines as they are read, too: a name may be half in bold. Who wrote it stands over the canvas, in no picture. */
function textsOf({ props, meta: { [writtenByKey]: _writer, ...meta } }: Shape): string[] {
  return [...('richText' in props ? [plainFromRichText(props.richText)] : []), ...texts([props, meta])];
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
