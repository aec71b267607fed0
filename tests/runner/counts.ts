// From the tools' JSON reports to one line that says how many tests passed, failed and were skipped.

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A tool that ended badly without a failed test - no report, no test, an error outside of tests - counts as one failure. */
export function settle(counts: Counts, exitCode: number | null): Counts {
  return exitCode === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Throws on anything that is not vitest's JSON report. */
export function countVitest(report: unknown): Counts {
  // A file that could not be loaded has no tests to fail: it counts as one.
  const unloaded = list(report, 'testResults').filter(
    (file) => field(file, 'status') === 'failed' && list(file, 'assertionResults').length === 0,
  );
  return {
    passed: number(report, 'numPassedTests'),
    failed: number(report, 'numFailedTests') + unloaded.length,
    skipped: number(report, 'numPendingTests') + number(report, 'numTodoTests'),
  };
}

/** Throws on anything that is not Playwright's JSON report. A flaky test has passed at last. */
export function countPlaywright(report: unknown): Counts {
  const stats = field(report, 'stats');
  return {
    passed: number(stats, 'expected') + number(stats, 'flaky'),
    failed: number(stats, 'unexpected') + list(report, 'errors').length,
    skipped: number(stats, 'skipped'),
  };
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`The report has no ${name}.`);
  return Reflect.get(value, name);
}

function number(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found !== 'number') throw new Error(`The report says no number for ${name}.`);
  return found;
}

function list(value: unknown, name: string): unknown[] {
  const found = field(value, name);
  if (!Array.isArray(found)) throw new Error(`The report has no list of ${name}.`);
  return found;
}
