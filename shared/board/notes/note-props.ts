// What a note has before anybody changes it.
import { richTextFromPlain } from '../text/rich-text.ts';

/** tldraw's own defaults for a note. */
export function noteProps(text: string, color = 'yellow'): Record<string, unknown> {
  return {
    color,
    labelColor: 'black',
    size: 'm',
    font: 'sans',
    fontSizeAdjustment: 1,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: richTextFromPlain(text),
    scale: 1,
    textLastEditedBy: null,
  };
}
