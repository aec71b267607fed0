// What a card shows at this moment, and how high it is for that. The height is derived, never stored: two people who change
// two fields would otherwise store two heights.
import { filledFields } from '@commonboard/shared/board/board-model.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { isFieldName, type FieldName } from '@commonboard/shared/domain/fields.ts';
import { isKind, kindOf, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { createComputedCache, renderHtmlFromRichTextForMeasurement, type Editor, type TLShapeId } from 'tldraw';
import { locale } from '../ui/messages/locale.ts';
import { fieldLabel, fieldText } from './field-text.ts';

/** Page units. */
export const cardType = {
  bar: 5,
  padX: 16,
  padTop: 12,
  padBottom: 14,
  kindSize: 15,
  kindLine: 20,
  titleSize: 20,
  titleLine: 26,
  fieldSize: 15,
  fieldLine: 22,
  gap: 6,
  heightMin: 84,
} as const;
export const cardFontFamily = "'tldraw_sans', sans-serif";
const shownMax = 4;

export interface CardLine {
  name: FieldName;
  label: string;
  text: string;
}

export interface CardContent {
  kind: Kind;
  kindLabel: string;
  isExample: boolean;
  lines: readonly CardLine[];
  titleHeight: number;
  height: number;
}

export function kindOfCard(shape: CardShape): Kind {
  return isKind(shape.props.kind) ? shape.props.kind : 'idea';
}

/** Which fields this card shows where it lies: the zone's choice, else its kind's. */
export function shownFields(editor: Editor, shape: CardShape): readonly FieldName[] {
  const parent = editor.getShapeParent(shape);
  const chosen = parent && isZone(parent) ? parent.props.shows : undefined;
  return (chosen?.filter(isFieldName) ?? kindOf(kindOfCard(shape)).shows).slice(0, shownMax);
}

const contents = createComputedCache(
  'card content',
  (editor: Editor, shape: CardShape) => {
    editor.fonts.trackFontsForShape(shape);
    const kind = kindOfCard(shape);
    const filled = filledFields({ ...shape.props });
    const lines = shownFields(editor, shape).flatMap((name): CardLine[] => {
      const value = filled[name];
      if (value === undefined) return [];
      const text = fieldText(name, value, (id) => titleOf(editor, id));
      return text === '' ? [] : [{ name, label: fieldLabel(name), text }];
    });
    const titleHeight = Math.max(cardType.titleLine, measuredTitle(editor, shape));
    const fieldsHeight = lines.length === 0 ? 0 : cardType.gap + lines.length * cardType.fieldLine;
    const { padTop, kindLine, padBottom } = cardType;
    const content: CardContent = {
      kind,
      kindLabel: textIn(kindOf(kind).label, locale),
      isExample: shape.props.example === true,
      lines,
      titleHeight,
      height: Math.max(cardType.heightMin, padTop + kindLine + titleHeight + fieldsHeight + padBottom),
    };
    return content;
  },
  // A drag moves a card and leaves it as it is.
  { areRecordsEqual: (a, b) => a.props === b.props && a.parentId === b.parentId },
);

export function cardContent(editor: Editor, shape: CardShape): CardContent {
  const content = contents.get(editor, shape.id);
  if (!content) throw new Error(`${shape.id} is not on the board.`);
  return content;
}

export function titleWidth(shape: CardShape): number {
  return Math.max(1, shape.props.w - cardType.bar - 2 * cardType.padX);
}

export function titleOf(editor: Editor, id: string): string {
  const shape = editor.getShape(id as TLShapeId);
  if (!shape) return '';
  if (isCard(shape) || shape.type === 'note' || shape.type === 'arrow') return plainFromRichText(shape.props.richText);
  return isZone(shape) ? shape.props.title : '';
}

function measuredTitle(editor: Editor, shape: CardShape): number {
  const html = renderHtmlFromRichTextForMeasurement(editor, shape.props.richText);
  return editor.textMeasure.measureHtml(html, {
    fontFamily: cardFontFamily,
    fontSize: cardType.titleSize,
    fontWeight: 'normal',
    fontStyle: 'normal',
    lineHeight: cardType.titleLine / cardType.titleSize,
    padding: '0px',
    maxWidth: titleWidth(shape),
  }).h;
}
