// A board -> what its checks have to say. Advice for the panel, never a lock: a group may know better.
import type { BoardModel } from '../model.ts';
import { caseChecks } from './cases.ts';
import { checkedBoard, type Check, type CheckOptions } from './checked-board.ts';
import { commitmentChecks } from './commitments.ts';
import { decisionChecks } from './decisions.ts';
import type { Finding } from './finding.ts';
import { goalChecks } from './goals.ts';
import { linkChecks } from './links.ts';
import { openSpaceChecks } from './open-space.ts';
import { levels, type Level } from './rule.ts';
import { ruleIds, ruleOf, type RuleId } from './rules.ts';
import { stakeholderChecks } from './stakeholders.ts';
import { tocEvidenceChecks } from './toc-evidence.ts';
import { tocStructureChecks } from './toc-structure.ts';
import { tocWordingChecks } from './toc-wording.ts';

const checks: Readonly<Record<RuleId, Check>> = {
  ...tocStructureChecks,
  ...tocEvidenceChecks,
  ...tocWordingChecks,
  ...stakeholderChecks,
  ...linkChecks,
  ...goalChecks,
  ...commitmentChecks,
  ...decisionChecks,
  ...openSpaceChecks,
  ...caseChecks,
};

/** Says how much has been drawn and filled in. It says nothing of how good the thinking is. */
export interface Completeness {
  /** Share of the rules that can be said of this board and found nothing, 0 to 1; null where none can. */
  share: number | null;
  /** Rules that can be said of this board. */
  applicable: number;
  /** Findings by level. */
  findings: Readonly<Record<Level, number>>;
}

/** Errors first; in a level by rule, then in reading order. */
export function checkBoard(model: BoardModel, options: CheckOptions): Finding[] {
  return inspectBoard(model, options).findings;
}

export function completeness(model: BoardModel, options: CheckOptions): Completeness {
  return inspectBoard(model, options).completeness;
}

/** Both at once, for a panel that shows both. */
export function inspectBoard(
  model: BoardModel,
  options: CheckOptions,
): { findings: Finding[]; completeness: Completeness } {
  const board = checkedBoard(model, options);
  const results = ruleIds.flatMap((id) => {
    if (options.off.includes(id) || (ruleOf(id).group === 'toc' && board.chain.length === 0)) return [];
    const found = checks[id](board);
    return found ? [found] : [];
  });
  const findings = results.flat().toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  return {
    findings,
    completeness: {
      share: results.length === 0 ? null : results.filter((found) => found.length === 0).length / results.length,
      applicable: results.length,
      findings: { error: count('error'), warn: count('warn'), hint: count('hint') },
    },
  };
}
