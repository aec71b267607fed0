// What a person has said of an arrow, as keys of its meta: each merges by itself. An arrow without them is an arrow.
import type { TLArrowShape } from '@tldraw/tlschema';
import { isLinkType, type LinkType } from '../domain/link-types.ts';
import type { Direction, Link } from '../domain/model.ts';

/** Only what has been said. */
export type LinkSaid = Partial<
  Pick<Link, 'direction' | 'polarity' | 'delayed' | 'feedback' | 'strength' | 'confidence' | 'rationale'> & {
    type: LinkType;
  }
>;

const metaKeys = {
  type: 'linkType',
  direction: 'linkDirection',
  polarity: 'linkPolarity',
  delayed: 'linkDelayed',
  feedback: 'linkFeedback',
  strength: 'linkStrength',
  confidence: 'linkConfidence',
  rationale: 'linkRationale',
} as const satisfies Record<keyof LinkSaid, string>;

export const rationaleCharsMax = 600;

/** What can be read of it; the rest is as if nobody had said it. */
export function linkSaid(meta: TLArrowShape['meta']): LinkSaid {
  const value = (key: keyof LinkSaid): unknown => meta[metaKeys[key]];
  const said: LinkSaid = {};
  const [type, direction, polarity] = [value('type'), value('direction'), value('polarity')];
  const [strength, confidence, rationale] = [value('strength'), value('confidence'), value('rationale')];
  if (isLinkType(type)) said.type = type;
  if (isDirection(direction)) said.direction = direction;
  if (polarity === '+' || polarity === '-') said.polarity = polarity;
  if (value('delayed') === true) said.delayed = true;
  if (value('feedback') === true) said.feedback = true;
  if (strength === 1 || strength === 2 || strength === 3) said.strength = strength;
  if (typeof confidence === 'number' && confidence >= 0 && confidence <= 100) said.confidence = confidence;
  if (typeof rationale === 'string' && rationale.trim() !== '') said.rationale = rationale;
  return said;
}

/** A change of an arrow's meta. `undefined` takes a key away. */
export function linkMetaChange(said: { [K in keyof LinkSaid]: LinkSaid[K] | undefined }): Record<
  string,
  string | number | boolean | undefined
> {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [metaKeys[key as keyof LinkSaid], value ?? undefined]),
  );
}

function isDirection(value: unknown): value is Direction {
  return value === 'directed' || value === 'mutual' || value === 'undirected';
}
