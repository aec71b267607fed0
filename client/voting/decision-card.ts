// A result -> a decision card where the person looks: what came first, how, the tally, and when to look again. One step for undo.
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { cardWidth } from '@commonboard/shared/schema/card-shape.ts';
import type { VoteMethod } from '@commonboard/shared/voting/method.ts';
import { outlookOf } from '@commonboard/shared/voting/outlook.ts';
import type { Result } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { createShapeId, type Editor } from 'tldraw';
import { freePlace } from '../canvas/first-note.ts';
import { t } from '../ui/messages/t.ts';
import { levelsOf } from '../ui/messages/voting-text.ts';
import { resultTitle } from './result-title.ts';

const decidedBy: Record<VoteMethod, string | undefined> = {
  choose: 'dots',
  support: 'gradients',
  objection: 'consent',
  fist: 'fist',
  axes: undefined,
};

const reviewMonths = 3;

export function makeDecisionCard(editor: Editor, round: RoundView, result: Result, today: Date): void {
  if (editor.getIsReadonly()) return;
  const id = createShapeId();
  const { x, y } = freePlace(editor, 'decision');
  const method = decidedBy[round.method];
  editor.markHistoryStoppingPoint('decision card');
  editor.createShape({
    id,
    type: 'card',
    x,
    y,
    props: {
      kind: 'decision',
      w: cardWidth,
      richText: richTextFromPlain(resultTitle(round, result)),
      ...(method !== undefined && { decidedBy: method }),
      tally: tallyOf(round, result),
      outcome: isCarried(round, result) ? 'adopted' : 'open',
      review: reviewDay(today),
      reason: t('voting.decision.reason', { question: round.question }),
    },
  });
  editor.select(id);
}

function tallyOf({ method, options }: RoundView, result: Result): string[] {
  const levels = levelsOf(method);
  return options.flatMap(({ words }, i) => {
    const option = result.options[i];
    if (!option) return [];
    if (levels.length === 0) return [t('voting.result.levels', { level: words, votes: option.total })];
    const lines = levels.map(({ text }, at) =>
      t('voting.result.levels', { level: text, votes: option.spread[at] ?? 0 }),
    );
    return options.length === 1 ? lines : lines.map((line) => t('voting.axis-of', { axis: words, item: line }));
  });
}

/** Dots say what interests people, not what they have decided. */
function isCarried({ method }: RoundView, { options }: Result): boolean {
  return options.length > 0 && options.every((option) => outlookOf(method, option) === 'go');
}

/** As `2027-03-31`, in this place's calendar. */
function reviewDay(today: Date): string {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth() + reviewMonths, today.getDate()));
  return day.toISOString().slice(0, 10);
}
