// Records -> what the domain reads.
import { boardModel, filledFields } from '@commonboard/shared/board/board-model.ts';
import { isDay } from '@commonboard/shared/domain/day.ts';
import { decodeRecord, encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { noteProps } from '@commonboard/shared/board/notes/note-props.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { linkMetaChange, linkSaid } from '@commonboard/shared/schema/link-meta.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { createBindingId, createShapeId, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

const page = 'page:page';

function shape(id: string, type: string, props: object, more: Partial<TLShape> = {}): TLRecord {
  return boardSchema.types.shape.validate({
    typeName: 'shape',
    id: createShapeId(id),
    type,
    parentId: page,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
    ...more,
  });
}

const card = (id: string, kind: string, fields: object = {}, more: Partial<TLShape> = {}): TLRecord =>
  shape(id, 'card', { kind, w: 240, richText: richTextFromPlain(id), ...fields }, more);

function arrow(id: string, from: string, to: string, props: object = {}, meta: object = {}): TLRecord[] {
  const bind = (terminal: 'start' | 'end', toId: string): TLRecord => ({
    typeName: 'binding',
    id: createBindingId(`${id}-${terminal}`),
    type: 'arrow',
    fromId: createShapeId(id),
    toId: createShapeId(toId),
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    meta: {},
  });
  const record = shape(
    id,
    'arrow',
    {
      kind: 'arc',
      elbowMidPoint: 0.5,
      dash: 'solid',
      size: 'm',
      fill: 'none',
      color: 'black',
      labelColor: 'black',
      bend: 0,
      start: { x: 0, y: 0 },
      end: { x: 1, y: 1 },
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      richText: richTextFromPlain(''),
      labelPosition: 0.5,
      font: 'sans',
      scale: 1,
      ...props,
    },
    { meta: meta as TLShape['meta'] },
  );
  return [record, bind('start', from), bind('end', to)];
}

const modelOf = (...records: TLRecord[]) =>
  boardModel([...blankBoardRecords(), ...records], { title: 'Board', template: null });

test('nothing on the board is nothing in the model', () => {
  expect(modelOf()).toMatchObject({ cards: [], notes: [], zones: [], links: [], ceilings: [] });
});

describe('cards', () => {
  test('keep what is filled, and leave out what cannot be read', () => {
    const { cards } = modelOf(
      card('City', 'stakeholder', {
        power: 80,
        interest: 400,
        sector: 'no such',
        owner: '  ',
        goals: [],
        stance: -2,
        inRoom: false,
        nextDue: '2027-02-30',
      }),
    );
    expect(cards).toMatchObject([{ kind: 'stakeholder', title: 'City' }]);
    expect(cards[0]?.fields).toEqual({ power: 80, stance: -2, inRoom: false });
  });

  test('of a kind that nobody knows is an idea', () => {
    expect(modelOf(card('x', '__proto__')).cards[0]?.kind).toBe('idea');
  });

  test('a figure may be larger than the canvas, and no larger than a number can say', () => {
    const doc = new Y.Doc();
    const read = (target: number) => {
      const map = encodeRecord(card('big', 'indicator', { target }), () => undefined);
      doc.getMap('rec').set('shape:big', map);
      return decodeRecord('shape:big', map);
    };
    expect(read(2_700_000)?.record).toMatchObject({ props: { target: 2_700_000 } });
    expect(read(1e16)).toBeNull();
  });

  test('know their zone through a group, and come in reading order, zone by zone', () => {
    const zone = (id: string, x: number) => shape(id, 'zone', { w: 500, h: 500, title: id, prompt: '' }, { x });
    const inside = (id: string, parent: string, x: number) =>
      card(id, 'idea', {}, { parentId: createShapeId(parent), x, y: 200 });
    const group = shape('g', 'group', {}, { parentId: createShapeId('left'), x: 10, y: 0 });
    const { cards, zones } = modelOf(
      inside('c', 'right', 0),
      inside('b', 'g', 100),
      inside('a', 'left', 10),
      card('loose', 'idea'),
      zone('right', 600),
      zone('left', 0),
      group,
    );
    expect(zones.map(({ title }) => title)).toEqual(['left', 'right']);
    expect(cards.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'loose']);
    expect(cards[1]).toMatchObject({ zoneId: createShapeId('left'), x: 110, y: 200 });
  });
});

describe('links', () => {
  const two = [card('a', 'activity'), card('b', 'outcome')];

  test('are arrows between two cards; their type follows from the kinds until somebody says one', () => {
    expect(modelOf(...two, ...arrow('l', 'a', 'b')).links).toMatchObject([
      { from: createShapeId('a'), to: createShapeId('b'), type: 'causal', isTypeAssumed: true, direction: 'directed' },
    ]);
    const said = linkMetaChange({ type: 'blocks', polarity: '-', confidence: 60, rationale: 'Because' });
    expect(modelOf(...two, ...arrow('l', 'a', 'b', {}, said)).links).toMatchObject([
      { type: 'blocks', isTypeAssumed: false, polarity: '-', confidence: 60, rationale: 'Because' },
    ]);
  });

  test('an arrow drawn backwards points the other way', () => {
    const heads = { arrowheadStart: 'arrow', arrowheadEnd: 'none' };
    expect(modelOf(...two, ...arrow('l', 'a', 'b', heads)).links).toMatchObject([
      { from: createShapeId('b'), to: createShapeId('a') },
    ]);
  });

  test('an arrow to a note, or with a loose end, is only an arrow', () => {
    const note = shape('n', 'note', noteProps('A note'));
    expect(modelOf(...two, note, ...arrow('l', 'a', 'n'), ...arrow('m', 'a', 'gone')).links).toEqual([]);
  });

  test('what a program wrote into an arrow that cannot be read counts as not said', () => {
    expect(
      linkSaid({
        linkType: 'toString',
        linkPolarity: 7,
        linkConfidence: 900,
        linkStrength: 4,
        linkRationale: ' ',
        linkDirection: [],
      }),
    ).toEqual({});
  });
});

test('an example note and an example card say so', () => {
  const note = shape('n', 'note', noteProps('A note'), { meta: { example: true } });
  const { notes, cards } = modelOf(note, card('c', 'idea', { example: true }));
  expect([notes[0]?.example, cards[0]?.example]).toEqual([true, true]);
});

test.each(['2027-02-29', '2027-13-01', '27-01-01', 'tomorrow', '', '2027-1-1'])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test('a leap day is one', () => expect(isDay('2028-02-29')).toBe(true));

test('fields of other names are not read', () => {
  expect(filledFields({ w: 240, kind: 'idea', power: 5, constructor: 'x' })).toEqual({ power: 5 });
});
