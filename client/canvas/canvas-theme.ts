// tldraw's theme with the product's paper, and notes whose yellow is a yellow.
import { DEFAULT_THEME, type TLThemes } from 'tldraw';

const { light, dark } = DEFAULT_THEME.colors;

export const canvasThemes: Partial<TLThemes> = {
  default: {
    ...DEFAULT_THEME,
    colors: {
      light: { ...light, background: '#faf8f4', yellow: { ...light.yellow, noteFill: '#fce7a0' } },
      dark: { ...dark, background: '#17191c', yellow: { ...dark.yellow, noteFill: '#7d6a24' } },
    },
  },
};
