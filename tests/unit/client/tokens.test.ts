// Text can be read on what it stands on: WCAG AA for every pair of the token file, light and dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository.ts';

const css = readFileSync(join(repositoryRoot, 'client/ui/tokens.css'), 'utf8').split('@media')[0] ?? '';
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [a, b] = [one, other].map((name) => luminance(tokens.get(name)?.[scheme] ?? '#808080'));
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'raised'];
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'danger'];
const textPairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-strong'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['ink', 'warn-soft'],
  ['accent', 'accent-soft'],
  ['ok', 'surface'],
] as const;

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each(textPairs)('%s on %s is text: 4.5', (ink, ground) =>
    expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(4.5),
  );
  it.each(grounds)('the edge of a field on %s: 3', (ground) =>
    expect(contrast('edge', ground, scheme)).toBeGreaterThanOrEqual(3),
  );
});
