// CSS modules and the components that use them know the same class names: the compiler takes any name for one.
import { Visitor } from 'oxc-parser';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, sourceFiles, type SourceFile } from '../support/source-files.ts';

interface Use {
  sheet: string;
  names: Set<string>;
  /** Some name is computed: any may be meant. */
  any: boolean;
}

function definedIn(sheet: SourceFile): Set<string> {
  const bare = sheet.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}');
  return new Set([...bare.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name));
}

function usesOf(file: SourceFile): Use[] {
  const { module, program } = parse(file);
  const sheets = module.staticImports.flatMap(({ moduleRequest, entries }) =>
    moduleRequest.value.endsWith('.module.css')
      ? entries.map((entry) => [entry.localName.value, moduleRequest.value] as const)
      : [],
  );
  return sheets.map(([local, from]) => {
    const use: Use = { sheet: posix.join(posix.dirname(file.path), from), names: new Set(), any: false };
    new Visitor({
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.object.name !== local) return;
        if (!node.computed && node.property.type === 'Identifier') use.names.add(node.property.name);
        else if (node.property.type === 'Literal') use.names.add(String(node.property.value));
        else use.any = true;
      },
    }).visit(program);
    return use;
  });
}

const uses = sourceFiles('.ts', '.tsx').flatMap(usesOf);
const sheets = new Map(sourceFiles('.module.css').map((sheet) => [sheet.path, definedIn(sheet)]));

describe('class names', () => {
  it('that components use are defined', () => {
    const missing = uses.flatMap(({ sheet, names }) =>
      [...names].filter((name) => !sheets.get(sheet)?.has(name)).map((name) => `${sheet} has no .${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('that are defined are used', () => {
    const unused = [...sheets].flatMap(([path, names]) => {
      const users = uses.filter(({ sheet }) => sheet === path);
      if (users.some(({ any }) => any)) return [];
      return [...names].filter((name) => !users.some((use) => use.names.has(name))).map((name) => `${path}: .${name}`);
    });
    expect(unused).toEqual([]);
  });

  it('are read from selectors only', () => {
    const text = '/* .old */ .a > .b:hover { margin: .5px; }\n@media (width > 3.5em) { .c { background: url(x.png) } }';
    expect([...definedIn({ path: 'a.module.css', text })]).toEqual(['a', 'b', 'c']);
  });
});
