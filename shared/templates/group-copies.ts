// Parallel copies of a template's group zones, one for each small group: ids end in the group's number, titles begin with
// it. Prompts go along; example cards stand in the first only.
import type { Text } from '../domain/text.ts';
import type { Place, Template, TemplateZone } from './format.ts';

/** Between two groups' blocks of zones. */
const blockGap = 240;

interface Block {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function groupCopies(template: Template, groups: number): Template {
  const ofGroup = template.zones.filter(({ perGroup }) => perGroup);
  if (ofGroup.length === 0 || groups < 2) return template;
  const block: Block = {
    left: Math.min(...ofGroup.map(({ x }) => x)),
    right: Math.max(...ofGroup.map(({ x, w }) => x + w)),
    top: Math.min(...ofGroup.map(({ y }) => y)),
    bottom: Math.max(...ofGroup.map(({ y, h }) => y + h)),
  };
  const step = block.right - block.left + blockGap;
  const numbers = Array.from({ length: groups }, (_, i) => i + 1);
  const copied = new Set(ofGroup.map(({ id }) => id));
  /** What all share stays; what stands to the right of the block moves behind the last copy. */
  const beside = <T extends Place>(thing: T): T =>
    thing.x >= block.right ? { ...thing, x: thing.x + (groups - 1) * step } : thing;
  const copies = <T>(isOfGroup: boolean, shared: T, copy: (number: number) => T[]): T[] =>
    isOfGroup ? numbers.flatMap(copy) : [shared];
  const inZone = <T extends { id: string; zone: string; example?: boolean }>(thing: T): T[] =>
    copies(copied.has(thing.zone), thing, (number) =>
      thing.example && number > 1 ? [] : [{ ...thing, id: `${thing.id}-${number}`, zone: `${thing.zone}-${number}` }],
    );
  const onPage = <T extends Place & { id: string }>(thing: T): T[] =>
    copies(isInside(thing, block), beside(thing), (number) => [
      { ...thing, id: `${thing.id}-${number}`, x: thing.x + (number - 1) * step },
    ]);
  const cards = template.cards.flatMap(inZone).map((card) => withGroupOfReferences(card, template, copied));
  return {
    ...template,
    zones: template.zones.flatMap((zone) =>
      copies(copied.has(zone.id), beside(zone), (number) => [zoneCopy(zone, number, (number - 1) * step)]),
    ),
    phases: template.phases.map((phase) => ({
      ...phase,
      zoneIds: phase.zoneIds.flatMap((id) => (copied.has(id) ? numbers.map((number) => `${id}-${number}`) : [id])),
    })),
    cards,
    notes: template.notes.flatMap(inZone),
    lines: template.lines.flatMap(inZone),
    labels: template.labels.flatMap((label) => {
      const { zone } = label;
      return zone === undefined ? onPage(label) : inZone({ ...label, zone });
    }),
    ceilings: template.ceilings.flatMap(onPage),
    links: template.links.flatMap((link) =>
      linkCopies(link, template, copied, new Set(cards.map(({ id }) => id)), numbers),
    ),
  };
}

function zoneCopy(zone: TemplateZone, number: number, dx: number): TemplateZone {
  return {
    ...zone,
    id: `${zone.id}-${number}`,
    part: zone.part ?? zone.id,
    group: String(number),
    title: numbered(zone.title, number),
    x: zone.x + dx,
  };
}

function numbered(text: Text, number: number): Text {
  const all = Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, `${number} · ${words ?? ''}`]),
  );
  return { ...all, en: `${number} · ${text.en}` };
}

/** A field that names a card or link of the same group names that group's copy. */
function withGroupOfReferences<T extends Template['cards'][number]>(
  card: T,
  template: Template,
  copied: ReadonlySet<string>,
): T {
  const number = /-(\d+)$/.exec(card.zone)?.[1];
  const on = card.fields?.on;
  if (typeof on !== 'string' || number === undefined || !copied.has(card.zone.slice(0, -number.length - 1)))
    return card;
  const target = template.cards.find(({ id }) => id === on) ?? linkedCard(template, on);
  return target && copied.has(target.zone) ? { ...card, fields: { ...card.fields, on: `${on}-${number}` } } : card;
}

function linkedCard(template: Template, linkId: string): Template['cards'][number] | undefined {
  const link = template.links.find(({ id }) => id === linkId);
  return template.cards.find(({ id }) => id === link?.from);
}

function linkCopies(
  link: Template['links'][number],
  template: Template,
  copied: ReadonlySet<string>,
  present: ReadonlySet<string>,
  numbers: readonly number[],
): Template['links'] {
  const isOfGroup = (id: string): boolean => copied.has(template.cards.find((card) => card.id === id)?.zone ?? '');
  if (!isOfGroup(link.from) && !isOfGroup(link.to)) return [link];
  return numbers.flatMap((number) => {
    const end = (id: string): string => (isOfGroup(id) ? `${id}-${number}` : id);
    const copy = { ...link, id: `${link.id}-${number}`, from: end(link.from), to: end(link.to) };
    return present.has(copy.from) && present.has(copy.to) ? [copy] : [];
  });
}

function isInside({ x, y }: Place, { left, right, top, bottom }: Block): boolean {
  return x >= left - 1 && x < right && y >= top && y <= bottom;
}
