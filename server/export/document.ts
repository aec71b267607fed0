// A report as a .docx document with real headings, lists, tables and pictures, to be edited on.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  Table as DocumentTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { imageSize } from 'image-size';
import type { Block, ListItem } from '@commonboard/shared/domain/harvest/report-blocks.ts';
import type { Report } from '@commonboard/shared/domain/harvest/report.ts';
import { shownColumns, shownText, type Table } from '@commonboard/shared/domain/harvest/table.ts';
import { textIn, type Text } from '@commonboard/shared/domain/text.ts';

/** A PNG, with words for those who do not see it. */
export interface ReportPicture {
  png: Uint8Array;
  alt: string;
  /** Under it, where that is not the same. */
  caption?: string | undefined;
}

/** Twentieths of a point: A4, and what stays free around. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
/** A table with more columns than this stands on a page that lies on its side. */
const uprightColumnsMax = 6;
/** Pixels at 96 dpi that fit between the margins. */
const pictureWidthMax = 640;
const pictureHeightMax = 800;

type Section = { wide: boolean; children: (Paragraph | DocumentTable)[] };

export async function reportDocument(
  { title, blocks }: Report,
  locale: string,
  pictures: readonly ReportPicture[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const sections: Section[] = [];
  for (const block of blocks) {
    const wide = block.type === 'table' && shownColumns(block.table).length > uprightColumnsMax;
    sectionFor(sections, wide).children.push(...blockParts(block, locale, wide));
  }
  if (pictures.length > 0)
    sectionFor(sections, false).children.push(
      ...blockParts({ type: 'heading', level: 2, text: textIn(picturesTitle, locale) }, locale, false),
      ...pictures.flatMap(pictureParts),
    );
  const document = new Document({
    title: writable(title),
    creator: 'Commonboard',
    styles: { default: defaultStyles },
    numbering: { config: [{ reference: bullets, levels: [bulletLevel] }] },
    sections: sections.map(sectionOptions),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const picturesTitle: Text = { en: 'Pictures of the zones' };
const bullets = 'bullets';
const bulletLevel = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 240 } } },
} as const;

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '1F2328', font: 'Calibri' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});
const defaultStyles = {
  document: { run: { font: 'Calibri', size: 22 } },
  heading1: heading(40, 0),
  heading2: heading(28, 360),
  heading3: heading(24, 240),
};
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The last section, or a new one where the page has to turn. A heading goes with the table under it. */
function sectionFor(sections: Section[], wide: boolean): Section {
  const last = sections.at(-1);
  if (last && last.wide === wide) return last;
  const next: Section = { wide, children: [] };
  const above = last?.children.at(-1);
  if (wide && last && above instanceof HeadingParagraph) next.children.push(...last.children.splice(-1));
  if (last?.children.length === 0) sections.pop();
  // Two wide tables with only a heading between them stand on the same page.
  const before = sections.at(-1);
  if (before?.wide === wide) {
    before.children.push(...next.children);
    return before;
  }
  sections.push(next);
  return next;
}

/** Known again where a page turns. */
class HeadingParagraph extends Paragraph {}

function sectionOptions({ wide, children }: Section): ISectionOptions {
  const { width, height, margin } = page;
  const margins = { top: margin, bottom: margin, left: margin, right: margin };
  const orientation = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: { width, height, orientation }, margin: margins } },
    children,
  };
}

function blockParts(block: Block, locale: string, wide: boolean): (Paragraph | DocumentTable)[] {
  switch (block.type) {
    case 'heading':
      return [new HeadingParagraph({ heading: headings[block.level], children: runs(block.text) })];
    case 'text':
      return [
        new Paragraph({
          spacing: { after: 160 },
          children: runs(block.text, block.quiet ? { color: '5C6370' } : {}),
        }),
      ];
    case 'list':
      return block.items.map(bullet);
    case 'table':
      return [tablePart(block.table, locale, wide), new Paragraph({ spacing: { after: 120 } })];
  }
}

function bullet({ lead, text, more }: ListItem): Paragraph {
  return new Paragraph({
    numbering: { reference: bullets, level: 0 },
    spacing: { after: 60 },
    children: [
      ...(lead ? runs(`${lead}: `, { bold: true }) : []),
      ...runs(text),
      ...(more ? runs(`  (${more})`, { color: '5C6370', size: 19 }) : []),
    ],
  });
}

function tablePart(table: Table, locale: string, wide: boolean): DocumentTable {
  const columns = shownColumns(table);
  const whole = (wide ? page.height : page.width) - 2 * page.margin;
  const widths = columnWidths(table, locale, whole);
  const cell = (text: string, i: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      ...(isHead && { shading: { fill: 'EEEBE3' } }),
      children: [new Paragraph({ children: runs(text, { size: 18, ...(isHead && { bold: true }) }) })],
    });
  return new DocumentTable({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ title }, i) => cell(textIn(title, locale), i, true)),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, i) => cell(shownText(column, row[column.key], locale), i, false)),
          }),
      ),
    ],
  });
}

/** By how much each column has to say; no column is squeezed to nothing. */
function columnWidths(table: Table, locale: string, whole: number): number[] {
  const weights = shownColumns(table).map((column) => {
    const texts = table.rows.map((row) => shownText(column, row[column.key], locale));
    const longestWord = [textIn(column.title, locale), ...texts].reduce(
      (longest, text) => text.split(/\s+/).reduce((most, { length }) => Math.max(most, length), longest),
      0,
    );
    const mean = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
    return Math.min(40, Math.max(6, longestWord, Math.sqrt(mean) * 3));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((whole * weight) / total));
}

function pictureParts({ png, alt, caption = alt }: ReportPicture): Paragraph[] {
  const { width, height } = imageSize(png);
  const scale = Math.min(1, pictureWidthMax / width, pictureHeightMax / height);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: writable(alt), title: writable(alt), description: writable(alt) },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 240 }, children: [picture] }),
    new Paragraph({ spacing: { after: 240 }, children: runs(caption, { color: '5C6370', size: 19 }) }),
  ];
}

/** Lines stay lines. */
function runs(text: string, style: { bold?: boolean; color?: string; size?: number } = {}): TextRun[] {
  return writable(text)
    .split('\n')
    .map((line, i) => new TextRun({ text: line, ...style, ...(i > 0 && { break: 1 }) }));
}

/** Without the letters that XML cannot hold. */
function writable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what XML forbids
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
