// Colours and type of a zone, on the canvas and in exports. Quiet, so that people's notes carry the colour.

import { zoneInset } from '@commonboard/shared/domain/zones.ts';

export interface ZonePalette {
  fill: string;
  line: string;
  title: string;
  prompt: string;
}

export const zonePalettes: Record<'light' | 'dark', ZonePalette> = {
  light: { fill: '#fffdf9', line: '#d3cbbd', title: '#22252a', prompt: '#5c6169' },
  dark: { fill: '#1f2226', line: '#4a5057', title: '#ece9e3', prompt: '#b3b4b3' },
};

/** Page units. Large, since a whole map is looked at from far: at 40 % a prompt is still 13 px. */
export const zoneType = {
  inset: zoneInset,
  titleTop: 12,
  titleSize: 42,
  titleLine: 54,
  promptSize: 32,
  promptLine: 40,
  gap: 0,
  /** Names of columns, rows, axes and rings. */
  cellSize: 24,
} as const;
export const zoneFontFamily = "'tldraw_sans', sans-serif";
