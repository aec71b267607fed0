// Rules that every module keeps to, read from its syntax tree.
import { describe, expect, it } from 'vitest';
import { scriptEndings, sourceFiles, type SourceFile } from '../support/source-files.ts';
import {
  barrels,
  defaultExports,
  firstWords,
  foreignAddresses,
  looseTypes,
  silentSwitches,
  unfinished,
  waitsInPlace,
  type Rule,
} from './rules/module-rules.ts';

const modules = sourceFiles(...scriptEndings);
const product = sourceFiles(...scriptEndings, '.css', '.html', '.svg').filter(
  (file) => !file.path.startsWith('tests/'),
);
const places = (files: SourceFile[], rule: Rule): string[] => files.flatMap(rule);
const broken = (rule: Rule, text: string, path = 'client/ui/sample.tsx'): boolean => rule({ path, text }).length > 0;

describe('every module', () => {
  it('is found by these tests', () => expect(modules.length).toBeGreaterThan(10));

  it('is no barrel', () => expect(places(modules, barrels)).toEqual([]));

  it('has no default export, except where a tool demands one', () =>
    expect(places(modules, defaultExports)).toEqual([]));

  it('has no `any` and does not silence the type checker', () => expect(places(modules, looseTypes)).toEqual([]));

  it('switches a lint rule off only with a reason', () => expect(places(modules, silentSwitches)).toEqual([]));

  it('of the server packs and hashes beside the thread that hears everybody', () => {
    const server = modules.filter(({ path }) => path.startsWith('server/'));
    expect(places(server, waitsInPlace)).toEqual([]);
  });

  it('leaves no unfinished business in comments', () => expect(places(modules, unfinished)).toEqual([]));

  it('says in its first lines what it owns', () => expect(places(modules, firstWords)).toEqual([]));

  it('names no address of another host, outside tests', () => expect(places(product, foreignAddresses)).toEqual([]));
});

describe('the rules find what they look for', () => {
  it.each([
    [barrels, "export * from './board.ts';"],
    [barrels, "export { board } from './board.ts';"],
    [defaultExports, 'export default 1;'],
    [defaultExports, 'const a = 1; export { a as default };'],
    [looseTypes, 'const a: any = 1;'],
    [looseTypes, '// @ts-ignore\nconst a = 1;'],
    [looseTypes, '// @ts-expect-error\nconst a = 1;'],
    [silentSwitches, '// oxlint-disable-next-line no-console\nconsole.log(1);'],
    [unfinished, '/* TODO later */ const a = 1;'],
    [waitsInPlace, "import { gunzipSync } from 'node:zlib';"],
    [waitsInPlace, "import { randomBytes, scryptSync } from 'node:crypto';"],
    [firstWords, "import { a } from './a.ts'; // too late"],
    [foreignAddresses, "const a = 'https://cdn.tldraw.com/fonts.css';"],
    [foreignAddresses, 'const a = `wss://other.org/${b}`;'],
    [foreignAddresses, 'const a = <p>See https://unpkg.com/x</p>;'],
  ])('%o in %s', (rule, text) => expect(broken(rule, text)).toBe(true));

  it.each([
    [barrels, "import { a } from './a.ts'; export { a }; export const b = 1;"],
    [defaultExports, 'export const standard = 1;'],
    [looseTypes, "const any = 'any'; // any\n"],
    [silentSwitches, '// oxlint-disable-next-line no-console -- the address is the one thing that is printed\n'],
    [unfinished, "const a = 'TODO';"],
    [waitsInPlace, "import { gzip } from 'node:zlib';"],
    [firstWords, "// Owns the sample.\nimport { a } from './a.ts';"],
    [foreignAddresses, "// https://cdn.tldraw.com\nconst a = ['http://localhost:3000', 'http://www.w3.org/2000/svg'];"],
  ])('but nothing with %o in %s', (rule, text) => expect(broken(rule, text)).toBe(false));

  it('an index file is a barrel', () =>
    expect(broken(barrels, 'export const a = 1;', 'client/ui/index.ts')).toBe(true));

  it('a module that cannot be parsed is an error', () => expect(() => broken(barrels, 'export {')).toThrow(/parsed/));
});
