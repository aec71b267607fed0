// What is installed: exact versions, one copy of what must be single, and tldraw's own licence only where it has to be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository.ts';
import { sourceFiles } from '../support/source-files.ts';

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const packages = sourceFiles('package.json').map(({ path, text }) => ({
  path,
  wants: Object.entries(wanted(JSON.parse(text) as PackageFile)),
}));
const lockfile = readFileSync(join(repositoryRoot, 'pnpm-lock.yaml'), 'utf8');

function wanted(file: PackageFile): Record<string, string> {
  return { ...file.dependencies, ...file.devDependencies, ...file.optionalDependencies };
}

/** Versions of each package that the lockfile installs. */
function installed(): Map<string, string[]> {
  const section = /^packages:\n([\s\S]*?)^snapshots:/m.exec(lockfile)?.[1] ?? '';
  const versions = new Map<string, string[]>();
  for (const [, name = '', version = ''] of section.matchAll(/^  '?(@?[^@'\s]+)@([^':(]+)'?:$/gm)) {
    versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return versions;
}

describe('packages', () => {
  it('are read from all five package files', () => expect(packages).toHaveLength(5));

  it('have exact versions', () => {
    const loose = packages.flatMap(({ path, wants }) =>
      wants
        .filter(([, version]) => !/^((npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });

  it('are wanted in the same version everywhere', () => {
    const versions = new Map<string, Set<string>>();
    for (const [name, version] of packages.flatMap(({ wants }) => wants)) {
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
    expect([...versions].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([]);
  });

  // Two copies of one of these do not know each other's objects.
  it.each(['yjs', 'lib0', 'y-protocols', 'react', 'react-dom', 'zod', 'tldraw', '@tldraw/store'])(
    '%s is installed once',
    (name) => expect(installed().get(name)).toHaveLength(1),
  );

  it('y-websocket is installed twice: ours, and the older one that a test speaks with', () => {
    expect(installed().get('y-websocket')?.sort()).toEqual(['2.1.0', '3.1.0']);
    const wanting = packages.filter(({ wants }) => wants.some(([name]) => name === 'y-websocket-2'));
    expect(wanting.map(({ path }) => path)).toEqual(['tests/package.json']);
  });

  it('everything of tldraw is of one version', () => {
    const versions = [...installed()]
      .filter(([name]) => /^(@tldraw\/|tldraw$)/.test(name))
      .flatMap(([, found]) => found);
    expect(new Set(versions).size).toBe(1);
  });

  it('one version of pnpm is named wherever pnpm is called', () => {
    const callers = [
      ...sourceFiles('.mjs', '.json', '.md'),
      { text: readFileSync(join(repositoryRoot, '.ci/run'), 'utf8') },
    ];
    const versions = callers
      .flatMap(({ text }) => [...text.matchAll(/\bpnpm@(\d[\w.-]*\w)/g)])
      .map(([, version]) => version);
    expect(new Set(versions).size).toBe(1);
  });

  it('what is under the tldraw licence stays in the client', () => {
    const outside = packages.filter(({ path, wants }) => {
      const names = wants.map(([name]) => name);
      return (
        path !== 'client/package.json' &&
        ['tldraw', '@tldraw/editor', '@tldraw/assets'].some((name) => names.includes(name))
      );
    });
    expect(outside.map(({ path }) => path)).toEqual([]);
  });
});
