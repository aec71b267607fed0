// A card on the canvas: bar, sign and name of its kind, title, and the fields of this moment; while it is edited, those fields
// as inputs.
import type { CardShape } from '@commonboard/shared/schema/card-shape.ts';
import type { CSSProperties } from 'react';
import { HTMLContainer, RichTextLabel, useColorMode, useEditor, useIsEditing, useValue } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { cardContent, cardFontFamily, cardType, titleWidth, type CardLine } from './card-content.ts';
import { cardEdge, cardPalette, edgeRadius, type CardEdge, type CardPalette } from './card-palette.ts';
import { CardFieldsInPlace } from './card-fields-in-place.tsx';
import { disagreedCards } from './disagreement.ts';
import { KindSign } from './kind-sign.tsx';

export function CardView({ shape }: { shape: CardShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const content = useValue('card content', () => cardContent(editor, shape), [editor, shape]);
  const isSelected = useValue('card is selected', () => editor.getOnlySelectedShapeId() === shape.id, [
    editor,
    shape.id,
  ]);
  const isDisagreed = useValue('card is disagreed on', () => disagreedCards.get(editor).has(shape.id), [
    editor,
    shape.id,
  ]);
  const palette = cardPalette(content.kind, useColorMode());
  return (
    <HTMLContainer style={cardStyle(shape, content.height, cardEdge(content.kind), palette, isDisagreed)}>
      <div style={barStyle(palette, cardEdge(content.kind))} />
      <div style={{ position: 'relative', padding: `${cardType.padTop}px ${cardType.padX}px 0` }}>
        <div style={{ ...kindStyle, color: palette.kind }}>
          <KindSign kind={content.kind} size={cardType.kindSize + 2} />
          <span style={oneLine}>{content.kindLabel}</span>
          {content.isExample && <span style={{ ...badgeStyle, color: palette.quiet }}>{t('cards.example')}</span>}
        </div>
        <div style={{ position: 'relative', height: content.titleHeight, width: titleWidth(shape) }}>
          <RichTextLabel
            shapeId={shape.id}
            type="card"
            fontFamily={cardFontFamily}
            fontSize={cardType.titleSize}
            lineHeight={cardType.titleLine / cardType.titleSize}
            textAlign="start"
            verticalAlign="start"
            richText={shape.props.richText}
            isSelected={isSelected}
            labelColor={palette.ink}
            wrap
            padding={0}
            hasCustomTabBehavior
            showTextOutline={false}
            onKeyDown={(event) => event.key === 'Tab' && focusFirstField(event)}
          />
        </div>
        <Lines lines={content.lines} palette={palette} />
      </div>
      {isEditing && <CardFieldsInPlace shape={shape} top={content.height} />}
    </HTMLContainer>
  );
}

function Lines({ lines, palette }: { lines: readonly CardLine[]; palette: CardPalette }) {
  if (lines.length === 0) return null;
  return (
    <div style={{ marginTop: cardType.gap }} dir="auto">
      {lines.map(({ name, label, text }) => (
        <div key={name} style={{ ...fieldStyle, ...oneLine, color: palette.quiet }}>
          {label} <span style={{ color: palette.ink }}>{text}</span>
        </div>
      ))}
    </div>
  );
}

/** From the title on to the fields below it, as from one input to the next. */
function focusFirstField(event: KeyboardEvent): void {
  if (event.shiftKey || !(event.target instanceof Element)) return;
  const input = event.target
    .closest('[data-shape-id]')
    ?.querySelector<HTMLElement>('[data-card-fields] :is(input, select, textarea)');
  if (!input) return;
  event.preventDefault();
  input.focus();
}

const oneLine: CSSProperties = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' };
const kindStyle: CSSProperties = {
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: cardType.kindLine,
  fontSize: cardType.kindSize,
  lineHeight: `${cardType.kindLine}px`,
  fontWeight: 700,
};
const badgeStyle: CSSProperties = { marginInlineStart: 'auto', fontWeight: 400 };
const fieldStyle: CSSProperties = { fontSize: cardType.fieldSize, lineHeight: `${cardType.fieldLine}px` };

function cardStyle(
  { props }: CardShape,
  height: number,
  edge: ReturnType<typeof cardEdge>,
  palette: CardPalette,
  isDisagreed: boolean,
): CSSProperties {
  return {
    width: props.w,
    height,
    boxSizing: 'border-box',
    paddingInlineStart: cardType.bar,
    overflow: 'visible',
    background: palette.fill,
    border: `1.5px ${edge === 'dashed' ? 'dashed' : 'solid'} ${palette.line}`,
    borderRadius: edgeRadius[edge],
    boxShadow: isDisagreed ? `0 0 0 6px ${palette.fill}, 0 0 0 10px ${palette.kind}` : '0 1px 3px rgb(60 45 15 / 0.12)',
    fontFamily: cardFontFamily,
    color: palette.ink,
    pointerEvents: 'all',
  };
}

function barStyle(palette: CardPalette, edge: CardEdge): CSSProperties {
  return {
    position: 'absolute',
    insetInlineStart: -1,
    insetBlock: edgeRadius[edge] + 2,
    width: cardType.bar,
    borderRadius: cardType.bar,
    background: palette.kind,
  };
}
