// What a vote came to, in a few words.
import type { OptionResult, Result } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';

/** What came first, all of them where they are equal; without an order, what was asked. */
export function resultTitle({ question, options, method }: RoundView, result: Result): string {
  const first = options.filter((_, i) => method === 'choose' && isFirst(result.options[i]));
  if (first.length > 0) return first.map(({ words }) => words).join(', ');
  return options.length === 1 ? (options[0]?.words ?? question) : question;
}

function isFirst(option: OptionResult | undefined): boolean {
  return option?.rank === 1 && option.total > 0;
}
