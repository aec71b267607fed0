// Links as people paste them, and as they are made.
import { readLink } from '@commonboard/client/app/entry/link-text.ts';
import { isThisComputerOnly, shareLink } from '@commonboard/client/board/share-link.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { describe, expect, it } from 'vitest';

const id = boardIdSchema.parse('abcDEF_-12345678');
const secret = 's'.repeat(22);
const hosts = ['boards.example.org', 'localhost:3000'];
const read = (text: string) => readLink(text, hosts);

describe('a pasted link', () => {
  it.each([
    `https://boards.example.org/b/${id}#${secret}`,
    `  http://localhost:3000/b/${id}#${secret}\n`,
    `https://BOARDS.example.org/b/${id}#${secret}`,
    `<https://boards.example.org/b/${id}#${secret}>`,
    `Join us: https://boards.example.org/b/${id}#${secret} .`,
    `boards.example.org/b/${id}#${secret}`,
    `/b/${id}#${secret}`,
  ])('opens: %s', (text) => expect(read(text)).toEqual({ kind: 'link', id, secret }));

  it.each(['', '   ', '\n'])('is missing: %j', (text) => expect(read(text)).toEqual({ kind: 'empty' }));

  it.each([
    'hello',
    'https://example.org/',
    'https://boards.example.org/b/short#x',
    'b/'.repeat(5_000),
    'javascript:alert(1)',
  ])('is none: %.40s', (text) => expect(read(text)).toEqual({ kind: 'bad' }));

  it.each([`https://boards.example.org/b/${id}`, `https://boards.example.org/b/${id}#`, `/b/${id}#cut`])(
    'is cut off: %s',
    (text) => expect(read(text)).toEqual({ kind: 'no-secret', id }),
  );

  it.each(['12345678', ' 1234 5678 ', '1234-5678', '１２３４ ５６７８'])('is a short code: %j', (text) =>
    expect(read(text)).toEqual({ kind: 'code', code: '12345678' }),
  );
  it.each(['1234567', '123456789'])('is no code of another length: %s', (text) =>
    expect(read(text)).toEqual({ kind: 'bad' }),
  );

  it.each(['7M4C-JJZ7-7XH8-A2EW-VHQ5', '7m4c jjz7 7xh8 a2ew vhq5', '7M4CJJZ77XH8A2EWVHQ5'])(
    'is a recovery code: %s',
    (code) => expect(read(code)).toEqual({ kind: 'recovery', code }),
  );

  it('of another server is not opened here', () => {
    expect(read(`https://elsewhere.example/b/${id}#${secret}`)).toEqual({
      kind: 'other-server',
      host: 'elsewhere.example',
    });
  });
});

it('a link that is made can be read again', () => {
  expect(read(shareLink('https://boards.example.org', id, secret))).toEqual({ kind: 'link', id, secret });
});

it.each([
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://192.168.1.20:3000', false],
  ['https://boards.example.org', false],
])('%s opens on this computer only: %s', (base, only) => expect(isThisComputerOnly(base)).toBe(only));
