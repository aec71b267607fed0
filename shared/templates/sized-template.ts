// A template for so many people: zones grow or page until what everybody writes fits, the others move aside, and small
// groups get zones of their own. Pure geometry.
import { limits } from '../protocol/limits.ts';
import { groupCopies } from './group-copies.ts';
import type { Place, Template, TemplateCell, TemplateZone } from './format.ts';
import { planOf, regionsOf, roomIn } from './template-plan.ts';
import { moved } from './moving-aside.ts';
import { standingIn } from './template-places.ts';

/** Between pages of one zone. */
const pageGap = 80;
const growthStep = 224;
const growthStepsMax = 400;
const growthStepsTried = 24;

interface Size {
  w: number;
  h: number;
}

/** `groups` where it is not said: as many as keep each within the size the template names. */
export function sizedTemplate(template: Template, people: number, groups = groupsFor(template, people)): Template {
  const crowd = Math.max(1, people);
  const each = Math.ceil(crowd / Math.max(1, groups));
  const peopleIn = (zone: TemplateZone): number => (zone.perGroup ? each : crowd);
  const grown = template.zones.map((zone) => grownZone(template, zone, peopleIn(zone)));
  const stretched = stretch(template, grown);
  const pages = new Map(stretched.zones.map((zone) => [zone.id, pagesNeeded(template, zone, peopleIn(zone))]));
  const paged = withPages(stretched, pages);
  return groups > 1 ? groupCopies(paged, groups) : paged;
}

export function groupsFor({ groupOf }: Template, people: number): number {
  return groupOf ? Math.max(1, Math.ceil(people / groupOf[1])) : 1;
}

/** How many shapes it would have on a board, at most: asked before they are made, since a file may ask for any number. */
export function shapesNeeded(template: Template, people: number): number {
  const { zones, cards, notes, labels, lines, links, ceilings } = template;
  const groups = groupsFor(template, people);
  const each = Math.ceil(people / groups);
  const pages = zones.reduce((sum, zone) => sum + pagesNeeded(template, zone, zone.perGroup ? each : people), 0);
  const things = [cards, notes, labels, lines, links, ceilings].reduce((sum, list) => sum + list.length, 0);
  return (zones.some(({ perGroup }) => perGroup) ? groups : 1) * (pages + things);
}

/** Whether each part holds what stands there and its share of what people write. On a wall any place will do. */
export function isRoomFor(template: Template, zone: TemplateZone, people: number): boolean {
  const regions = regionsOf(planOf(zone));
  const standing = standingIn(template, zone, regions);
  const free = regions.map((region, i) => roomIn(region) - (standing[i] ?? 0));
  const notes = peoplesNotes(zone, people);
  if (zone.layout === 'time-room') return free.reduce((sum, one) => sum + Math.max(0, one), 0) >= notes;
  const share = Math.ceil(notes / Math.max(1, regions.length));
  return free.every((one) => one >= share);
}

export function peoplesNotes({ capacity }: TemplateZone, people: number): number {
  return Math.ceil((capacity?.perPerson ?? 0) * people - 1e-9) + (capacity?.inAll ?? 0);
}

function grownZone(template: Template, zone: TemplateZone, people: number): TemplateZone {
  if (zone.grows === undefined || zone.grows === 'pages') return zone;
  const isRoom = (steps: number): boolean => isRoomFor(template, larger(zone, steps), people);
  // One by one at first: what stands in a part may stand in another one when the zone is larger.
  for (let steps = 0; steps <= growthStepsTried; steps++) if (isRoom(steps)) return larger(zone, steps);
  let [tooFew, enough] = [growthStepsTried, growthStepsMax];
  // Then by halves: a file from anywhere may have hundreds of zones, each with hundreds of things in it.
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isRoom(middle)) enough = middle;
    else tooFew = middle;
  }
  return larger(zone, enough);
}

function pagesNeeded(template: Template, zone: TemplateZone, people: number): number {
  if (zone.grows !== 'pages') return 1;
  const regions = regionsOf(planOf(zone));
  const places = regions.reduce((sum, region) => sum + roomIn(region), 0);
  const standing = standingIn(template, zone, regions).reduce((sum, count) => sum + count, 0);
  return Math.max(1, Math.ceil((standing + peoplesNotes(zone, people)) / Math.max(1, places)));
}

function larger(zone: TemplateZone, steps: number): TemplateZone {
  if (zone.layout === 'time-room') return withMoreRooms(zone, steps);
  const isDisc = zone.layout === 'rings' || zone.layout === 'sectors';
  const [w, h] = [zone.w + steps * growthStep, zone.h + steps * growthStep];
  if (isDisc) return { ...zone, w, h };
  return zone.grows === 'right' ? { ...zone, w } : { ...zone, h };
}

