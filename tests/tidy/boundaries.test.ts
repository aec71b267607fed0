// Folder boundaries: kept by the code as it is, and guarded by the linter and the compiler against what may come.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlantation, type Plantation } from '../support/planted-imports.ts';
import { scriptEndings, sourceFiles } from '../support/source-files.ts';
import { forbiddenImports } from './rules/folder-rules.ts';

const features = ['home', 'board', 'templates', 'outline'] as const;

// [where it is planted, what it imports]
const acrossWorkspaces: [string, string][] = [
  ['client/ui/planted.ts', '../../server/ops/target.ts'],
  ['client/ui/planted-by-name.ts', '@commonboard/server/ops/target.ts'],
  ['client/home/planted.ts', '../../server/ops/target.ts'],
  ['client/app/planted.ts', '../../server/ops/target.ts'],
  ['client/board/deep/planted.ts', '../../../server/ops/target.ts'],
  ['shared/protocol/planted.ts', '../../client/ui/target.ts'],
  ['shared/board/planted.ts', '../../server/ops/target.ts'],
  ['server/sync/planted.ts', '../../client/ui/target.ts'],
  ['server/storage/planted.ts', '../../client/ui/target.ts'],
];

const acrossFeatures: [string, string][] = [
  ...features.flatMap((from) =>
    features
      .filter((to) => to !== from)
      .map((to): [string, string] => [`client/${from}/planted-to-${to}.ts`, `../${to}/target.ts`]),
  ),
  ...features.map((from): [string, string] => [`client/${from}/planted-to-app.ts`, '../app/target.ts']),
  ['client/ui/planted-to-home.ts', '../home/target.ts'],
  ['client/ui/planted-to-sync.ts', '../sync/target.ts'],
  ['client/canvas/planted-to-sync.ts', '../sync/target.ts'],
  ['client/sync/planted-to-canvas.ts', '../canvas/target.ts'],
  ['server/storage/planted-to-sync.ts', '../sync/target.ts'],
];

const allowedImports: [string, string][] = [
  ['client/home/allowed.ts', '../ui/target.ts'],
  ['client/app/allowed.ts', '../home/target.ts'],
  ['client/canvas/allowed.ts', '@commonboard/shared/protocol/target.ts'],
  ['server/sync/allowed.ts', '../storage/target.ts'],
];

const targets = [
  'shared/protocol/target.ts',
  'server/ops/target.ts',
  'server/storage/target.ts',
  'server/sync/target.ts',
  ...['ui', 'app', 'sync', 'canvas', ...features].map((folder) => `client/${folder}/target.ts`),
];

const target = '// Something to import.\nexport const target = 1;\n';
const importer = (from: string): string =>
  `// Imports it.\nimport { target } from '${from}';\nexport const use = target;\n`;

it('the code as it is keeps to its folders', () =>
  expect(sourceFiles(...scriptEndings).flatMap(forbiddenImports)).toEqual([]));

it.each([...acrossWorkspaces, ...acrossFeatures])('%s may not import %s', (path, from) =>
  expect(forbiddenImports({ path, text: importer(from) })).toHaveLength(1),
);

it.each(allowedImports)('%s may import %s', (path, from) =>
  expect(forbiddenImports({ path, text: importer(from) })).toEqual([]),
);

it('finds imports that hide in exports and in dynamic imports', () => {
  const text = "export { a } from '../../server/app.ts';\nconst b = import('../../server/app.ts');\n";
  expect(forbiddenImports({ path: 'client/ui/a.ts', text })).toHaveLength(2);
});

describe('pnpm check, on a copy of the configuration', () => {
  let plantation: Plantation;
  let linted: string[];
  let compiledOut: string[];

  beforeAll(async () => {
    plantation = await startPlantation();
    for (const path of targets) await plantation.plant(path, target);
    for (const [path, from] of allowedImports) await plantation.plant(path, importer(from));
  });
  afterAll(() => plantation.remove());

  it('is content with imports that are allowed', async () => {
    expect(await plantation.compiledOut()).toEqual([]);
    expect(await plantation.lintedOut()).toEqual([]);
  });

  describe('when forbidden imports are planted', () => {
    beforeAll(async () => {
      for (const [path, from] of [...acrossWorkspaces, ...acrossFeatures]) await plantation.plant(path, importer(from));
      linted = await plantation.lintedOut();
      compiledOut = await plantation.compiledOut();
    });

    it.each([...acrossWorkspaces, ...acrossFeatures])('the linter rejects %s importing %s', (path) =>
      expect(linted).toContain(path),
    );

    it.each(acrossWorkspaces)('the compiler rejects %s importing %s', (path) => expect(compiledOut).toContain(path));
  });
});
