// Who only receives writes nothing, whatever two others have done to one text at once.
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { sameRichText } from '@commonboard/shared/board/text/rich-text.ts';
import type { TLRichText } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, exchange, makePerson, noteOf, pair, rewrite } from '../../support/board-pair.ts';

interface Text {
  type: 'text';
  text: string;
  marks?: { type: string }[];
}

const letters = (text: string, mark?: string): Text => ({
  type: 'text',
  text,
  ...(mark === undefined ? {} : { marks: [{ type: mark }] }),
});
const line = (...content: Text[]): object => ({ type: 'paragraph', content });
const text = (...content: object[]): TLRichText => ({ type: 'doc', content });
const list = (...lines: object[]): object => ({
  type: 'bulletList',
  content: lines.map((one) => ({ type: 'listItem', content: [one] })),
});

const bothDo: Record<string, [start: TLRichText, one: TLRichText, other: TLRichText]> = {
  'make the same bold': [
    text(line(letters('abc'))),
    text(line(letters('abc', 'bold'))),
    text(line(letters('abc', 'bold'))),
  ],
  'make parts of it bold': [
    text(line(letters('abcdef'))),
    text(line(letters('abcd', 'bold'), letters('ef'))),
    text(line(letters('ab'), letters('cdef', 'bold'))),
  ],
  'make an empty note a list': [text(line()), text(list(line())), text(list(line()))],
};

for (const [what, [start, one, other]] of Object.entries(bothDo)) {
  test(`two ${what}`, () => {
    const [ana, ben] = pair();
    const { id } = addNote(ana, '');
    rewrite(ana, id, start);
    exchange(ana, ben);
    const eve = makePerson(Y.encodeStateAsUpdate(ana.doc));
    const server = quietDoc();
    server.on('update', (_update, origin: unknown) => expect(origin).toBe('network'));
    Y.applyUpdate(server, Y.encodeStateAsUpdate(ana.doc), 'network');
    rewrite(ana, id, one);
    rewrite(ben, id, other);
    for (const update of [...ana.sent, ...ben.sent]) {
      Y.applyUpdate(eve.doc, update, 'network');
      Y.applyUpdate(server, update, 'network');
    }
    eve.runFrame();
    expect(eve.sent).toEqual([]);
    exchange(ana, ben);
    expect(sameRichText(noteOf(eve, id).props.richText, noteOf(ana, id).props.richText)).toBe(true);
  });
}
