// Records of single cards, for boards that a test fills.
import type { TLRecord } from '@tldraw/tlschema';
import { getIndexAbove, type IndexKey } from '@tldraw/utils';
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import type { CardFields } from '@commonboard/shared/domain/fields.ts';
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { cardWidth } from '@commonboard/shared/schema/card-shape.ts';

let last: IndexKey | null = null;
let column = 0;

export function cardRecord(id: string, kind: Kind, title: string, fields: CardFields = {}): TLRecord {
  last = getIndexAbove(last);
  column += 1;
  return boardSchema.types.shape.validate({
    id: `shape:${id}`,
    typeName: 'shape',
    type: 'card',
    parentId: defaultPage.id,
    index: last,
    x: column * 280,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...fields, kind, w: cardWidth, richText: richTextFromPlain(title) },
  });
}
