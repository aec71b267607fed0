// Rules that the tests themselves keep to.
import { describe, expect, it } from 'vitest';
import { scriptEndings, sourceFiles } from '../support/source-files.ts';
import { leftOut, sleeps } from './rules/test-rules.ts';

const files = sourceFiles(...scriptEndings).filter((file) => file.path.startsWith('tests/'));
const sample = (text: string) => ({ path: 'tests/unit/sample.test.ts', text });

describe('the tests', () => {
  it('all run: none is left out, singled out or expected to fail', () => expect(files.flatMap(leftOut)).toEqual([]));

  // A soak is made of time: what is looked at is what half an hour does. A load comes at a pace, and a server at rest is measured.
  it('wait for conditions and never for time to pass', () =>
    expect(files.filter(({ path }) => !/^tests\/(soak|bench\/server)\//.test(path)).flatMap(sleeps)).toEqual([]));
});

describe('the rules find what they look for', () => {
  it.each([
    "it.only('a', () => {});",
    "test.describe.skip('a', () => {});",
    "it.skip.each([1])('a', () => {});",
    'test.fixme();',
    "it.todo('a');",
    "xit('a', () => {});",
  ])('left out: %s', (text) => expect(leftOut(sample(text))).toHaveLength(1));

  it.each([
    'await page.waitForTimeout(500);',
    'await new Promise((resolve) => setTimeout(resolve, 100));',
    'await new Promise<void>((done) => { setTimeout(() => done(), 100); });',
    'await new Promise((done) => setTimeout(() => { done(1); }, 100));',
    "import { setTimeout } from 'node:timers/promises';",
    'await sleep(10);',
    'Atomics.wait(a, 0, 0, 10);',
    "await page.waitForLoadState('networkidle');",
  ])('sleeps: %s', (text) => expect(sleeps(sample(text))).toHaveLength(1));

  it.each([
    'await new Promise((resolve, reject) => { setTimeout(() => reject(new Error()), 100); socket.once("open", resolve); });',
    'const deadline = setTimeout(() => child.kill(), 100);',
    "await expect(page.getByRole('heading')).toBeVisible({ timeout: 100 });",
    'const skip = list.skip(1); this.only();',
  ])('but nothing in %s', (text) => expect([...leftOut(sample(text)), ...sleeps(sample(text))]).toEqual([]));
});
