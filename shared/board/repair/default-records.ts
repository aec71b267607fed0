// The records that a board cannot do without, the same for everyone.
import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID, type TLDocument, type TLPage } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';

export const defaultDocument: TLDocument = DocumentRecordType.create({ id: TLDOCUMENT_ID });
export const defaultPage: TLPage = PageRecordType.create({
  id: PageRecordType.createId('page'),
  name: 'Page 1',
  index: 'a1' as IndexKey,
});
