// All rules by their ids, in the order in which they are shown.
import { boardRules } from './board-rules.ts';
import { tocRules } from './toc-rules.ts';
import type { Rule } from './rule.ts';

export const rules = { ...tocRules, ...boardRules };

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as RuleId[];

/** Names of the sentences that the rule can say. */
export type SaysOf<Id extends RuleId> = keyof (typeof rules)[Id]['says'] & string;

/** The rule, without the exact type of its own. */
export function ruleOf(id: RuleId): Rule {
  return rules[id];
}
