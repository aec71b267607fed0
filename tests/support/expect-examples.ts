// Runs the examples of rules: each rule alone finds what it should, says it in a whole sentence, and is content otherwise.
import { completeness, checkBoard } from '@commonboard/shared/domain/checks/check-board.ts';
import { findingAdvice, findingSentence, findingTitle } from '@commonboard/shared/domain/checks/finding.ts';
import { ruleIds, type RuleId } from '@commonboard/shared/domain/checks/rules.ts';
import { describe, expect, it } from 'vitest';
import { modelOf } from './model-builder.ts';
import { plainOptions, type RuleCase, type RuleExamples } from './rule-cases.ts';

export function expectExamples(examples: Readonly<Partial<Record<RuleId, RuleExamples>>>): void {
  describe.each(Object.entries(examples) as [RuleId, RuleExamples][])('%s', (id, { found, clean }) => {
    it('has examples of both', () => expect([found.length > 0, clean.length > 0]).toEqual([true, true]));

    it.each(found)('finds: $when', (example) => {
      const { findings, share } = alone(id, example);
      expect(findings.map(({ rule }) => rule)).toEqual(findings.map(() => id));
      expect(new Set(findings.map(({ says }) => says))).toEqual(new Set([example.says]));
      expect([...new Set(findings.flatMap(({ ids }) => ids))]).toEqual(example.ids);
      expect(share).toBe(0);
      for (const finding of findings) {
        const words = [findingTitle, findingSentence, findingAdvice].map((say) => say(finding, 'en'));
        expect(words.filter((text) => text === '' || /[{}]|undefined/.test(text))).toEqual([]);
      }
    });

    it.each(clean)('is content: $when', (example) => {
      const { findings, share } = alone(id, example);
      expect(findings).toEqual([]);
      expect(share).toBe(1);
    });
  });
}

function alone(id: RuleId, { board, options }: RuleCase) {
  const model = modelOf(board);
  const off = ruleIds.filter((other) => other !== id);
  const all = { ...plainOptions, ...options, off };
  return { findings: checkBoard(model, all), share: completeness(model, all).share };
}
