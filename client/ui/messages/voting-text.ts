// What the ways to vote, their levels and refusals are called.
import { scaleOf, type VoteMethod } from '@commonboard/shared/voting/method.ts';
import type { Outlook } from '@commonboard/shared/voting/outlook.ts';
import type { VotingRefusal } from '@commonboard/shared/voting/refusals.ts';
import type { ClosingAct } from '@commonboard/shared/voting/round.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

const methodKeys = {
  choose: 'voting.method.choose',
  support: 'voting.method.support',
  objection: 'voting.method.objection',
  fist: 'voting.method.fist',
  axes: 'voting.method.axes',
} as const satisfies Record<VoteMethod, MessageKey>;

const saysKeys = {
  choose: 'voting.says.choose',
  support: 'voting.says.support',
  objection: 'voting.says.objection',
  fist: 'voting.says.fist',
  axes: 'voting.says.axes',
} as const satisfies Record<VoteMethod, MessageKey>;

const outlookKeys = {
  go: 'voting.outlook.go',
  talk: 'voting.outlook.talk',
  stop: 'voting.outlook.stop',
} as const satisfies Record<Outlook, MessageKey>;

const levelKeys = {
  support: [
    'voting.support.1',
    'voting.support.2',
    'voting.support.3',
    'voting.support.4',
    'voting.support.5',
    'voting.support.6',
    'voting.support.7',
    'voting.support.8',
  ],
  fist: ['voting.fist.0', 'voting.fist.1', 'voting.fist.2', 'voting.fist.3', 'voting.fist.4', 'voting.fist.5'],
  objection: ['voting.objection.0', 'voting.objection.1'],
} as const;

const soonKeys = {
  close: 'voting.soon.close',
  cancel: 'voting.soon.cancel',
} as const satisfies Record<ClosingAct, MessageKey>;

const refusalKeys = {
  'not-leading': 'voting.refused.not-leading',
  'not-taking-part': 'voting.refused.not-taking-part',
  'no-round': 'voting.refused.no-round',
  'not-open': 'voting.refused.not-open',
  'another-open': 'voting.refused.another-open',
  full: 'voting.refused.full',
  'no-options': 'voting.refused.no-options',
  'many-options': 'voting.refused.many-options',
  'no-step': 'voting.refused.no-step',
  'no-person': 'voting.refused.no-person',
  'not-on-roster': 'voting.late',
  'not-an-option': 'voting.refused.not-an-option',
  'over-budget': 'voting.refused.over-budget',
  'over-per-option': 'voting.refused.over-per-option',
  'off-scale': 'voting.refused.off-scale',
  'no-reason': 'voting.refused.no-reason',
  'too-many-votes': 'voting.refused.too-many-votes',
  'no-sector': 'voting.refused.no-sector',
} as const satisfies Record<VotingRefusal, MessageKey>;

export function methodText(method: VoteMethod): string {
  return t(methodKeys[method]);
}

export function votedOnText(on: 'titles' | 'items'): string {
  return on === 'titles' ? t('voting.on.titles') : t('voting.on.items');
}

/** What to do, for who votes. */
export function methodSays(method: VoteMethod): string {
  return t(saysKeys[method]);
}

/** What counts down, and by whom. */
export function soonText({ act, by }: { act: ClosingAct; by: string }): string {
  return t(soonKeys[act], { name: by });
}

export function outlookText(outlook: Outlook): string {
  return t(outlookKeys[outlook]);
}

/** The levels of a method from its lowest on; none where it has no words for them. */
export function levelsOf(method: VoteMethod): { value: number; text: string }[] {
  if (method === 'choose' || method === 'axes') return [];
  return levelKeys[method].map((key, i) => ({ value: scaleOf[method].min + i, text: t(key) }));
}

export function votingRefusalText(refusal: VotingRefusal): string {
  return t(refusalKeys[refusal]);
}
