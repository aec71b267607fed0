// Several people on one board with a network that loses order, repeats and waits; what they do is drawn by fast-check.
// Used by the property tests of the binding. Bare tldraw stores: an editor's own side effects are tried in a browser.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import type { RecordsDiff } from '@tldraw/store';
import {
  b64Vecs,
  createShapeId,
  type TLDrawShape,
  type TLNoteShape,
  type TLRecord,
  type TLShape,
} from '@tldraw/tlschema';
import { getIndexAbove, type IndexKey } from '@tldraw/utils';
import * as Y from 'yjs';
import { makePerson, startBoard, type Person } from './board-pair.ts';
import type { Act } from './fuzz-acts.ts';
import { arrowRecord, bindingRecord, drawn, strokeRecord, turned, withField } from './fuzz-records.ts';
import { watchOthersWork } from './undo-watch.ts';

interface Player {
  person: Person;
  /** Own changes that can be taken back, newest last; and those that were. */
  history: Change[];
  undone: Change[];
  /** The stroke that is being drawn, and its points so far. */
  stroke: { id: TLShape['id']; points: { x: number; y: number; z: number }[] } | null;
  /** The private document, and the end of it. */
  drafts: { doc: Y.Doc; end: () => void } | null;
}

interface Change {
  diff: RecordsDiff<TLRecord>;
  letter: string | null;
}

const colours = ['black', 'blue', 'green', 'red'] as const;

export class BoardFuzz {
  readonly players: Player[];
  /** Letter -> note it was typed into; an undo of the typing takes it out. */
  readonly #letters = new Map<string, TLShape['id']>();
  /** Records that somebody deleted at some time: a delete wins over letters typed meanwhile. */
  readonly #deleted = new Set<string>();
  /** Work of others that an undo or redo touched. */
  readonly touched: string[] = [];
  /** Records that were only ever in somebody's drafts. */
  readonly private = new Set<string>();
  /** Records that a program made unreadable. */
  readonly broken = new Set<string>();
  #lettersTyped = 0;

  constructor(records: readonly TLRecord[], count = 3) {
    const start = startBoard(records);
    this.players = Array.from({ length: count }, () => ({
      person: makePerson(start),
      history: [],
      undone: [],
      stroke: null,
      drafts: null,
    }));
  }

