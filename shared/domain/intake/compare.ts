// What was read, compared with the board: which card it is, by id, then by name; what would change. Nothing twice.
import { fieldOf, type CardFields, type FieldName } from '../fields.ts';
import { fieldCell } from '../harvest/field-columns.ts';
import { cellText, oneWay } from '../harvest/table.ts';
import type { Kind } from '../kinds.ts';
import type { BoardModel, Card } from '../model.ts';
import { compareLinks } from './compare-links.ts';
import type { Draft, DraftCard, DraftEnd, Intake, IntakeCard, Remark } from './intake.ts';
import { sameName } from './names.ts';
import { boundedRemarks, cited } from './remarks.ts';

/** Yields the share that is done. */
export function* compareWithBoard(draft: Draft, board: BoardModel): Generator<number, Intake> {
  const { source, problems } = draft;
  const warnings = [...draft.warnings];
  if (problems.length > 0) return { source, cards: [], links: [], problems: boundedRemarks(problems), warnings: [] };
  const known = knownCards(board, draft);
  const cards = new Map<string, IntakeCard>();
  const names = new FileNames();
  for (const [i, one] of draft.cards.entries()) {
    if (i % 500 === 499) yield i / draft.cards.length;
    take(one);
  }
  const end = ({ ref, name }: DraftEnd): string | null =>
    names.byRef(ref) ?? names.onlyByName(name) ?? known.byEnd({ ref, name });
  const links = compareLinks(draft.links, board, end, addMissing, warnings);
  const linkKeys = new Map(
    draft.links.flatMap(({ ref, ownId }, i) => [ref, ownId].map((id) => [id, links.keys[i]] as const)),
  );
  const resolved = [...cards.values()].map(withReferences);
  return { source, cards: resolved, links: links.links, problems: [], warnings: boundedRemarks(warnings) };

  /** A card for this draft, or one more mention of a card that the file has named already. Gives its key. */
  function take(one: DraftCard): string {
    const match = known.match(one, warnings);
    const own = one.ownId !== null && !known.byId.has(one.ownId) ? one.ownId : null;
    const twin = one.ref === null ? names.byName(one.title, one.kind) : undefined;
    const key = match?.id ?? own ?? twin ?? `new-${cards.size + 1}`;
    names.add(one, key);
    const first = cards.get(key);
    if (first) merge(first, one);
    else cards.set(key, newEntry(one, key, match));
    return key;
  }

  function newEntry(one: DraftCard, key: string, match: IntakeCard['match']): IntakeCard {
    const card = match ? known.byId.get(match.id) : undefined;
    const kind = one.kind ?? card?.kind ?? one.likely ?? 'idea';
    // A card that was found by its name keeps how that is written.
    const title = oneWay(match?.by === 'name' && card ? card.title : one.title);
    return { key, kind, title, fields: one.fields, match, changes: [], line: one.line };
  }

  /** The later line adds what the first did not say. */
  function merge(first: IntakeCard, { title, fields, line }: DraftCard): void {
    cards.set(first.key, { ...first, fields: { ...fields, ...first.fields } });
    warnings.push({ line, what: { en: `${cited(title)} is the same as line ${first.line}; it is taken once.` } });
  }

  /** A card that only a link names. */
  function addMissing(name: string, line: number): string {
    const kind = source === 'links' ? 'stakeholder' : null;
    return take({ ref: null, ownId: null, kind, title: name, fields: {}, line });
  }

  function withReferences(card: IntakeCard): IntakeCard {
    const fields: CardFields = { ...card.fields };
    for (const name of Object.keys(fields) as FieldName[]) {
      const value = fields[name];
      if (fieldOf(name).type !== 'card' || typeof value !== 'string') continue;
      const found = linkKeys.get(value) ?? end({ ref: value, name: value });
      if (found) Object.assign(fields, { [name]: found });
      else {
        delete fields[name];
        warnings.push({
          line: card.line,
          what: { en: `${cited(value)} is no card here or in the file; the field stays empty.` },
        });
      }
    }
    return { ...card, fields, changes: changesOf({ ...card, fields }, known.byId) };
  }
}

function changesOf(card: IntakeCard, byId: ReadonlyMap<string, Card>): IntakeCard['changes'] {
  const names = Object.keys(card.fields) as FieldName[];
  const old = card.match ? byId.get(card.match.id) : undefined;
  if (!old) return ['title', ...names];
  const written = (fields: CardFields, name: FieldName): string => cellText(fieldCell({ ...old, fields }, name));
  return [
    ...(oneWay(old.title) === card.title ? [] : (['title'] as const)),
    ...(old.kind === card.kind ? [] : (['kind'] as const)),
    ...names.filter((name) => written(old.fields, name) !== written(card.fields, name)),
  ];
}

/** The cards of the file by what it calls them. */
class FileNames {
  readonly #byRef = new Map<string, string>();
  readonly #byName = new Map<string, Map<Kind | null, string>>();

  add({ ref, ownId, title, kind }: DraftCard, key: string): void {
    for (const id of [ref, ownId]) if (id !== null && !this.#byRef.has(id)) this.#byRef.set(id, key);
    const name = sameName(title);
    if (name === '') return;
    const kinds = this.#byName.get(name) ?? new Map<Kind | null, string>();
    if (!kinds.has(kind)) kinds.set(kind, key);
    this.#byName.set(name, kinds);
  }

  byRef(ref: string | null): string | undefined {
    return ref === null ? undefined : this.#byRef.get(ref);
  }

  byName(title: string, kind: Kind | null): string | undefined {
    return this.#byName.get(sameName(title))?.get(kind);
  }

  /** Where just one has this name. */
  onlyByName(name: string | null): string | undefined {
    const found = name === null ? undefined : this.#byName.get(sameName(name));
    return found?.size === 1 ? [...found.values()][0] : undefined;
  }
}

/** The cards of the board by id and by name. */
function knownCards(board: BoardModel, draft: Draft) {
  const real = board.cards.filter(({ example }) => !example);
  const byId = new Map(real.map((card) => [card.id, card]));
  /** Cards that a line means by their id: no other line with an id of its own is taken for them. */
  const claimed = new Set(draft.cards.flatMap(({ ownId }) => (ownId !== null && byId.has(ownId) ? [ownId] : [])));
  const byName = new Map<string, Card[]>();
  for (const card of real) {
    const name = sameName(card.title);
    const same = byName.get(name);
    if (same) same.push(card);
    else byName.set(name, [card]);
  }
  const named = (title: string, kind: Kind | null): Card[] => {
    const name = sameName(title);
    const found = name === '' ? [] : (byName.get(name) ?? []);
    return kind === null ? found : found.filter((card) => card.kind === kind);
  };
  const warn = (title: string, line: number, warnings: Remark[]): void => {
    warnings.push({
      line,
      what: { en: `Several cards on the board are called ${cited(title)}; none of them is changed.` },
    });
  };
  return {
    byId,
    match({ ownId, title, kind, line }: DraftCard, warnings: Remark[]): IntakeCard['match'] {
      if (ownId !== null && byId.has(ownId)) return { id: ownId, by: 'id' };
      const [first, second] = named(title, kind).filter(({ id }) => ownId === null || !claimed.has(id));
      if (second) warn(title, line, warnings);
      return first && !second ? { id: first.id, by: 'name' } : null;
    },
    byEnd({ ref, name }: DraftEnd): string | null {
      if (ref !== null && byId.has(ref)) return ref;
      const found = named(name ?? '', null);
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
  };
}
