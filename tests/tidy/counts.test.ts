// The last line of `npm test` must never say more good than there is.
import { describe, expect, it } from 'vitest';
import { add, countPlaywright, countVitest, line, none, settle } from '../runner/counts.ts';

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ],
};
const playwrightReport = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };

describe('the summed line', () => {
  it('counts tests of vitest, and a file that could not be loaded as one failure', () =>
    expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 2, skipped: 3 }));

  it('counts tests of Playwright, and an error outside of tests as one failure', () =>
    expect(countPlaywright(playwrightReport)).toEqual({ passed: 8, failed: 2, skipped: 2 }));

  it('counts a tool that ended badly without a failed test as one failure', () => {
    expect(settle(none, 1).failed).toBe(1);
    expect(settle({ passed: 3, failed: 0, skipped: 0 }, null).failed).toBe(1);
    expect(settle({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(settle({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it('reads as a person expects', () =>
    expect(line(add(countVitest(vitestReport), countPlaywright(playwrightReport)))).toBe(
      '13 passed, 4 failed, 5 skipped',
    ));

  it.each([null, {}, { numPassedTests: '5' }, { stats: {} }])('refuses a report it cannot read: %j', (report) => {
    expect(() => countVitest(report)).toThrow(/report/);
    expect(() => countPlaywright(report)).toThrow(/report/);
  });
});
