// Message 65: what the board is called, said by the server; nothing that comes late or cannot be read changes a title.
import { decodeBoardNews, newestOnly, type BoardNews } from '@commonboard/client/sync/board-news.ts';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';

/** A frame's bytes, read up to its type. */
function frame(text: string): { arr: Uint8Array; pos: number } {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 65);
  encoding.writeVarString(encoder, text);
  return { arr: encoding.toUint8Array(encoder), pos: 1 };
}
const news = (revision: number, title = 'Plan'): BoardNews => ({ type: 'board', revision, title });

test.each(['Plan', '', 'Ö 李', 'long '.repeat(24)])('the title %j is read', (title) => {
  expect(decodeBoardNews(frame(JSON.stringify(news(3, title))))).toEqual(news(3, title));
});

test('what is said beside it is passed over', () => {
  expect(decodeBoardNews(frame(JSON.stringify({ ...news(3), people: 4 })))).toEqual(news(3));
});

test.each(['', '{', 'null', '{"type":"phase","revision":1}', '{"type":"board","revision":"1","title":"x"}'])(
  '%j is no news of the board',
  (text) => expect(decodeBoardNews(frame(text))).toBeNull(),
);

test('a frame that is cut off is none either', () => {
  const whole = frame(JSON.stringify(news(3))).arr;
  for (let end = 1; end < whole.length; end++) {
    expect(decodeBoardNews({ arr: whole.subarray(0, end), pos: 1 })).toBeNull();
  }
});

test('old news and repeats change nothing', () => {
  const titles: string[] = [];
  const tell = newestOnly(({ title }) => titles.push(title));
  for (const [revision, title] of [
    [2, 'b'],
    [1, 'a'],
    [2, 'again'],
    [3, 'c'],
  ] as const) {
    tell(news(revision, title));
  }
  expect(titles).toEqual(['b', 'c']);
});
