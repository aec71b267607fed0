// A template as the gallery shows it: what it is for, and a picture as plain shapes, drawn from the template's own data. The
// start page loads only these; `gallery-entries.json` holds them for all templates, and a test keeps it true.
import { cellSpans, innerArea, type Area } from '../domain/placement.ts';
import { isKind, kindOf, type Family } from '../domain/kinds.ts';
import type { Text } from '../domain/text.ts';
import type { Moment, NoteColor, Template, TemplateZone } from './format.ts';
import { sizedTemplate } from './sized-template.ts';
import { cardSize, noteSize, templatePlaces } from './template-places.ts';
import { planOf } from './template-plan.ts';

/** From x, from y, to x, to y. */
export type GalleryLine = readonly [number, number, number, number];

export interface GalleryZone extends Area {
  title: Text;
  /** Between its parts. */
  lines: readonly GalleryLine[];
  /** Middle x, middle y, radius. */
  circles: readonly (readonly [number, number, number])[];
}

/** A note or a card. */
export interface GalleryMark extends Area {
  color: NoteColor;
}

export interface GalleryEntry {
  id: string;
  title: Text;
  purpose: Text;
  leaveWith: Text;
  moment: Moment;
  group: readonly [min: number, max: number];
  minutes: number;
  zones: readonly GalleryZone[];
  marks: readonly GalleryMark[];
}

const familyColors: Record<Family, NoteColor> = {
  chain: 'light-blue',
  support: 'light-red',
  stakeholder: 'light-green',
  goal: 'light-green',
  resource: 'orange',
  agreement: 'light-violet',
  session: 'light-blue',
  story: 'yellow',
  word: 'yellow',
};

/** Without the guide, which is the same in all. */
export function galleryEntry(template: Template): GalleryEntry {
  const { id, title, purpose, leaveWith, moment, group, minutes } = template;
  const sized = sizedTemplate(template, group[0], 1);
  const zones = sized.zones.filter((zone) => zone.id !== 'guide');
  return {
    id,
    title,
    purpose,
    leaveWith,
    moment,
    group,
    minutes,
    zones: zones.map(galleryZone),
    marks: marksOf(sized, zones),
  };
}

function marksOf(template: Template, zones: readonly TemplateZone[]): GalleryMark[] {
  const places = templatePlaces(template);
  const mark = (
    item: { id: string; zone: string },
    size: { w: number; h: number },
    color: NoteColor,
  ): GalleryMark[] => {
    const place = places.get(item.id);
    const zone = zones.find((one) => one.id === item.zone);
    return place && zone ? [{ ...rounded({ x: zone.x + place.x, y: zone.y + place.y, ...size }), color }] : [];
  };
  return [
    ...template.notes.flatMap((note) => mark(note, noteSize, note.color)),
    ...template.cards.flatMap((card) => mark(card, cardSize, colorOf(card.kind))),
  ];
}

function colorOf(kind: string): NoteColor {
  return isKind(kind) ? familyColors[kindOf(kind).family] : 'yellow';
}

function galleryZone(zone: TemplateZone): GalleryZone {
  const plan = planOf(zone);
  const inner = innerArea(plan);
  const at = { x: zone.x + inner.x, y: zone.y + inner.y, w: inner.w, h: inner.h };
  const bottom = at.y + at.h;
  const right = at.x + at.w;
  const upright = (share: number): GalleryLine => line(at.x + at.w * share, at.y, at.x + at.w * share, bottom);
  const level = (share: number): GalleryLine => line(at.x, at.y + at.h * share, right, at.y + at.h * share);
  const between = (cells: typeof plan.cells): number[] =>
    cellSpans(cells)
      .slice(1)
      .map(({ from }) => from);
  const drawn = (lines: GalleryLine[], circles: GalleryZone['circles'] = []): GalleryZone => ({
    ...rounded(zone),
    title: zone.title,
    lines,
    circles,
  });
  switch (plan.layout) {
    case 'free':
    case 'grid':
      return drawn([]);
    case 'columns':
      return drawn(between(plan.cells).map(upright));
    case 'rows':
    case 'bands':
      return drawn(between(plan.cells).map(level));
    case 'table':
    case 'time-room':
      return drawn([...between(plan.cells).map(upright), ...between(plan.rows).map(level)]);
    case 'quadrant':
      return drawn([upright(0.5), level(0.5)]);
    case 'rings':
      return drawn([], circlesOf(at, plan.cells));
    case 'sectors':
      return drawn(
        cellSpans(plan.cells).map(({ from }) => spoke(at, from)),
        circlesOf(at, plan.rows),
      );
  }
}

function circlesOf({ x, y, w, h }: Area, cells: Parameters<typeof cellSpans>[0]): GalleryZone['circles'] {
  const shares = cells.length > 0 ? cellSpans(cells).map(({ to }) => to) : [1];
  return shares.map((share) => [Math.round(x + w / 2), Math.round(y + h / 2), Math.round((w / 2) * share)] as const);
}

function spoke({ x, y, w, h }: Area, turned: number): GalleryLine {
  const angle = turned * 2 * Math.PI;
  const [cx, cy] = [x + w / 2, y + h / 2];
  return line(cx, cy, cx + (Math.sin(angle) * w) / 2, cy - (Math.cos(angle) * h) / 2);
}

function line(...ends: [number, number, number, number]): GalleryLine {
  const [x1, y1, x2, y2] = ends.map(Math.round);
  return [x1 ?? 0, y1 ?? 0, x2 ?? 0, y2 ?? 0];
}

function rounded({ x, y, w, h }: Area): Area {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
}
