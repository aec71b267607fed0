// The diagram text that leaves a board is read by Mermaid itself, in a browser, which is the only place where it reads.
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { mermaidText } from '@commonboard/shared/domain/harvest/mermaid.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import { exampleAsContent, templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { test } from '../support/browser.ts';
import { modelOf } from '../support/model-builder.ts';

interface Reader {
  mermaid: { parse: (text: string) => Promise<{ diagramType: string }> };
}

const reader = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

/** What people write, and what a diagram's own words are. */
const titles = [
  'end',
  'graph BT',
  'a["b"]',
  '"',
  '-->',
  'subgraph x',
  'a; b',
  '%%{init: {}}%%',
  '<script>1</script>',
  '`',
  '#quot;',
  'click a',
  '',
  '\n\n',
  '🙂',
  'ਪੰਜਾਬ',
];

const hostile = modelOf({
  cards: titles.map((title, i) => ({ id: `c${i}`, kind: 'outcome' as const, title })),
  links: titles.slice(1).map((_, i) => `c${i}>c${i + 1}`),
});

function exampleOf(template: (typeof templates)[number]): BoardModel {
  return boardModel(templateRecords(exampleAsContent(template), 'en'), { title: template.id, template: template.id });
}

test('every example board, and cards with any words on them, read as a flowchart', async ({ visit }) => {
  const page = await visit();
  await page.addScriptTag({ path: reader });
  const boards = [hostile, ...templates.map(exampleOf)];
  for (const board of boards) {
    const text = mermaidText(board);
    const kind = await page.evaluate(
      async (diagram) => (await (globalThis as unknown as Reader).mermaid.parse(diagram)).diagramType,
      text,
    );
    expect(kind, text.slice(0, 200)).toMatch(/^flowchart/);
  }
  await expect(
    page.evaluate(async () => (globalThis as unknown as Reader).mermaid.parse('graph BT\n  a --> [')),
  ).rejects.toThrow();
});
