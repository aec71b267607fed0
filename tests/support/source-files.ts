// The repository's own files, as the style tests read them: nothing installed, nothing built.
import { parseSync, type ParseResult } from 'oxc-parser';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { repositoryRoot } from './repository.ts';

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
}

const notOurs = new Set(['node_modules', 'dist', 'data', 'test-results', '.git']);

/** Files whose name ends in one of these, sorted by path. */
export function sourceFiles(...endings: string[]): SourceFile[] {
  return globSync(
    endings.map((ending) => `**/*${ending}`),
    { cwd: repositoryRoot, exclude: (name) => notOurs.has(name) },
  )
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}

export const scriptEndings = ['.ts', '.tsx', '.mjs'] as const;

/** Throws when the file cannot be parsed: no rule may pass because nothing was read. */
export function parse(file: SourceFile): ParseResult {
  const result = parseSync(file.path, file.text);
  const problem = result.errors[0];
  if (problem) throw new Error(`${file.path} cannot be parsed: ${problem.message}`);
  return result;
}

/** `path:line`, as editors open it. */
export function place(file: SourceFile, offset: number): string {
  return `${file.path}:${file.text.slice(0, offset).split('\n').length}`;
}
