// The template file: bad files get sentences with the place, good ones come back as they were, what is not known is kept.
import { findTemplate, templates } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { ordinal } from '@commonboard/shared/templates/place-words.ts';
import { readTemplateFile, writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { templateProblems } from '@commonboard/shared/templates/template-rules.ts';
import { describe, expect, test } from 'vitest';

const toc = findTemplate('toc-backward-map')!;
type Loose = Record<string, unknown> & {
  zones: Record<string, unknown>[];
  phases: Record<string, unknown>[];
  cards: Record<string, unknown>[];
  links: Record<string, unknown>[];
};
const loose = (template: Template = toc): Loose => JSON.parse(writeTemplateFile(template)) as Loose;

function problemsOf(change: (file: Loose) => void): string[] {
  const file = loose();
  change(file);
  const read = readTemplateFile(JSON.stringify(file));
  return read.ok ? [] : read.problems;
}

describe('a file that is no template', () => {
  test.each([
    ['an empty file', '  \n', 'The file is empty.'],
    [
      'half a file',
      writeTemplateFile(toc).slice(0, 5_000),
      'The file is no template: it is not written in JSON, or is cut off.',
    ],
    ['a picture', '\u0089PNG\r\n', 'The file is no template: it is not written in JSON, or is cut off.'],
    ['a list', '[]', 'The file: This is no template: it must be an object with a title, phases and zones.'],
    [
      'a huge file',
      ' '.repeat(1_000_000) + '{}',
      'The file is too large to be a template: 500000 letters are the most.',
    ],
  ])('%s is refused with a sentence', (_, text, says) => {
    expect(readTemplateFile(text)).toEqual({ ok: false, problems: [says] });
  });

  test('another format and another version are named', () => {
    expect(problemsOf((file) => (file['format'] = 'kumu'))[0]).toMatch(/^format: This is no template of Commonboard/);
    expect(problemsOf((file) => (file['version'] = 2))[0]).toMatch(/^version: This template is of another version/);
  });

  test('a thousand faults give fifty sentences and their number', () => {
    const problems = problemsOf((file) => (file.cards = Array.from({ length: 1_000 }, () => ({}))));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatch(/^And \d+ more\.$/);
  });
});

describe('what is wrong is said with its place', () => {
  test.each<[string, (file: Loose) => void, RegExp]>([
    [
      'minutes in words',
      (file) => (file.phases[2]!['minutes'] = 'ten'),
      /^phases, third, minutes: Write how many minutes\.$/,
    ],
    ['a text without English', (file) => (file.zones[1]!['title'] = { fr: 'But' }), /^zones, second, title, en: /],
    [
      'a kind nobody knows',
      (file) => (file.cards[0]!['kind'] = 'spaceship'),
      /^cards, first, kind: There is no such kind/,
    ],
    [
      'a kind from the depths',
      (file) => (file.cards[0]!['kind'] = '__proto__'),
      /^cards, first, kind: There is no such kind/,
    ],
    ['a field nobody knows', (file) => (file.cards[0]!['fields'] = { speed: 3 }), /^cards, first, fields, speed: /],
    [
      'a layout nobody knows',
      (file) => (file.zones[1]!['layout'] = 'spiral'),
      /^zones, second, layout: Choose one of: free/,
    ],
    ['a number that is none', (file) => (file.zones[1]!['x'] = null), /^zones, second, x: Write a number here\.$/],
    [
      'a zone twice',
      (file) => (file.zones[2]!['id'] = file.zones[1]!['id']),
      /^zones, third: the id "impact" is already taken/,
    ],
    [
      'zones over each other',
      (file) => (file.zones[2]!['y'] = 0),
      /^zones, third \("Long-term outcomes"\): it lies over "Impact"/,
    ],
    [
      'a phase in no zone',
      (file) => (file.phases[0]!['zoneIds'] = ['moon']),
      /^phases, first \("Why this map"\): there is no zone "moon"/,
    ],
    ['a card in no zone', (file) => (file.cards[0]!['zone'] = 'moon'), /^cards, first: there is no zone "moon"/],
    [
      'a card in no such part',
      (file) => (file.cards[0]!['cell'] = 'moon'),
      /^cards, first: the zone "impact" has no such part/,
    ],
    [
      'a card outside its zone',
      (file) => (file.cards[0]!['at'] = { x: 9_000, y: 130 }),
      /^cards, first: it lies outside its zone/,
    ],
    ['a link to no card', (file) => (file.links[0]!['to'] = 'moon'), /^links, first: there is no card "moon"/],
    [
      'an agenda that is too long',
      (file) => (file['minutes'] = 60),
      /^phases: together they take 110 minutes, and there are 60/,
    ],
    [
      'a zone that cannot hold all',
      (file) => (file.zones[2]!['grows'] = undefined),
      /^zones, third .*: it cannot hold what 36 people write/,
    ],
    [
      'an axis without numbers',
      (file) => (file.zones[1]!['across'] = { field: 'who', title: { en: 'a' }, low: { en: 'b' }, high: { en: 'c' } }),
      /^zones, second .*: the axis "who" is no field with numbers/,
    ],
    ['a group that is upside down', (file) => (file['group'] = [9, 4]), /^group: The smallest group comes first/],
  ])('%s', (_, change, says) => {
    expect(problemsOf(change)[0]).toMatch(says);
  });

  test('an agenda without slack is a hint, not an error', () => {
    const tight = { ...toc, minutes: 115 };
    expect(templateProblems(tight)).toEqual([
      { level: 'hint', says: expect.stringContaining('Leave about a tenth free') as string },
    ]);
    expect(readTemplateFile(writeTemplateFile(tight)).ok).toBe(true);
  });

  test('the hundred-and-eleventh is a word too', () => {
    expect([0, 2, 10, 11, 20, 21, 110].map(ordinal)).toEqual([
      'first',
      'third',
      '11th',
      '12th',
      '21st',
      '22nd',
      '111th',
    ]);
  });
});

describe.each(templates)('$id', (template) => {
  test('keeps every rule of X01', () => {
    expect(templateProblems(template).map(({ says }) => says)).toEqual([]);
  });

  test('written, read and written again is the same file, and the same template', () => {
    const text = writeTemplateFile(template);
    const read = readTemplateFile(text);
    if (!read.ok) throw new Error(read.problems.join('\n'));
    expect(read.template).toEqual(JSON.parse(JSON.stringify(template)));
    expect(writeTemplateFile(read.template)).toBe(text);
  });
});

test('a file as large as files may be, with zones as large as they may be, is judged at once', () => {
  const zone = (i: number) => ({
    id: `z${i}`,
    title: { en: 'Z' },
    prompt: { en: '' },
    x: 0,
    y: -200_000 + i * 1_300,
    w: 200_000,
    h: 1_200,
    capacity: { perPerson: 100 },
    kind: 'idea',
  });
  const card = (i: number) => ({ id: `c${i}`, zone: 'z0', kind: 'idea', title: { en: 'A card' } });
  const file = {
    ...loose(),
    group: [1, 1_000],
    phases: [],
    links: [],
    notes: [],
    labels: [],
    ceilings: [],
    zones: Array.from({ length: 300 }, (_, i) => zone(i)),
    cards: Array.from({ length: 2_000 }, (_, i) => card(i)),
  };
  const started = performance.now();
  const read = readTemplateFile(JSON.stringify(file));
  expect(read.ok ? [] : read.problems[0]).toMatch(/cannot hold what 1000 people write/);
  const { group: _, ...small } = file;
  const fits = readTemplateFile(JSON.stringify({ ...small, group: [1, 2] }));
  if (!fits.ok) throw new Error(fits.problems.join('\n'));
  expect(templateRecords(fits.template, 'en')).toHaveLength(2_302);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('what this program does not know stays in the file', () => {
  const file = loose();
  file['mood'] = { colours: ['warm'] };
  file.zones[1]!['smell'] = 'pine';
  file.cards[0]!['weight'] = 3;
  const read = readTemplateFile(JSON.stringify(file));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  expect(JSON.parse(writeTemplateFile(read.template))).toEqual(file);
});

test('the order of keys in a file does not matter', () => {
  const turned = Object.fromEntries(Object.entries(loose()).toReversed());
  const read = readTemplateFile(JSON.stringify(turned));
  expect(read.ok && writeTemplateFile(read.template)).toBe(writeTemplateFile(toc));
});
