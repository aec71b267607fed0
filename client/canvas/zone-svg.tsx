// A zone in exports: plain SVG with real text, so that other programs can read it too.
import { zonePlan, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { fittedText } from './fitted-text.ts';
import { ZoneNumber } from './zone-number.tsx';
import { ZonePlanDrawing } from './zone-plan.tsx';
import { zoneFontFamily, zoneType, type ZonePalette } from './zone-palette.ts';

export function zoneSvg(editor: Editor, { props }: ZoneShape, palette: ZonePalette) {
  const { inset, titleTop, titleSize, titleLine, promptSize, promptLine, gap } = zoneType;
  const width = props.w - inset * 2;
  const title = fittedText(editor, props.title === '' ? t('canvas.zone.untitled') : props.title, {
    size: titleSize,
    weight: 'bold',
    width,
  });
  const prompt = fittedText(editor, props.prompt, { size: promptSize, weight: 'normal', width });
  return (
    <>
      <rect width={props.w} height={props.h} rx={6} fill={palette.fill} stroke={palette.line} strokeWidth={1.5} />
      <text
        x={inset}
        y={titleTop + titleLine * 0.76}
        fontFamily={zoneFontFamily}
        fontSize={titleSize}
        fontWeight={700}
        fill={palette.title}
      >
        {title}
      </text>
      <text
        x={inset}
        y={titleTop + titleLine + gap + promptLine * 0.76}
        fontFamily={zoneFontFamily}
        fontSize={promptSize}
        fill={palette.prompt}
      >
        {prompt}
      </text>
      <ZoneNumber props={props} palette={palette} />
      <ZonePlanDrawing editor={editor} plan={zonePlan(props)} palette={palette} />
    </>
  );
}
