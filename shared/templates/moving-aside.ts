// How things move aside when some of them grow. Each line on which one begins or ends moves so far that every one has its length.
// Lines keep their order and no two come nearer to each other: what was apart stays apart, what was in line stays in line.

/** Along one axis: where it lies, and how long it has to be. */
export interface Span {
  from: number;
  to: number;
  length: number;
}

/** Old coordinate -> new one. */
export function moved(spans: readonly Span[]): (value: number) => number {
  const lines = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  const now = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const ending = spans.filter(({ to }) => to === line).map(({ from, length }) => (now.get(from) ?? from) + length);
    now.set(line, Math.max(before === undefined ? line : (now.get(before) ?? before) + line - before, ...ending));
  }
  return (value) => {
    const line = lines.findLast((one) => one <= value);
    return line === undefined ? value : (now.get(line) ?? line) + value - line;
  };
}
