// What a check found, as data, and the words for it in a language.
import { ruleOf, type RuleId, type SaysOf } from './rules.ts';
import type { Level } from './rule.ts';
import { filled, type SentenceValues } from '../sentence.ts';
import { textIn } from '../text.ts';

export interface Finding {
  rule: RuleId;
  /** Which of the rule's sentences. */
  says: string;
  level: Level;
  /** Cards, links and ceilings to select and zoom to; none where something is missing altogether. */
  ids: readonly string[];
  values: SentenceValues;
}

export function finding<Id extends RuleId>(
  rule: Id,
  says: SaysOf<Id>,
  ids: readonly string[],
  values: SentenceValues = {},
): Finding {
  const { level, special } = ruleOf(rule);
  return { rule, says, level: special[says]?.level ?? level, ids, values };
}

/** What the finding is called, in a few words. */
export function findingTitle({ rule, says }: Finding, locale: string): string {
  const { title, special } = ruleOf(rule);
  return textIn(special[says]?.title ?? title, locale);
}

/** The sentence about these cards. */
export function findingSentence({ rule, says, values }: Finding, locale: string): string {
  const sentence = ruleOf(rule).says[says];
  return sentence ? filled(sentence, values, locale) : '';
}

/** What to do about it. */
export function findingAdvice({ rule }: Finding, locale: string): string {
  return textIn(ruleOf(rule).advice, locale);
}
