// The card: a note that means something. Kind, title as rich text, and each field as a flat property of its own, so that two
// people can change two of them at once. Only its data; the canvas draws it.
import { richTextValidator, type RecordProps, type TLBaseShape, type TLRichText, type TLShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';
import { fieldNames, fieldOf, type CardFields, type FieldType, type FieldValue } from '../domain/fields.ts';

export interface CardProps extends CardFields {
  /** Of `kinds`; a card of a kind that this code does not know is shown as an idea. */
  kind: string;
  /** Page units. The height follows from what the card shows. */
  w: number;
  /** Its first paragraph on is the title. */
  richText: TLRichText;
  /** Shows how a card could look; counts in no check and no export. */
  example?: boolean | undefined;
  /** Ids of cards and notes this one was merged or made from. */
  sources?: string[];
  /** Which of several parallel copies of a template's part it was made in. */
  group?: string;
  /** Of the note it was, so that it can become that again. */
  noteColor?: string;
}

declare module '@tldraw/tlschema' {
  interface TLGlobalShapePropsMap {
    card: CardProps;
  }
}

export type CardShape = TLBaseShape<'card', CardProps>;

export const cardWidth = 240;
/** Page units; narrower than this, a title has no room. */
export const cardWidthMin = 160;

const ofType = {
  text: T.string,
  long: T.string,
  link: T.string,
  date: T.string,
  choice: T.string,
  card: T.string,
  measure: T.or(T.number, T.string),
  number: T.number,
  scale: T.number,
  flag: T.boolean,
  list: T.arrayOf(T.string),
} satisfies Record<FieldType, T.Validatable<FieldValue>>;

// Lenient about choices and dates: a value that nobody knows is left out where it is read, and the card stays in sight.
const fieldProps = Object.fromEntries(
  fieldNames.map((name) => [name, T.optional(ofType[fieldOf(name).type] as T.Validatable<FieldValue>)]),
) as unknown as RecordProps<TLBaseShape<'card', CardFields>>;

export const cardProps = {
  ...fieldProps,
  kind: T.string,
  w: T.nonZeroNumber,
  richText: richTextValidator,
  example: T.optional(T.boolean),
  sources: T.optional(T.arrayOf(T.string)),
  group: T.optional(T.string),
  noteColor: T.optional(T.string),
} as RecordProps<CardShape>;

export function isCard(shape: TLShape): shape is Extract<TLShape, { type: 'card' }> {
  return shape.type === 'card';
}
