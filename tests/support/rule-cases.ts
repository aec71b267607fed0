// Rules by example: what makes each find something, and what does not though the rule can be said of it.
import type { CheckOptions } from '@commonboard/shared/domain/checks/checked-board.ts';
import type { BoardSketch } from './model-builder.ts';

export interface RuleCase {
  /** What the case shows. */
  when: string;
  board: BoardSketch;
  options?: Partial<CheckOptions>;
}

export interface RuleExamples {
  /** Each with the sentence that it says. */
  found: (RuleCase & { says: string; ids: string[] })[];
  clean: RuleCase[];
}

/** The 1st of June 2027, English, nobody known. */
export const plainOptions: CheckOptions = { today: '2027-06-01', participants: null, locale: 'en', off: [] };

export function found(
  when: string,
  says: string,
  ids: string[],
  board: BoardSketch,
  options: Partial<CheckOptions> = {},
): RuleExamples['found'][number] {
  return { when, says, ids, board, options };
}

export function clean(when: string, board: BoardSketch, options: Partial<CheckOptions> = {}): RuleCase {
  return { when, board, options };
}
