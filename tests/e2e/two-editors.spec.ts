// Two real editors against each other: whatever both do and however it arrives, their boards end equal, nobody's undo holds
// the other's work, and receiving writes nothing. More: EDITOR_FUZZ_ROUNDS=1000.
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildPage, type BuiltPage } from '../support/built-page.ts';

const seeds = [1, 20_261_121, 424_242, 7_777_777, 987_654_321];
const rounds = Number(process.env['EDITOR_FUZZ_ROUNDS'] ?? 100);
const actsPerRound = 14;

let built: BuiltPage;
test.beforeAll(async () => {
  built = await buildPage(fileURLToPath(new URL('../browser/two-editors', import.meta.url)));
});
test.afterAll(() => built.stop());

for (const seed of seeds) {
  test(`seed ${seed}: ${rounds} rounds`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.goto(built.address);
    await page.evaluate(async () => void (await window.twoEditors));
    for (let round = 0; round < rounds; round++) {
      const result = await page.evaluate(async ([first, acts]) => (await window.twoEditors).round(first, acts), [
        seed + round,
        actsPerRound,
      ] as const);
      const { acts, ...found } = result;
      expect(found, `round ${round}: ${acts.join(', ')}`).toEqual({
        differing: [],
        orphans: [],
        echoes: 0,
        foreignUndo: 0,
        errors: [],
      });
    }
  });
}
