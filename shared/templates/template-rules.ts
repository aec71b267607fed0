// Rule X01: what must hold in a template beyond its shape - ids are unique and lead somewhere, zones lie apart, the agenda
// fits its minutes, and every zone holds the largest group or can grow.
import { limits } from '../protocol/limits.ts';
import { fieldOf, isFieldName } from '../domain/fields.ts';
import { textIn, type Text } from '../domain/text.ts';
import { axisGutter } from '../domain/placement.ts';
import { zoneHeaderHeight } from '../domain/zones.ts';
import type { Template, TemplateZone } from './format.ts';
import { ordinal } from './place-words.ts';
import { groupsFor, isRoomFor } from './sized-template.ts';
import { overlaps } from './template-places.ts';

export interface TemplateProblem {
  level: 'error' | 'hint';
  /** A sentence a person can act on, beginning with the place. */
  says: string;
}

/** Share of the minutes that an agenda leaves free: about a tenth, in whole minutes. */
const slack = 0.08;

export function templateProblems(template: Template): TemplateProblem[] {
  // Before anything is laid out.
  const parts = tooManyParts(template.zones);
  if (parts.length > 0) return parts;
  return [
    ...doubleIds(template),
    ...lostIds(template),
    ...overlapping(template.zones),
    ...tooSmall(template.zones),
    ...outsideZones(template),
    ...agenda(template),
    ...crowded(template),
    ...axesWithoutNumbers(template.zones),
  ];
}

const error = (says: string): TemplateProblem => ({ level: 'error', says });
const named = (list: string, index: number, title?: Text): string =>
  `${list}, ${ordinal(index)}${title ? ` ("${textIn(title, 'en')}")` : ''}`;

function tooManyParts(zones: readonly TemplateZone[]): TemplateProblem[] {
  const count = zones.reduce(
    (sum, { cells = [], rows = [] }) => sum + Math.max(1, cells.length) * Math.max(1, rows.length),
    0,
  );
  if (count <= limits.templatePartsMax) return [];
  return [
    error(
      `zones: together they have ${count} parts. ${limits.templatePartsMax} are the most: use fewer columns and rows.`,
    ),
  ];
}

function doubleIds(template: Template): TemplateProblem[] {
  const { phases, zones, cards, notes, labels, lines, links, ceilings } = template;
  return Object.entries({ phases, zones, cards, notes, labels, lines, links, ceilings }).flatMap(([list, items]) => {
    const seen = new Set<string>();
    return items.flatMap(({ id }: { id: string }, i) => {
      const isDouble = seen.has(id);
      seen.add(id);
      return isDouble ? [error(`${named(list, i)}: the id "${id}" is already taken. Give it another one.`)] : [];
    });
  });
}

function lostIds(template: Template): TemplateProblem[] {
  const zones = new Map(template.zones.map((zone) => [zone.id, zone]));
  const cards = new Set(template.cards.map(({ id }) => id));
  const links = new Set(template.links.map(({ id }) => id));
  const inZone = (list: string, items: readonly { zone?: string; cell?: string; row?: string }[]): TemplateProblem[] =>
    items.flatMap(({ zone, cell, row }, i) => {
      if (zone === undefined) return [];
      const found = zones.get(zone);
      if (!found) return [error(`${named(list, i)}: there is no zone "${zone}".`)];
      const isPart = (id: string | undefined, parts: TemplateZone['cells']): boolean =>
        id === undefined || (parts ?? []).some((part) => part.id === id);
      if (isPart(cell, found.cells) && isPart(row, found.rows)) return [];
      return [error(`${named(list, i)}: the zone "${zone}" has no such part.`)];
    });
  return [
    ...template.phases.flatMap(({ zoneIds, label }, i) =>
      zoneIds
        .filter((id) => !zones.has(id))
        .map((id) => error(`${named('phases', i, label)}: there is no zone "${id}".`)),
    ),
    ...inZone('cards', template.cards),
    ...inZone('notes', template.notes),
    ...inZone('labels', template.labels),
    ...inZone('lines', template.lines),
    ...template.links.flatMap(({ from, to }, i) =>
      [from, to].filter((id) => !cards.has(id)).map((id) => error(`${named('links', i)}: there is no card "${id}".`)),
    ),
    ...template.cards.flatMap(({ fields, title }, i) =>
      Object.entries(fields ?? {}).flatMap(([name, value]) =>
        isFieldName(name) &&
        fieldOf(name).type === 'card' &&
        typeof value === 'string' &&
        !cards.has(value) &&
        !links.has(value)
          ? [error(`${named('cards', i, title)}: "${name}" names "${value}", which is no card and no link.`)]
          : [],
      ),
    ),
  ];
}

