// The shape of a template file, as one that comes from anywhere is read: every list and text bounded, what is not known kept.
import { z } from 'zod';
import { isFieldName } from '../domain/fields.ts';
import { isKind } from '../domain/kinds.ts';
import { linkTypeNames } from '../domain/link-types.ts';
import { zoneLayouts } from '../domain/zones.ts';
import { limits } from '../protocol/limits.ts';
import { checkGroups, growths, moments, noteColors, phaseKinds, phaseLocks } from './format.ts';

const textCharsMax = 4_000;
const nameCharsMax = 200;
const coordinateMax = 200_000;
const listMax = 2_000;

const error = (said: string) => ({ error: said });
const string = z
  .string(error('Write words here, in quotes.'))
  .max(textCharsMax, error(`No more than ${textCharsMax} letters.`));
const words = z
  .looseObject({ en: string }, error('Write a text here, such as { "en": "Our goal" }.'))
  .refine(
    (text) => Object.values(text).every((one) => typeof one === 'string' && one.length <= textCharsMax),
    error('Every language holds words, no more than 4000 letters.'),
  );
const idPattern = /^[\w-]+$/;
const id = z
  .string(error('It needs an id.'))
  .regex(idPattern, error('An id has only letters, digits, - and _.'))
  .max(nameCharsMax, error('The id is too long.'));
const coordinate = z
  .number(error('Write a number here.'))
  .min(-coordinateMax, error('It lies too far out.'))
  .max(coordinateMax, error('It lies too far out.'));
const length = z
  .number(error('Write a number here.'))
  .positive(error('It must be more than 0.'))
  .max(coordinateMax, error('It is too large.'));
const flag = z.boolean(error('Write true or false here.'));
const oneOf = <const T extends readonly string[]>(choices: T) =>
  z.enum(choices, error(`Choose one of: ${choices.join(', ')}.`));
const many = <T extends z.ZodType>(item: T) =>
  z.array(item, error('Write a list here.')).max(listMax, error('The list is too long.'));
const kind = z.string(error('Name a kind of card.')).refine(isKind, error('There is no such kind of card.'));
const fieldName = z.string().refine(isFieldName, error('There is no such field.'));
const people = z
  .number(error('Write a number of people.'))
  .int(error('People come as whole numbers.'))
  .min(1, error('At least 1.'))
  .max(1_000, error('No more than 1000.'));
const group = z
  .tuple([people, people], error('Write the smallest and the largest number of people.'))
  .refine(([min, max]) => min <= max, error('The smallest group comes first.'));

const value = z.union(
  [string, z.number(), z.boolean(), many(string), words],
  error('Write words, a number, true or false, or a list of words.'),
);
const sets = z.record(
  fieldName,
  z.union([string, z.number(), z.boolean(), many(string)]),
  error('Name fields and their values.'),
);
const part = z.looseObject({
  id,
  title: words,
  size: z.number().positive().max(1_000).optional(),
  kind: kind.optional(),
  sets: sets.optional(),
});
const axis = z.looseObject({ field: fieldName, title: words, low: words, high: words });
const at = z.looseObject({ x: coordinate, y: coordinate });
const inZone = { id, zone: id, cell: id.optional(), row: id.optional(), at: at.optional() };

const phase = z.looseObject({
  id,
  label: words,
  kind: oneOf(phaseKinds),
  minutes: z
    .number(error('Write how many minutes.'))
    .positive(error('It takes at least a minute.'))
    .max(600, error('No more than 600.')),
  zoneIds: many(id),
  prompt: words,
  facilitatorNote: words,
  private: flag.optional(),
  anonymous: flag.optional(),
  locks: many(oneOf(phaseLocks)).optional(),
});
const zone = z.looseObject({
  id,
  title: words,
  prompt: words,
  x: coordinate,
  y: coordinate,
  w: length,
  h: length,
  layout: oneOf(zoneLayouts).optional(),
  cells: many(part)
    .max(limits.zonePartsMax, error(`No more than ${limits.zonePartsMax} parts.`))
    .optional(),
  rows: many(part)
    .max(limits.zonePartsMax, error(`No more than ${limits.zonePartsMax} parts.`))
    .optional(),
  across: axis.optional(),
  up: axis.optional(),
  accepts: many(kind).optional(),
  kind: kind.optional(),
  sets: sets.optional(),
  shows: many(fieldName).optional(),
  locked: flag.optional(),
  capacity: z
    .looseObject({
      perPerson: z.number().min(0).max(100).optional(),
      inAll: z.number().int().min(0).max(1_000).optional(),
    })
    .optional(),
  grows: oneOf(growths).optional(),
  perGroup: flag.optional(),
  group: string.optional(),
  part: id.optional(),
});

export const templateSchema = z.looseObject(
  {
    format: z.literal(
      'commonboard-template',
      error('This is no template of Commonboard: "format" must be "commonboard-template".'),
    ),
    version: z.literal(1, error('This template is of another version. This program reads version 1.')),
    id,
    title: words,
    purpose: words,
    leaveWith: words,
    moment: oneOf(moments),
    group,
    groupOf: group.optional(),
    minutes: z
      .number(error('Write how many minutes.'))
      .positive(error('It takes at least a minute.'))
      .max(10_000, error('It is too long.')),
    credits: words,
    licence: z.string(error('Name a licence, such as CC-BY-4.0.')).max(nameCharsMax),
    locales: many(z.string().max(35)),
    phases: many(phase).max(100, error('No more than 100 phases.')),
    zones: many(zone).min(1, error('A template needs at least one zone.')).max(300, error('No more than 300 zones.')),
    cards: many(
      z.looseObject({
        ...inZone,
        kind,
        title: words,
        fields: z.record(fieldName, value, error('There is no such field, or not with such a value.')).optional(),
        example: flag.optional(),
      }),
    ),
    links: many(
      z.looseObject({
        id,
        from: id,
        to: id,
        type: oneOf(linkTypeNames).optional(),
        direction: oneOf(['directed', 'mutual', 'undirected']).optional(),
        polarity: oneOf(['+', '-']).optional(),
        delayed: flag.optional(),
        feedback: flag.optional(),
        strength: z.union([z.literal(1), z.literal(2), z.literal(3)], error('Strength is 1, 2 or 3.')).optional(),
        confidence: z.number().min(0).max(100).optional(),
        rationale: words.optional(),
      }),
    ),
    notes: many(z.looseObject({ ...inZone, text: words, color: oneOf(noteColors), example: flag.optional() })),
    labels: many(
      z.looseObject({
        id,
        zone: id.optional(),
        text: words,
        x: coordinate,
        y: coordinate,
        w: length.optional(),
        size: oneOf(['s', 'm', 'l', 'xl']).optional(),
      }),
    ),
    lines: many(z.looseObject({ id, zone: id, from: at, to: at })),
    ceilings: many(z.looseObject({ id, x: coordinate, y: coordinate, w: length })),
    checks: many(oneOf(checkGroups)),
    results: many(z.string(error('Name a file.')).max(nameCharsMax)),
  },
  error('This is no template: it must be an object with a title, phases and zones.'),
);
