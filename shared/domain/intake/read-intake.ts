// Reads whatever was pasted or dropped, in steps: the caller runs it, shows how far it is and stops when somebody cancels.
// Any text gives a result or says why not; nothing is half-read.
import type { Kind } from '../kinds.ts';
import type { BoardModel } from '../model.ts';
import type { Text } from '../text.ts';
import { readCardRows } from './card-rows.ts';
import { compareWithBoard } from './compare.ts';
import { emptyDraft, intakeLimits, type Draft, type Intake, type IntakeSource } from './intake.ts';
import { readKumuJson } from './kumu-json.ts';
import { isLinkHeader } from './link-headers.ts';
import { readLinkRows } from './link-rows.ts';
import { isOutline, readOutline } from './outline.ts';
import { readTable, separatorOf } from './read-table.ts';

export interface IntakeChoice {
  /** What somebody said that all of it is; without it, what fits best. */
  kind?: Kind;
}

/** Files that belong together, such as Kumu's pair, come in together. Yields the share that is done, from 0 to 1. */
export function* readIntake(
  files: readonly string[],
  board: BoardModel,
  { kind }: IntakeChoice = {},
): Generator<number, Intake> {
  const drafts: Draft[] = [];
  for (const [i, file] of files.entries()) {
    for (const reading = readOne(file, kind ?? null); ;) {
      const step = reading.next();
      if (step.done) {
        drafts.push(step.value);
        break;
      }
      yield ((i + step.value) / files.length) * 0.6;
    }
  }
  for (const comparing = compareWithBoard(joined(drafts), board); ;) {
    const step = comparing.next();
    if (step.done) return step.value;
    yield 0.6 + step.value * 0.4;
  }
}

/** All of it at once, for small things such as what was pasted. */
export function readIntakeAtOnce(files: readonly string[], board: BoardModel, choice: IntakeChoice = {}): Intake {
  for (const reading = readIntake(files, board, choice); ;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

function* readOne(file: string, kind: Kind | null): Generator<number, Draft> {
  const text = file.replace(/^\uFEFF/, '');
  const tooMuch = problemOfSize(text);
  if (tooMuch) return { ...emptyDraft('list'), problems: [{ line: 1, what: tooMuch }] };
  const start = text.trimStart();
  if (start.startsWith('{')) return yield* readKumuJson(text, kind);
  const separator = separatorOf(text);
  if (separator === null) return yield* readOutline(text, kind, isOutline(text));
  const table = readTable(text, separator);
  if (table.problems.length > 0) return { ...emptyDraft('table'), problems: [...table.problems] };
  return isLinkHeader(table.headers)
    ? yield* readLinkRows(table)
    : yield* readCardRows(table, kind, sourceOf(table.headers));
}

function sourceOf(headers: readonly string[]): IntakeSource {
  return headers[0] === 'ID' && headers[1] === 'Label' ? 'kumu-csv' : 'table';
}

function problemOfSize(text: string): Text | null {
  if (text.length > intakeLimits.charsMax) return { en: 'This is more than 5 MB. Split it into several files.' };
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > intakeLimits.linesMax + 1)
    return { en: 'These are more than 20,000 lines. Split them into several files.' };
  return null;
}

function joined(drafts: readonly Draft[]): Draft {
  const source = drafts.find((draft) => draft.source !== 'links')?.source ?? drafts[0]?.source ?? 'list';
  return {
    source,
    cards: drafts.flatMap(({ cards }) => cards),
    links: drafts.flatMap(({ links }) => links),
    problems: drafts.flatMap(({ problems }) => problems),
    warnings: drafts.flatMap(({ warnings }) => warnings),
  };
}
