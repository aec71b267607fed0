// What a style sheet asks for must not be dear for the whole page.
import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from '../support/source-files.ts';

/** Where `:has()` is asked of anything but a part with a class. */
function widelyAsked({ path, text }: SourceFile): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([^\s,>+~{}()]*):has\(/g)].flatMap(([, part = '']) =>
    part.startsWith('.') ? [] : [`${path}: ${part}:has()`],
  );
}

describe('style sheets', () => {
  // Of the page as a whole it is asked at each element that is put in: it doubled the time in which a note's text is measured.
  it('ask of their own parts only what these have inside', () =>
    expect(sourceFiles('.css').flatMap(widelyAsked)).toEqual([]));

  it.each(['body:has(.a) .b {}', ':global(body:has([data-a])) .b {}', ':has(.a) {}', ':global([data-a]):has(b) {}'])(
    '%s is found',
    (text) => expect(widelyAsked({ path: 'a.css', text })).toHaveLength(1),
  );

  it.each(['.a:has(> .b) {}', '.a:focus .b:has(.c) {}', '/* body:has(.a) */ .b {}'])('%s is not', (text) =>
    expect(widelyAsked({ path: 'a.css', text })).toEqual([]),
  );
});
