// Whether a picture of a zone would show what is not published: things that are left out or said in other words, or a name of
// somebody who has not agreed, wherever it stands in what lies in the zone.
import type { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import type { PublishedBoard } from '@commonboard/shared/harvest/published-board.ts';

export type BoardRecords = ReturnType<typeof readBoardRecords>['records'];
type Shape = Extract<BoardRecords[number], { typeName: 'shape' }>;

export function pictureSaysNames(
  records: BoardRecords,
  zone: string,
  { altered, without }: Pick<PublishedBoard, 'altered' | 'without'>,
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
      (altered.has(shape.id) || texts([shape.props, shape.meta]).some((text) => without(text) !== text)),
  );
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
