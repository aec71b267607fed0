// What a session's kinds, rights and refusals are called.
import type { ReactionKind } from '@commonboard/shared/protocol/presence.ts';
import type { Rights } from '@commonboard/shared/session/phase.ts';
import type { SessionRefusal } from '@commonboard/shared/session/refusals.ts';
import type { PhaseKind } from '@commonboard/shared/templates/format.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

const rightsKeys = {
  free: 'session.rights.free',
  own: 'session.rights.own',
  move: 'session.rights.move',
  frozen: 'session.rights.frozen',
} as const satisfies Record<Rights, MessageKey>;

const mayKeys = {
  own: 'session.may.own',
  move: 'session.may.move',
  frozen: 'session.may.frozen',
} as const satisfies Record<Exclude<Rights, 'free'>, MessageKey>;

const refusedHereKeys = {
  own: 'session.refused-here.own',
  move: 'session.refused-here.move',
  frozen: 'session.refused-here.frozen',
} as const satisfies Record<Exclude<Rights, 'free'>, MessageKey>;

const kindKeys = {
  arrive: 'session.kind.arrive',
  diverge: 'session.kind.diverge',
  reveal: 'session.kind.reveal',
  read: 'session.kind.read',
  cluster: 'session.kind.cluster',
  vote: 'session.kind.vote',
  converge: 'session.kind.converge',
  decide: 'session.kind.decide',
  commit: 'session.kind.commit',
  harvest: 'session.kind.harvest',
  break: 'session.kind.break',
  session: 'session.kind.session',
} as const satisfies Record<PhaseKind, MessageKey>;

const refusalKeys = {
  'moved-on': 'session.refused.moved-on',
  counting: 'session.refused.counting',
  'not-leading': 'session.refused.not-leading',
  'not-taking-part': 'session.refused.not-taking-part',
  'not-running': 'session.refused.not-running',
  running: 'session.refused.running',
  'no-step': 'session.refused.no-step',
  'current-step': 'session.refused.current-step',
  'no-agenda': 'session.refused.no-agenda',
  'no-timer': 'session.refused.no-timer',
  'no-person': 'session.refused.no-person',
  'round-open': 'session.refused.round-open',
  'no-round': 'session.refused.no-round',
  'written-more': 'session.refused.written-more',
  grouped: 'session.refused.grouped',
  'no-groups': 'session.refused.no-groups',
  'no-group': 'session.refused.no-group',
  'too-few': 'session.refused.too-few',
  'not-choosing': 'session.refused.not-choosing',
  'not-in-group': 'session.refused.not-in-group',
  'not-given': 'session.refused.not-given',
  full: 'session.refused.full',
  'switched-off': 'session.refused.switched-off',
  'facilitator-here': 'session.refused.facilitator-here',
} as const satisfies Record<SessionRefusal, MessageKey>;

const reactionKeys = {
  thumb: 'session.reaction.thumb',
  heart: 'session.reaction.heart',
  bravo: 'session.reaction.bravo',
  idea: 'session.reaction.idea',
  question: 'session.reaction.question',
} as const satisfies Record<ReactionKind, MessageKey>;

export function reactionText(kind: ReactionKind): string {
  return t(reactionKeys[kind]);
}

/** For who leads. */
export function rightsText(rights: Rights): string {
  return t(rightsKeys[rights]);
}

/** For who takes part. */
export function mayText(rights: Exclude<Rights, 'free'>): string {
  return t(mayKeys[rights]);
}

/** Why something was not changed just now. */
export function refusedHereText(rights: Exclude<Rights, 'free'>): string {
  return t(refusedHereKeys[rights]);
}

export function kindText(kind: PhaseKind): string {
  return t(kindKeys[kind]);
}

export function sessionRefusalText(refusal: SessionRefusal): string {
  return t(refusalKeys[refusal]);
}
