// Findings of one rule stand together; of many, the first few.
import type { Finding } from '@commonboard/shared/domain/checks/finding.ts';
import type { RuleId } from '@commonboard/shared/domain/checks/rules.ts';

const shownMax = 6;

export interface RuleFindings {
  rule: RuleId;
  shown: readonly Finding[];
  /** How many are not shown. */
  more: number;
}

/** In the order in which each rule comes first. */
export function grouped(findings: readonly Finding[]): RuleFindings[] {
  const byRule = new Map<RuleId, Finding[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  return [...byRule].map(([rule, all]) => ({
    rule,
    shown: all.slice(0, shownMax),
    more: Math.max(0, all.length - shownMax),
  }));
}