function overlapping(zones: readonly TemplateZone[]): TemplateProblem[] {
  return zones.flatMap((zone, i) => {
    const other = zones.slice(0, i).find((one) => overlaps(one, zone));
    return other
      ? [error(`${named('zones', i, zone.title)}: it lies over "${textIn(other.title, 'en')}". Move one of them.`)]
      : [];
  });
}

function tooSmall(zones: readonly TemplateZone[]): TemplateProblem[] {
  return zones.flatMap((zone, i) =>
    zone.w < axisGutter * 2 || zone.h < zoneHeaderHeight + 40
      ? [error(`${named('zones', i, zone.title)}: it is too small for its title. Make it larger.`)]
      : [],
  );
}

/** Only what names its place: everything else finds one. */
function outsideZones(template: Template): TemplateProblem[] {
  const zones = new Map(template.zones.map((zone) => [zone.id, zone]));
  const outside = (zoneId: string, x: number, y: number): boolean => {
    const zone = zones.get(zoneId);
    return zone !== undefined && (x < 0 || y < 0 || x >= zone.w || y >= zone.h);
  };
  const places = (list: string, items: readonly { zone: string; at?: { x: number; y: number } }[]): TemplateProblem[] =>
    items.flatMap(({ zone, at }, i) =>
      at && outside(zone, at.x, at.y) ? [error(`${named(list, i)}: it lies outside its zone "${zone}".`)] : [],
    );
  return [
    ...places('cards', template.cards),
    ...places('notes', template.notes),
    ...template.labels.flatMap(({ zone, x, y }, i) =>
      zone !== undefined && outside(zone, x, y)
        ? [error(`${named('labels', i)}: it lies outside its zone "${zone}".`)]
        : [],
    ),
  ];
}

function agenda({ phases, minutes }: Template): TemplateProblem[] {
  if (phases.length === 0) return [];
  const sum = phases.reduce((total, phase) => total + phase.minutes, 0);
  if (sum > minutes)
    return [
      error(`phases: together they take ${sum} minutes, and there are ${minutes}. Shorten some, or give more time.`),
    ];
  if (sum > minutes * (1 - slack))
    return [
      { level: 'hint', says: `phases: together they take ${sum} of ${minutes} minutes. Leave about a tenth free.` },
    ];
  return [];
}

function crowded(template: Template): TemplateProblem[] {
  const people = template.group[1];
  const each = Math.ceil(people / groupsFor(template, people));
  return template.zones.flatMap((zone, i) => {
    if (zone.grows !== undefined || !zone.capacity) return [];
    return isRoomFor(template, zone, zone.perGroup ? each : people)
      ? []
      : [
          error(
            `${named('zones', i, zone.title)}: it cannot hold what ${people} people write. Make it larger, or let it grow.`,
          ),
        ];
  });
}

function axesWithoutNumbers(zones: readonly TemplateZone[]): TemplateProblem[] {
  return zones.flatMap((zone, i) =>
    [zone.across, zone.up].flatMap((axis) =>
      axis && (!isFieldName(axis.field) || fieldOf(axis.field).type !== 'number')
        ? [error(`${named('zones', i, zone.title)}: the axis "${axis.field}" is no field with numbers from 0 to 100.`)]
        : [],
    ),
  );
}
