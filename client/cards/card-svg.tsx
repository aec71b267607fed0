// A card in exports: as on the canvas, with real text.
import type { CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { Box, RichTextSVG, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { cardContent, cardFontFamily, cardType, titleWidth } from './card-content.ts';
import { cardEdge, edgeRadius, type CardPalette } from './card-palette.ts';
import { disagreedCards } from './disagreement.ts';
import { fittedText } from '../canvas/fitted-text.ts';
import { KindSign } from './kind-sign.tsx';

export function cardSvg(editor: Editor, shape: CardShape, palette: CardPalette) {
  const { kind, kindLabel, isExample, lines, titleHeight, height } = cardContent(editor, shape);
  const { bar, padX, padTop, kindSize, kindLine, titleSize, titleLine, fieldSize, fieldLine, gap } = cardType;
  const edge = cardEdge(kind);
  const left = bar + padX;
  const width = titleWidth(shape);
  const text = { fontFamily: cardFontFamily, fill: palette.ink };
  const fieldsTop = padTop + kindLine + titleHeight + gap;
  return (
    <>
      {disagreedCards.get(editor).has(shape.id) && (
        <rect
          x={-8}
          y={-8}
          width={shape.props.w + 16}
          height={height + 16}
          rx={edgeRadius[edge] + 8}
          fill="none"
          stroke={palette.kind}
          strokeWidth={4}
        />
      )}
      <rect
        width={shape.props.w}
        height={height}
        rx={edgeRadius[edge]}
        fill={palette.fill}
        stroke={palette.line}
        strokeWidth={1.5}
        {...(edge === 'dashed' && { strokeDasharray: '6 4' })}
      />
      <rect
        y={edgeRadius[edge] + 2}
        width={bar}
        height={height - 2 * edgeRadius[edge] - 4}
        rx={bar / 2}
        fill={palette.kind}
      />
      <KindSign kind={kind} size={kindSize + 2} color={palette.kind} at={{ x: left, y: padTop + 2 }} />
      <text
        {...text}
        x={left + kindSize + 8}
        y={padTop + kindLine * 0.74}
        fontSize={kindSize}
        fontWeight={700}
        fill={palette.kind}
      >
        {fittedText(editor, kindLabel, { size: kindSize, weight: 'bold', width: width - kindSize - 8 })}
      </text>
      {isExample && (
        <text
          {...text}
          x={left + width}
          y={padTop + kindLine * 0.74}
          fontSize={kindSize}
          fill={palette.quiet}
          textAnchor="end"
        >
          {t('cards.example')}
        </text>
      )}
      <RichTextSVG
        bounds={new Box(left, padTop + kindLine, width, titleHeight)}
        richText={shape.props.richText}
        fontSize={titleSize}
        fontFamily={cardFontFamily}
        lineHeight={titleLine / titleSize}
        textAlign="start"
        verticalAlign="start"
        wrap
        labelColor={palette.ink}
        padding={0}
        showTextOutline={false}
      />
      {lines.map(({ name, label, text: value }, i) => (
        <text
          key={name}
          {...text}
          x={left}
          y={fieldsTop + i * fieldLine + fieldLine * 0.74}
          fontSize={fieldSize}
          fill={palette.quiet}
        >
          {fittedText(editor, `${label} ${value}`, { size: fieldSize, weight: 'normal', width })}
        </text>
      ))}
    </>
  );
}
