// One line of text for a drawing, cut where the canvas cuts it.
import type { Editor } from 'tldraw';
import { zoneFontFamily } from './zone-palette.ts';

interface Line {
  /** Page units. */
  size: number;
  weight: 'normal' | 'bold';
  width: number;
}

/** As much of it as the width holds, with an ellipsis where something is left out. */
export function fittedText(editor: Editor, text: string, { size, weight, width }: Line): string {
  if (text === '') return '';
  const spans = editor.textMeasure.measureTextSpans(text, {
    width,
    height: size * 2,
    padding: 0,
    fontSize: size,
    fontWeight: weight,
    fontFamily: zoneFontFamily,
    fontStyle: 'normal',
    lineHeight: 1.2,
    textAlign: 'start',
    overflow: 'truncate-ellipsis',
  });
  return spans.map((span) => span.text).join('');
}