  play(next: Act): void {
    if (next.do === 'deliver') {
      this.#deliver(next);
      return;
    }
    const player = this.#player(next.who);
    const { binding } = player.person;
    switch (next.do) {
      case 'note':
        this.#change(player, () => this.#addNote(player, next.where));
        return;
      case 'move':
        this.#change(player, () => this.#edit(player, next.what, (shape) => ({ ...shape, x: next.x, y: next.y })));
        return;
      case 'drag':
        this.#change(player, () => this.#drag(player, [next.what, next.where], next.x));
        return;
      case 'reparent':
        this.#change(player, () => this.#reparent(player, next.what, next.where));
        return;
      case 'delete':
        this.#change(player, () => this.#delete(player, next.what));
        return;
      case 'colour':
        this.#change(player, () =>
          this.#edit(player, next.what, (shape) =>
            'color' in shape.props
              ? ({ ...shape, props: { ...shape.props, color: colours[next.colour % colours.length] } } as TLShape)
              : shape,
          ),
        );
        return;
      case 'turn':
        this.#change(player, () => this.#edit(player, next.what, turned));
        return;
      case 'field':
        this.#change(player, () => this.#edit(player, next.what, (shape) => withField(shape, next.value)));
        return;
      case 'type':
        this.#type(player, next.what, next.at);
        return;
      case 'bind':
        this.#change(player, () => this.#bind(player, next.what, next.where));
        return;
      case 'draw':
        this.#change(player, () => this.#draw(player, next.x, next.y));
        return;
      case 'lift':
        this.#change(player, () => this.#lift(player));
        return;
      case 'break':
        this.#break(player, next.what);
        return;
      case 'drafts':
        this.#toggleDrafts(player);
        return;
      case 'undo':
        this.#replay(player, player.history, player.undone);
        return;
      case 'redo':
        this.#replay(player, player.undone, player.history);
        return;
      case 'flush':
        binding.flush();
        return;
      case 'frame':
        player.person.runFrame();
    }
  }

  /** Everybody gets everything. Returns how many updates were written only because something was received. */
  settle(): number {
    for (const player of this.players) {
      player.person.binding.flush();
      if (player.drafts) this.#toggleDrafts(player);
    }
    const before = this.players.map(({ person }) => person.sent.length);
    for (const to of this.players) {
      for (const from of this.players) {
        if (from !== to) Y.applyUpdate(to.person.doc, Y.encodeStateAsUpdate(from.person.doc), 'network');
      }
    }
    for (let round = 0; round < 3; round++) for (const { person } of this.players) person.runFrame();
    return this.players.reduce((sum, { person }, i) => sum + person.sent.length - (before[i] ?? 0), 0);
  }

  /** Letter and note of all that must still be there. */
  lastingLetters(): [letter: string, note: TLShape['id']][] {
    return [...this.#letters].filter(([, note]) => !this.#deleted.has(note));
  }

  #player(index: number): Player {
    const player = this.players[index % this.players.length];
    if (!player) throw new Error('There is nobody.');
    return player;
  }

  #change(player: Player, make: () => void, letter: string | null = null): void {
    const diff = player.person.store.extractingChanges(make);
    player.history.push({ diff, letter });
    player.undone.length = 0;
  }

  #addNote({ person }: Player, where: number): void {
    const zones = [
      undefined,
      ...shapes(person).flatMap((shape) => (shape.type === 'zone' ? [shape.id as string] : [])),
    ];
    const note = newNoteRecord(person.store.allRecords(), { text: '', zone: zones[where % zones.length] });
    if (note) person.store.put([note]);
  }

  #edit({ person }: Player, what: number, change: (shape: TLShape) => TLShape): void {
    const shape = pick(shapes(person), what);
    if (shape) person.store.put([change(shape)]);
  }

  /** One step on the way of two shapes; a 'frame' sends it, a 'flush' is the end of it. */
  #drag({ person }: Player, which: readonly number[], x: number): void {
    const dragged = new Set(which.flatMap((what) => pick(shapes(person), what) ?? []));
    person.store.put([...dragged].map((shape) => ({ ...shape, x: shape.x + x, y: x })));
  }

  #delete({ person }: Player, what: number): void {
    const ids = withDescendants(person, pick(shapes(person), what));
    for (const id of ids) this.#deleted.add(id);
    person.store.remove(ids);
  }

  #reparent({ person }: Player, what: number, where: number): void {
    const shape = pick(shapes(person), what);
    const zones = shapes(person).filter(({ type }) => type === 'zone');
    if (!shape || shape.type === 'arrow') return;
    const inside = new Set<string>(withDescendants(person, shape));
    const zone = pick(
      zones.filter(({ id }) => !inside.has(id)),
      where,
    );
    const parentId = where % 3 === 0 || !zone ? ('page:page' as TLShape['parentId']) : zone.id;
    person.store.put([{ ...shape, parentId, x: 10, y: 130, index: topIndex(person, parentId) }]);
  }

  #type(player: Player, what: number, at: number): void {
    const { person } = player;
    const note = pick(
      shapes(person).filter((shape): shape is TLNoteShape => shape.type === 'note'),
      what,
    );
    if (!note) return;
    if (person.editedId !== note.id) {
      // Nobody opens a note and types in the same frame.
      person.editedId = note.id;
      person.runFrame();
    }
    this.#typeInto(player, note.id, at);
  }

  #typeInto(player: Player, id: TLNoteShape['id'], at: number): void {
    const { person } = player;
    const note = person.store.get(id) as TLNoteShape | undefined;
    if (!note) return;
    // One letter of its own each time, so that it can be looked for at the end.
    const letter = String.fromCodePoint(0x4e00 + (this.#lettersTyped++ % 20_000));
    const text = plainFromRichText(note.props.richText);
    const place = at % (text.length + 1);
    const richText = richTextFromPlain(text.slice(0, place) + letter + text.slice(place));
    this.#letters.set(letter, note.id);
    this.#change(player, () => person.store.put([{ ...note, props: { ...note.props, richText } }]), letter);
    // As in the page: letters leave in a microtask, before anything of the network comes in.
    person.binding.flush();
  }

  #bind({ person }: Player, what: number, where: number): void {
    const ends = shapes(person).filter(({ type }) => type === 'note');
    const start = pick(ends, what);
    const end = pick(ends, where);
    if (!start || !end || start === end) return;
    const arrow = arrowRecord(topIndex(person, 'page:page'));
    person.store.put([arrow, bindingRecord(arrow.id, start.id, 'start'), bindingRecord(arrow.id, end.id, 'end')]);
  }

  #draw(player: Player, x: number, y: number): void {
    const { store } = player.person;
    const stroke = (player.stroke ??= { id: createShapeId(), points: [] });
    // The last point is often put right before the next one comes.
    if (stroke.points.length > 2 && x % 3 === 0) stroke.points.pop();
    stroke.points.push({ x, y, z: 0.5 });
    const segments = [{ type: 'free', path: b64Vecs.encodePoints(stroke.points, 2), dim: 2 }] as const;
    const before = store.get(stroke.id) as TLDrawShape | undefined;
    if (!before && stroke.points.length > 1) player.stroke = null;
    else
      store.put([
        before
          ? drawn(before, { segments: [...segments] })
          : strokeRecord(topIndex(player.person, 'page:page'), stroke.id, [...segments]),
      ]);
  }

  #lift(player: Player): void {
    const { stroke, person } = player;
    player.stroke = null;
    const shape = stroke && (person.store.get(stroke.id) as TLDrawShape | undefined);
    if (shape) person.store.put([drawn(shape, { isComplete: true })]);
  }

  /** As a foreign program might. */
  #break({ person }: Player, what: number): void {
    const shape = pick(shapes(person), what);
    const map = shape && recordMaps(person.doc).get(shape.id);
    if (!map) return;
    this.broken.add(shape.id);
    person.doc.transact(() => map.set('opacity', 'much'), 'program');
  }

  /** Takes away what makes records unreadable. */
  mend(): void {
    const [{ person } = this.#player(0)] = this.players;
    for (const id of this.broken) recordMaps(person.doc).get(id)?.set('opacity', 1);
  }

  #toggleDrafts(player: Player): void {
    const { drafts, person } = player;
    if (!drafts) {
      const doc = new Y.Doc();
      player.drafts = { doc, end: person.binding.addDrafts(doc) };
      return;
    }
    person.binding.flush();
    for (const id of recordMaps(drafts.doc).keys()) {
      this.private.add(id);
      this.#deleted.add(id);
    }
    drafts.end();
    player.drafts = null;
    person.runFrame();
  }

  #replay(player: Player, from: Change[], to: Change[]): void {
    const last = from.pop();
    if (!last) return;
    const { store, binding, doc } = player.person;
    if (last.letter !== null) this.#letters.delete(last.letter);
    for (const id of [...Object.keys(last.diff.added), ...Object.keys(last.diff.removed)]) this.#deleted.add(id);
    binding.flush();
    const touched = watchOthersWork(doc);
    player.person.replaying = true;
    const back = reversed(last.diff, store);
    store.applyDiff(back);
    player.person.replaying = false;
    to.push({ diff: back, letter: null });
    this.touched.push(...touched());
    // As in the page, where the rest of the task is over before the next key press.
    player.person.runFrame();
  }

  #deliver({ from, to, pick: index, how }: Extract<Act, { do: 'deliver' }>): void {
    const source = this.#player(from);
    const target = this.#player(to);
    if (source === target) return;
    if (how === 'state' || how === 'difference') {
      const known = how === 'state' ? undefined : Y.encodeStateVector(target.person.doc);
      Y.applyUpdate(target.person.doc, Y.encodeStateAsUpdate(source.person.doc, known), 'network');
      return;
    }
    const update = source.person.sent[index % Math.max(1, source.person.sent.length)];
    if (!update) return;
    if (how === 'v2') Y.applyUpdateV2(target.person.doc, Y.convertUpdateFormatV1ToV2(update), 'network');
    else Y.applyUpdate(target.person.doc, update, 'network');
    if (how === 'twice') Y.applyUpdate(target.person.doc, update, 'network');
  }
}

