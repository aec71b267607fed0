// What every module keeps to: no barrels, no default exports, no `any`, no unfinished business. Each rule gives the places that break it.
import { Visitor } from 'oxc-parser';
import { parse, place, type SourceFile } from '../../support/source-files.ts';

export type Rule = (file: SourceFile) => string[];

/** No `export *`, no index file, no file that only passes on what others export. */
export const barrels: Rule = (file) => {
  if (/(^|\/)index\.(ts|tsx|mjs)$/.test(file.path)) return [file.path];
  const { module, program } = parse(file);
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  const stars = entries.filter((entry) => entry.importName.kind.startsWith('All'));
  if (stars.length > 0) return stars.map((entry) => place(file, entry.start));
  const onlyPassesOn =
    program.body.length > 0 &&
    program.body.every((statement) => statement.type === 'ExportNamedDeclaration' && statement.source !== null);
  return onlyPassesOn ? [file.path] : [];
};

/** Default exports stand only where a tool demands one. */
export const defaultExports: Rule = (file) => {
  if (file.path.endsWith('.config.ts') || file.path.endsWith('.d.ts')) return [];
  const found: string[] = [];
  new Visitor({
    ExportDefaultDeclaration: (node) => void found.push(place(file, node.start)),
    ExportSpecifier(node) {
      if (node.exported.type === 'Identifier' && node.exported.name === 'default') found.push(place(file, node.start));
    },
  }).visit(parse(file).program);
  return found;
};

/** No `any`, and no comment that switches the type checker off. */
export const looseTypes: Rule = (file) => {
  const { program, comments } = parse(file);
  const found: string[] = [];
  new Visitor({ TSAnyKeyword: (node) => void found.push(place(file, node.start)) }).visit(program);
  for (const comment of comments) {
    const isSwitch = /@ts-(ignore|nocheck)\b/.test(comment.value) || /@ts-expect-error\s*$/.test(comment.value);
    if (isSwitch) found.push(place(file, comment.start));
  }
  return found;
};

/** A lint rule is switched off only with a reason: `oxlint-disable-next-line rule -- why`. */
export const silentSwitches: Rule = (file) =>
  parse(file)
    .comments.filter(({ value }) => /\b(ox|es)lint-disable/.test(value) && !/ -- \S/.test(value))
    .map((comment) => place(file, comment.start));

/** Unfinished business belongs into an issue. */
export const unfinished: Rule = (file) =>
  parse(file)
    .comments.filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(value))
    .map((comment) => place(file, comment.start));

/** On the thread that hears everybody nothing is packed, unpacked or hashed slowly while they wait. */
export const waitsInPlace: Rule = (file) => {
  const found: string[] = [];
  new Visitor({
    ImportSpecifier: (node) => {
      const name = node.local.name;
      if (/^(gzip|gunzip|deflate|inflate|unzip|brotli|zstd|scrypt|pbkdf2).*Sync$/.test(name))
        found.push(place(file, node.start));
    },
  }).visit(parse(file).program);
  return found;
};

/** The first lines of a file say what it owns. */
export const firstWords: Rule = (file) => {
  const { comments, program } = parse(file);
  const firstCode = program.body[0]?.start ?? file.text.length;
  return comments.some((comment) => comment.end <= firstCode) ? [] : [file.path];
};

const allowedHosts =
  /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|www\.w3\.org|graphml\.graphdrawing\.org|tldraw\.dev|([a-z0-9-]+\.)*example(\.(com|org|net))?|board\.test)(:\d+)?$/;

/** Nothing is fetched from elsewhere, so no address of elsewhere stands in a string; comments may cite. */
export const foreignAddresses: Rule = (file) => {
  const found: string[] = [];
  const look = (text: string, offset: number): void => {
    for (const match of text.matchAll(/(?:https?|wss?):\/\/([^\s/'"`)$\\]+)/g)) {
      if (!allowedHosts.test(match[1] ?? '')) found.push(`${place(file, offset)} ${match[0]}`);
    }
  };
  if (!/\.(ts|tsx|mjs)$/.test(file.path)) {
    look(file.text, 0);
    return found;
  }
  new Visitor({
    Literal: (node) => typeof node.value === 'string' && look(node.value, node.start),
    TemplateElement: (node) => look(node.value.raw, node.start),
    JSXText: (node) => look(node.value, node.start),
  }).visit(parse(file).program);
  return found;
};
