// A small session to harvest: a zone that may be shown and one that may not, commitments of somebody who agrees to be named and of
// somebody who does not, a sensitive card, a note with a name in it.
import { defaultPage } from '@commonboard/shared/board/repair/default-records.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { cardRecord } from './card-records.ts';

/** Names and words that no public file may hold. */
export const canaries = [
  'Quillon',
  'Zephyrine',
  'ZEPHYRINE',
  'SECRETCARD',
  'SECRETNOTE',
  'SECRETCONTACT',
  'SECRETVIEW',
  'SECRETPERSON',
  'SECRETCOMMENT',
];

export const zones = { garden: 'shape:garden', private: 'shape:private', second: 'shape:second' } as const;
const secondPage = 'page:second';

export function harvestRecords(): TLRecord[] {
  const inZone = (record: TLRecord, within: string) => ({ ...record, parentId: within }) as TLRecord;
  return [
    zone(zones.garden, 'Our garden', 'What grows here?'),
    zone(zones.private, 'Who stands where', ''),
    inZone(cardRecord('goal', 'goal', 'A garden in each street'), zones.garden),
    inZone(cardRecord('park', 'outcome', 'An idea for later', { status: 'parked' }), zones.garden),
    cardRecord('write', 'commitment', 'Write to the council', {
      owner: 'asha rao',
      due: '2027-05-01',
      firstStep: 'Find the address',
    }),
    cardRecord('dig', 'commitment', 'Dig the beds', {
      owner: 'Quillon Zephyrine',
      due: '2027-06-01',
      helpers: ['Asha Rao', 'Zephyrine'],
    }),
    cardRecord('when', 'commitment', 'Tell QUILLON ZEPHYRINE of it', { owner: 'Asha Rao' }),
    cardRecord('yes', 'decision', 'We begin in May', { outcome: 'adopted', decidedBy: 'consent' }),
    inZone(noteRecord('names', 'Quillon knows somebody who digs', zones.private), zones.private),
    inZone(cardRecord('hidden', 'stakeholder', 'SECRETCARD', { sensitive: true }), zones.private),
    inZone(
      cardRecord('who', 'stakeholder', 'SECRETVIEW', { entity: 'person', stance: -2, note: 'SECRETNOTE' }),
      zones.private,
    ),
    cardRecord('me', 'person', 'SECRETPERSON', { contact: 'SECRETCONTACT' }),
  ];
}

function zone(id: string, title: string, prompt: string): TLRecord {
  return shape(id, 'zone', defaultPage.id, { w: 900, h: 600, title, prompt, layout: 'free' });
}

export function noteRecord(id: string, text: string, parentId: string): TLRecord {
  return shape(`shape:${id}`, 'note', parentId, {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    fontSizeAdjustment: null,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: richTextFromPlain(text),
    scale: 1,
    textLastEditedBy: null,
  });
}

/** A zone with a note, on a page of its own. */
export function secondPageRecords(): TLRecord[] {
  const page = { ...defaultPage, id: secondPage, name: 'Second', index: 'a2' } as TLRecord;
  const there = shape(zones.second, 'zone', secondPage, {
    w: 900,
    h: 600,
    title: 'Over there',
    prompt: '',
    layout: 'free',
  });
  return [page, there, noteRecord('there', 'We meet again in autumn', zones.second)];
}

/** A picture that somebody has put there. */
export function imageRecord(id: string, altText: string, parentId: string): TLRecord {
  const props = { w: 200, h: 100, playing: true, url: '', assetId: null, crop: null, flipX: false, flipY: false };
  return shape(`shape:${id}`, 'image', parentId, { ...props, altText });
}

function shape(id: string, type: string, parentId: string, props: Record<string, unknown>): TLRecord {
  return boardSchema.types.shape.validate({
    id,
    typeName: 'shape',
    type,
    parentId,
    index: 'a1',
    x: 40,
    y: 40,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  });
}
