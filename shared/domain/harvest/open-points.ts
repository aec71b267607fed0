// What stays open, for the report: what the checks of the board have to say, without their hints.
import { checkBoard } from '../checks/check-board.ts';
import { findingSentence } from '../checks/finding.ts';
import type { Text } from '../text.ts';
import { textIn } from '../text.ts';
import type { Exported } from './for-export.ts';

const pointsMax = 25;
const more: Text = { en: 'And {count} more, in the checks of the board.' };

/** `today` as `2027-03-31`. None of a redacted copy: there, what is left out would seem to be missing. */
export function openPoints({ model, redacted, isPublished }: Exported, today: string, locale: string): string[] {
  if (redacted || isPublished) return [];
  const findings = checkBoard(model, { today, participants: null, locale, off: [] });
  const said = [
    ...new Set(findings.filter(({ level }) => level !== 'hint').map((one) => findingSentence(one, locale))),
  ];
  const rest = said.length - pointsMax;
  return rest > 0 ? [...said.slice(0, pointsMax), textIn(more, locale).replace('{count}', String(rest))] : said;
}
