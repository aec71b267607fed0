// The versions of our own shapes. A version is counted up when a page of before could not read what a page of now writes: it
// is then asked to reload. What was written before stays as it is, since all that came later is optional.
import { createShapePropsMigrationIds, createShapePropsMigrationSequence } from '@tldraw/tlschema';

const zone = createShapePropsMigrationIds('zone', { Plan: 1 });
const card = createShapePropsMigrationIds('card', { First: 1 });
const unchanged = (): void => undefined;

export const zoneMigrations = createShapePropsMigrationSequence({
  sequence: [{ id: zone.Plan, up: unchanged, down: unchanged }],
});
export const cardMigrations = createShapePropsMigrationSequence({
  sequence: [{ id: card.First, up: unchanged, down: unchanged }],
});
