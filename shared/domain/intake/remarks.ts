// Remarks about what was read, with a bound: a file of 20,000 wrong lines says it of the first few, and how many more.
import { intakeLimits, type Remark } from './intake.ts';

export function boundedRemarks(remarks: readonly Remark[]): Remark[] {
  if (remarks.length <= intakeLimits.remarksMax) return [...remarks];
  const kept = remarks.slice(0, intakeLimits.remarksMax);
  const next = remarks[intakeLimits.remarksMax];
  return [...kept, { line: next?.line ?? 1, what: { en: `And ${remarks.length - kept.length} more of this kind.` } }];
}

/** What somebody wrote, short enough to stand in a sentence. */
export function cited(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `“${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}”`;
}