/** The diff that takes another one back, as far as what it names is still there. */
function reversed(diff: RecordsDiff<TLRecord>, store: Person['store']): RecordsDiff<TLRecord> {
  const updated = Object.fromEntries(
    Object.entries<[TLRecord, TLRecord]>(diff.updated).map(([id, [before, after]]) => [id, [after, before]]),
  );
  const removed = Object.fromEntries(
    Object.entries<TLRecord>(diff.added).filter(([id]) => store.has(id as TLRecord['id'])),
  );
  return { added: diff.removed, updated, removed } as RecordsDiff<TLRecord>;
}

function shapes(person: Person): TLShape[] {
  return person.store
    .allRecords()
    .filter((record): record is TLShape => record.typeName === 'shape')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function pick<T>(from: readonly T[], index: number): T | undefined {
  return from.length === 0 ? undefined : from[index % from.length];
}

/** As tldraw deletes: with everything inside, and the bindings of all of it. */
function withDescendants(person: Person, shape: TLShape | undefined): TLRecord['id'][] {
  if (!shape) return [];
  const ids = new Set<string>([shape.id]);
  for (let grown = true; grown;) {
    grown = false;
    for (const other of shapes(person)) {
      if (ids.has(other.parentId) && !ids.has(other.id)) {
        ids.add(other.id);
        grown = true;
      }
    }
  }
  const bindings = person.store
    .allRecords()
    .flatMap((record) =>
      record.typeName === 'binding' && (ids.has(record.fromId) || ids.has(record.toId)) ? [record.id] : [],
    );
  return [...(ids as Set<TLShape['id']>), ...bindings];
}

function topIndex(person: Person, parentId: string): IndexKey {
  const indexes = shapes(person).flatMap((shape) => (shape.parentId === parentId ? [shape.index] : []));
  return getIndexAbove(indexes.sort().at(-1) ?? null);
}
