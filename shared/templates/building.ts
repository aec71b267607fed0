// Short ways to write a template down, in English. Every template is made here: it begins with a locked guide that says what
// it is for, its agenda and how the group works together.
import { fieldOf, isFieldName, type FieldValue } from '../domain/fields.ts';
import { textIn, type Text } from '../domain/text.ts';
import type {
  NoteColor,
  PhaseKind,
  Template,
  TemplateAxis,
  TemplateCard,
  TemplateCell,
  TemplateLabel,
  TemplateLink,
  TemplateNote,
  TemplatePhase,
  TemplateZone,
} from './format.ts';

type Words = string | Text;
type Rect = readonly [x: number, y: number, w: number, h: number];

const text = (words: Words): Text => (typeof words === 'string' ? { en: words } : words);

export function phase(
  id: string,
  label: Words,
  kind: PhaseKind,
  minutes: number,
  zoneIds: readonly string[],
  [prompt, facilitatorNote]: readonly [prompt: Words, facilitatorNote: Words],
  more: Partial<TemplatePhase> = {},
): TemplatePhase {
  return {
    id,
    label: text(label),
    kind,
    minutes,
    zoneIds,
    prompt: text(prompt),
    facilitatorNote: text(facilitatorNote),
    ...more,
  };
}

export function zone(
  id: string,
  title: Words,
  prompt: Words,
  [x, y, w, h]: Rect,
  more: Partial<TemplateZone> = {},
): TemplateZone {
  return { id, title: text(title), prompt: text(prompt), x, y, w, h, ...more };
}

export function cell(id: string, title: Words, more: Partial<TemplateCell> = {}): TemplateCell {
  return { id, title: text(title), ...more };
}

export function axis(field: string, title: Words, low: Words, high: Words): TemplateAxis {
  return { field, title: text(title), low: text(low), high: text(high) };
}

export function note(
  id: string,
  zoneId: string,
  words: Words,
  color: NoteColor = 'yellow',
  more: Partial<TemplateNote> = {},
): TemplateNote {
  return { id, zone: zoneId, text: text(words), color, ...more };
}

/** Words in fields become texts. */
export function card(
  id: string,
  zoneId: string,
  kind: string,
  title: Words,
  fields: Readonly<Record<string, FieldValue>> = {},
  more: Partial<TemplateCard> = {},
): TemplateCard {
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && isWords(name) ? text(value) : value,
    ]),
  );
  return {
    id,
    zone: zoneId,
    kind,
    title: text(title),
    ...(Object.keys(values).length > 0 && { fields: values }),
    ...more,
  };
}

/** A card of the example board. */
export function example(...[id, zoneId, kind, title, fields, more]: Parameters<typeof card>): TemplateCard {
  return card(id, zoneId, kind, title, fields, { ...more, example: true });
}

export function link(
  from: string,
  to: string,
  { rationale, ...more }: Partial<Omit<TemplateLink, 'rationale'>> & { rationale?: Words } = {},
): TemplateLink {
  return { id: `${from}--${to}`, from, to, ...more, ...(rationale !== undefined && { rationale: text(rationale) }) };
}

type Given = Pick<Template, 'id' | 'moment' | 'group' | 'minutes' | 'phases' | 'zones'> &
  Partial<
    Pick<Template, 'groupOf' | 'cards' | 'links' | 'notes' | 'labels' | 'lines' | 'ceilings' | 'checks' | 'results'>
  > & {
    title: Words;
    purpose: Words;
    leaveWith: Words;
    credits: Words;
    /** How the group works together, where more than usual is to be said. */
    agreement?: readonly string[];
  };

