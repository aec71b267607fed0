// What the start page knows of the templates: their entries, without the templates themselves. Written by the test that
// compares them (`vitest --update`).
import entries from './gallery-entries.json' with { type: 'json' };
import type { GalleryEntry } from './gallery-entry.ts';

export const gallery = entries as unknown as readonly GalleryEntry[];
