// What an arrow between two cards can mean. Which type goes between which kinds is rule L02.
import { kindOf, type Kind } from './kinds.ts';
import type { Text } from './text.ts';

export interface LinkDefinition {
  label: Text;
  /** How it reads from its start to its end: "leads to". */
  verb: Text;
}

export const linkTypes = {
  causal: { label: { en: 'Causes' }, verb: { en: 'leads to' } },
  supports: { label: { en: 'Supports' }, verb: { en: 'supports' } },
  blocks: { label: { en: 'Blocks' }, verb: { en: 'blocks' } },
  money: { label: { en: 'Money' }, verb: { en: 'gives money to' } },
  command: { label: { en: 'Command' }, verb: { en: 'directs' } },
  advice: { label: { en: 'Advice' }, verb: { en: 'advises' } },
  information: { label: { en: 'Information' }, verb: { en: 'informs' } },
  conflict: { label: { en: 'Conflict' }, verb: { en: 'is in conflict with' } },
  match: { label: { en: 'Match' }, verb: { en: 'meets' } },
  derives: { label: { en: 'Comes from' }, verb: { en: 'became' } },
} as const satisfies Record<string, LinkDefinition>;

export type LinkType = keyof typeof linkTypes;
export const linkTypeNames = Object.keys(linkTypes) as LinkType[];

export function isLinkType(name: unknown): name is LinkType {
  return typeof name === 'string' && Object.hasOwn(linkTypes, name);
}

const betweenStakeholders: ReadonlySet<LinkType> = new Set(['money', 'command', 'advice', 'information', 'conflict']);

/** Rule L02: causal between steps of the chain, match between an offer and a need, relations between stakeholders. */
export function mayJoin(type: LinkType, from: Kind, to: Kind): boolean {
  if (type === 'causal') return isChain(from) && isChain(to);
  if (type === 'match') return from === 'offer' && to === 'need';
  if (betweenStakeholders.has(type)) return from === 'stakeholder' && to === 'stakeholder';
  return true;
}

/** The type of an arrow of which nobody has said one. */
export function defaultLinkType(from: Kind, to: Kind): LinkType {
  if (isChain(from) && isChain(to)) return 'causal';
  if (from === 'offer' && to === 'need') return 'match';
  if (from === 'stakeholder' && to === 'stakeholder') return 'information';
  return 'supports';
}

/** Types that fit first, the others after them: a person may know better. */
export function linkTypesFor(from: Kind, to: Kind): LinkType[] {
  return linkTypeNames.toSorted((a, b) => Number(mayJoin(b, from, to)) - Number(mayJoin(a, from, to)));
}

function isChain(kind: Kind): boolean {
  return kindOf(kind).family === 'chain' || kind === 'goal' || kind === 'keyResult';
}