export function template(given: Given): Template {
  const { agreement, title, purpose, leaveWith, credits, ...rest } = given;
  const head = { title: text(title), purpose: text(purpose), leaveWith: text(leaveWith), credits: text(credits) };
  const guide = guideFor({ ...rest, ...head }, [...commonAgreement, ...(agreement ?? [])]);
  return {
    format: 'commonboard-template',
    version: 1,
    id: given.id,
    ...head,
    moment: given.moment,
    group: given.group,
    ...(given.groupOf && { groupOf: given.groupOf }),
    minutes: given.minutes,
    licence: 'CC-BY-4.0',
    locales: ['en'],
    phases: given.phases,
    zones: [guide.zone, ...given.zones],
    cards: given.cards ?? [],
    links: given.links ?? [],
    notes: given.notes ?? [],
    labels: [...guide.labels, ...(given.labels ?? [])],
    lines: given.lines ?? [],
    ceilings: given.ceilings ?? [],
    checks: given.checks ?? [],
    results: given.results ?? ['report.md'],
  };
}

const commonAgreement = [
  'One person speaks at a time.',
  'Short, plain words. One idea on each note.',
  'It is fine to pass.',
  'What we learn goes out; who said it stays here.',
];

const guideGap = 80;
const guideInset = 28;
/** Page units of a line of guide text. */
const lineHeight = 33;
/** Letters of guide text on a line of the width of a column, rather too few. */
const lettersPerLine = 38;
const columnWidth = 560;

/** Beside the zones where they are about as wide as a screen, above them where they are wider. */
function guideFor(
  { zones, phases, purpose, leaveWith }: Pick<Template, 'zones' | 'phases' | 'purpose' | 'leaveWith'>,
  agreement: readonly string[],
): { zone: TemplateZone; labels: TemplateLabel[] } {
  const [left, top] = [Math.min(...zones.map(({ x }) => x)), Math.min(...zones.map(({ y }) => y))];
  const width = Math.max(...zones.map(({ x, w }) => x + w)) - left;
  const height = Math.max(...zones.map(({ y, h }) => y + h)) - top;
  const blocks: { id: string; text: Text }[] = [
    { id: 'guide-purpose', text: joined(['Why we are here', purpose, '', 'What we leave with', leaveWith]) },
    { id: 'guide-agenda', text: joined(['Agenda', ...phases.map(agendaLine)]) },
    { id: 'guide-agreement', text: joined(['How we work together', ...agreement]) },
  ];
  const isAbove = width / height > 1.9;
  const heights = blocks.map((block) => linesOf(block.text) * lineHeight + 24);
  const inside = isAbove ? Math.max(...heights) : heights.reduce((sum, one) => sum + one, 0);
  const h = 120 + inside + guideInset;
  const w = isAbove ? blocks.length * (columnWidth + guideInset) + guideInset : columnWidth + 2 * guideInset;
  let down = 120;
  const labels = blocks.map((block, i): TemplateLabel => {
    const place = isAbove ? { x: guideInset + i * (columnWidth + guideInset), y: 120 } : { x: guideInset, y: down };
    down += heights[i] ?? 0;
    return { ...block, zone: 'guide', ...place, w: columnWidth };
  });
  const place = isAbove ? { x: left, y: top - h - guideGap } : { x: left - w - guideGap, y: top };
  return {
    zone: { id: 'guide', title: text('Guide'), prompt: text('Why, when and how'), ...place, w, h, locked: true },
    labels,
  };
}

function agendaLine({ minutes, label }: TemplatePhase): Text {
  const languages = Object.keys(label);
  const line = (language: string): string => `${minutes} min  ${textIn(label, language)}`;
  return { ...Object.fromEntries(languages.map((language) => [language, line(language)])), en: line('en') };
}

/** One text of several lines, in every language that any line is in. */
function joined(lines: readonly Words[]): Text {
  const texts = lines.map(text);
  const languages = new Set(texts.flatMap((one) => Object.keys(one)));
  const whole = (language: string): string => texts.map((one) => textIn(one, language)).join('\n');
  return { ...Object.fromEntries([...languages].map((language) => [language, whole(language)])), en: whole('en') };
}

function linesOf({ en }: Text): number {
  return en.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersPerLine)), 0);
}

function isWords(name: string): boolean {
  if (!isFieldName(name)) return false;
  const { type } = fieldOf(name);
  return type === 'text' || type === 'long';
}
