// What refusals of private rounds are called, and their counts.
import type { DraftTally } from '@commonboard/shared/drafts/drafts-view.ts';
import type { DraftRefusal } from '@commonboard/shared/drafts/refusals.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

const refusalKeys = {
  'not-leading': 'drafts.refused.not-leading',
  'not-taking-part': 'drafts.refused.not-taking-part',
  'no-round': 'drafts.refused.no-round',
  'not-revealed': 'drafts.refused.not-revealed',
  'no-draft': 'drafts.refused.no-draft',
  'has-maker': 'drafts.refused.has-maker',
  anonymous: 'drafts.refused.anonymous',
  'too-many': 'drafts.refused.too-many',
  silenced: 'drafts.refused.silenced',
} as const satisfies Record<DraftRefusal, MessageKey>;

export function draftRefusalText(refusal: DraftRefusal): string {
  return t(refusalKeys[refusal]);
}

/** Such as "18 people, 54 notes". */
export function tallyTexts({ people, notes }: DraftTally): { people: string; notes: string } {
  return { people: t('drafts.people', { count: people }), notes: t('drafts.notes', { count: notes }) };
}