/** No more than a zone may have parts. */
function withMoreRooms(zone: TemplateZone, steps: number): TemplateZone {
  const free = limits.zonePartsMax - (zone.cells?.length ?? 0);
  let grown = zone;
  for (let step = 0; step < Math.min(steps, free); step++) grown = withAnotherRoom(grown);
  return grown;
}

/** The rooms of a wall are alike: one more is as wide as the last, and counts on. */
function withAnotherRoom(zone: TemplateZone): TemplateZone {
  const cells = zone.cells ?? [];
  const last = cells.at(-1);
  if (!last) return zone;
  const number = cells.length + 1;
  const counted = (text: string): string => text.replace(/\d+$/, String(number));
  const title = Object.fromEntries(
    Object.entries(last.title).map(([language, text]) => [language, counted(text ?? '')]),
  );
  const room: TemplateCell = {
    ...last,
    id: `room-${number}`,
    title: { ...title, en: counted(last.title.en) },
    ...(last.sets && {
      sets: Object.fromEntries(
        Object.entries(last.sets).map(([name, value]) => [name, typeof value === 'string' ? counted(value) : value]),
      ),
    }),
  };
  return { ...zone, cells: [...cells, room], w: zone.w + Math.round((zone.w - 200) / cells.length) };
}

/** Every zone in its size, the others moved aside. */
function stretch(template: Template, wanted: readonly TemplateZone[]): Template {
  const size = new Map<string, Size>(wanted.map(({ id, w, h }) => [id, { w, h }]));
  const sizeOf = ({ id, w, h }: TemplateZone): Size => size.get(id) ?? { w, h };
  const paged = (zone: TemplateZone): number => sizeOf(zone).w;
  const x = moved(template.zones.map((zone) => ({ from: zone.x, to: zone.x + zone.w, length: paged(zone) })));
  const y = moved(template.zones.map((zone) => ({ from: zone.y, to: zone.y + zone.h, length: sizeOf(zone).h })));
  const at = <T extends Place>(thing: T): T => ({ ...thing, x: x(thing.x), y: y(thing.y) });
  return {
    ...template,
    zones: template.zones.map((zone, i) => ({
      ...(wanted[i] ?? zone),
      x: x(zone.x),
      y: y(zone.y),
      w: x(zone.x + zone.w) - x(zone.x),
      h: y(zone.y + zone.h) - y(zone.y),
    })),
    ceilings: template.ceilings.map((ceiling) => ({ ...at(ceiling), w: x(ceiling.x + ceiling.w) - x(ceiling.x) })),
    labels: template.labels.map((label) => (label.zone === undefined ? at(label) : label)),
  };
}

/** Further zones of the same size to the right of the first; what stands to the right of that moves. */
function withPages(sized: Template, pages: ReadonlyMap<string, number>): Template {
  const many = sized.zones.filter(({ id }) => (pages.get(id) ?? 1) > 1);
  if (many.length === 0) return sized;
  const widths = sized.zones.map((zone) => {
    const count = pages.get(zone.id) ?? 1;
    return { from: zone.x, to: zone.x + zone.w, length: count * zone.w + (count - 1) * pageGap };
  });
  const x = moved(widths);
  const zones = sized.zones.flatMap((zone): TemplateZone[] => {
    const count = pages.get(zone.id) ?? 1;
    const w = count > 1 ? zone.w : x(zone.x + zone.w) - x(zone.x);
    const first = { ...zone, x: x(zone.x), w };
    return Array.from({ length: count }, (_, i) => (i === 0 ? first : pageOf(first, i)));
  });
  const pageIds = new Map(
    many.map(({ id }) => [id, zones.filter((zone) => (zone.part ?? zone.id) === id).map((zone) => zone.id)]),
  );
  return {
    ...sized,
    zones,
    phases: sized.phases.map((phase) => ({
      ...phase,
      zoneIds: phase.zoneIds.flatMap((id) => pageIds.get(id) ?? [id]),
    })),
    ceilings: sized.ceilings.map((ceiling) => ({
      ...ceiling,
      x: x(ceiling.x),
      w: x(ceiling.x + ceiling.w) - x(ceiling.x),
    })),
    labels: sized.labels.map((label) => (label.zone === undefined ? { ...label, x: x(label.x) } : label)),
  };
}

function pageOf(zone: TemplateZone, index: number): TemplateZone {
  const number = index + 1;
  const title = Object.fromEntries(
    Object.entries(zone.title).map(([language, text]) => [language, `${text ?? ''} (${number})`]),
  );
  return {
    ...zone,
    id: `${zone.id}-page-${number}`,
    part: zone.id,
    title: { ...title, en: `${zone.title.en} (${number})` },
    x: zone.x + index * (zone.w + pageGap),
  };
}
