// Every rule by example: boards on which it finds something, and boards on which it applies and has nothing to say.
import { ruleIds, rules, type RuleId } from '@commonboard/shared/domain/checks/rules.ts';
import { describe, expect, it } from 'vitest';
import { expectExamples } from '../../support/expect-examples.ts';
import type { RuleExamples } from '../../support/rule-cases.ts';
import { boardExamples } from '../../support/rule-examples/board.ts';
import { tocShapeExamples } from '../../support/rule-examples/toc-shape.ts';
import { tocWordsExamples } from '../../support/rule-examples/toc-words.ts';

const examples: Record<RuleId, RuleExamples> = { ...tocShapeExamples, ...tocWordsExamples, ...boardExamples };

it('no rule is without examples', () => expect(Object.keys(examples).toSorted()).toEqual(ruleIds.toSorted()));

it('each sentence of each rule is said by an example', () => {
  const said = (id: RuleId): Set<string> => new Set(examples[id].found.map(({ says }) => says));
  const unsaid = ruleIds.flatMap((id) =>
    Object.keys(rules[id].says)
      .filter((says) => !said(id).has(says))
      .map((says) => `${id} ${says}`),
  );
  // Too large to write down as an example: the circles that are too many to name.
  expect(unsaid).toEqual(['T05 tangle']);
});

describe('a rule', () => {
  expectExamples(examples);
});
