// The template as a file: read from anybody's text, with sentences about what is wrong; written in one canonical order, so
// that reading and writing again gives the same file. What this code does not know is kept.
import { limits } from '../protocol/limits.ts';
import type { Template } from './format.ts';
import { placeWords } from './place-words.ts';
import { templateProblems } from './template-rules.ts';
import { templateSchema } from './template-schema.ts';

/** A plan that is kept beside a board is written with spaces, and may be longer than the file it came from. */
const fileCharsMax = 2 * limits.templateCharsMax;
const problemsMax = 50;

export type ReadTemplate = { ok: true; template: Template } | { ok: false; problems: string[] };

export function readTemplateFile(text: string): ReadTemplate {
  if (text.trim() === '') return refused(['The file is empty.']);
  if (text.length > fileCharsMax)
    return refused([`The file is too large to be a template: ${limits.templateCharsMax} letters are the most.`]);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused(['The file is no template: it is not written in JSON, or is cut off.']);
  }
  const result = templateSchema.safeParse(data);
  if (!result.success) {
    return refused(result.error.issues.map(({ path, message }) => `${placeWords(path)}: ${message}`));
  }
  // Loose objects: what the schema does not name has been kept.
  const template = result.data as Template;
  const problems = templateProblems(template).filter(({ level }) => level === 'error');
  return problems.length > 0 ? refused(problems.map(({ says }) => says)) : { ok: true, template };
}

function refused(problems: string[]): ReadTemplate {
  const more = problems.length - problemsMax;
  return { ok: false, problems: more > 0 ? [...problems.slice(0, problemsMax), `And ${more} more.`] : problems };
}

export function writeTemplateFile(template: Template): string {
  return `${JSON.stringify(canonical(template), null, 2)}\n`;
}

/** What comes first in every object that has it; everything else follows by name. */
const order =
  'format version id title label purpose leaveWith moment group groupOf minutes credits licence locales zone kind text prompt facilitatorNote x y w h from to layout en'.split(
    ' ',
  );
const last = ['phases', 'zones', 'notes', 'cards', 'links', 'labels', 'lines', 'ceilings', 'checks', 'results'];

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => {
    if (order.includes(key)) return order.indexOf(key);
    return last.includes(key) ? 1_000 + last.indexOf(key) : 500;
  };
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => rank(a) - rank(b) || byName(a, b)).map(([key, one]) => [key, canonical(one)]),
  );
}
