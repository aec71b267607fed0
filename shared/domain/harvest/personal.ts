// What is about persons: the fields and links that the redacted form leaves out, and why.
import type { FieldName } from '../fields.ts';
import type { LinkType } from '../link-types.ts';

/** Names of people, and how to reach them. */
const names = [
  'owner',
  'responsible',
  'provider',
  'testOwner',
  'contact',
  'channel',
  'host',
  'coHosts',
  'helpers',
  'participants',
  'interested',
  'actors',
  'quoted',
  'knownBy',
  'resolved',
] as const satisfies readonly FieldName[];

/** What the group thinks of somebody, or means to do about it. Salience follows from the last three of the first line. */
const opinions = [
  'stance',
  'desiredStance',
  'hasPower',
  'legitimacy',
  'urgency',
  'strategy',
  'nextAction',
  'nextDue',
  'note',
] as const satisfies readonly FieldName[];

const personalFields: ReadonlySet<FieldName> = new Set([...names, ...opinions]);

export function isPersonalField(name: FieldName): boolean {
  return personalFields.has(name);
}

/** Who is against whom is an opinion too. */
export function isPersonalLink(type: LinkType): boolean {
  return type === 'conflict';
}
