// Sizes and names of files.
import { describe, expect, it } from 'vitest';
import { scriptEndings, sourceFiles } from '../support/source-files.ts';

const linesMax = 400;
const code = sourceFiles(...scriptEndings, '.css');

// Words that say nothing of what is inside. A `ShapeUtil` is tldraw's own word for how a shape looks and behaves.
const emptyWords =
  /((^|[-_./])(utils|services?|managers?|helpers?)|(?<=[a-z])(Utils|Services?|Managers?|Helpers?))(?=[-_./A-Z]|$)/;
const nameOf = (path: string): string => path.replace('service-worker', 'worker');

describe('every file of code', () => {
  it(`has at most ${linesMax} lines`, () => {
    const long = code.filter(({ text }) => text.trimEnd().split('\n').length > linesMax).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('is named after its idea', () => {
    expect(code.map(({ path }) => path).filter((path) => emptyWords.test(nameOf(path)))).toEqual([]);
  });

  it.each([
    'client/utils/a.ts',
    'server/boardService.ts',
    'shared/board-manager.ts',
    'client/ui/boardUtils/a.tsx',
    'tests/support/helpers.ts',
  ])('would not be called %s', (path) => expect(emptyWords.test(path)).toBe(true));

  it.each([
    'client/ui/community.ts',
    'server/manage-links.ts',
    'client/app/service-worker.ts',
    'client/canvas/zone-util.tsx',
    'commonboard/a.ts',
  ])('may be called %s', (path) => expect(emptyWords.test(nameOf(path))).toBe(false));
});
