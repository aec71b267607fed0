// Two people on one board without a network: each has a document, a bare tldraw store and a binding. Updates are passed on by hand.
import { createBoardBinding, type BoardBinding } from '@commonboard/shared/board/binding.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape, TLRecord, TLRichText, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { bareStore } from './bare-store.ts';

export interface Person {
  doc: Y.Doc;
  store: TLStore;
  binding: BoardBinding;
  /** Updates written here, and not received. */
  sent: Uint8Array[];
  replaying: boolean;
  /** The record whose text the person is typing into. */
  editedId: string | null;
  runFrame(): void;
}

export function makePerson(start: Uint8Array): Person {
  const doc = quietDoc();
  Y.applyUpdate(doc, start);
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) sent.push(update);
  });
  const store = bareStore();
  const frames = new Set<() => void>();
  const hold = (run: () => void): (() => void) => {
    frames.add(run);
    return () => frames.delete(run);
  };
  const binding = createBoardBinding({ doc, store, nextFrame: hold, after: (_ms, run) => hold(run) });
  const person: Person = {
    doc,
    store,
    binding,
    sent,
    replaying: false,
    editedId: null,
    runFrame: () => {
      const due = [...frames];
      frames.clear();
      for (const run of due) run();
    },
  };
  binding.attachEditor({
    isReplaying: () => person.replaying,
    runMerge: (merge) => merge(),
    editedId: () => person.editedId,
    showText: () => null,
  });
  return person;
}

/** At one blank board. */
export function pair(): [Person, Person] {
  const start = startBoard(blankBoardRecords());
  return [makePerson(start), makePerson(start)];
}

export function addNote({ store, binding }: Person, text: string): TLNoteShape {
  const made = newNoteRecord(store.allRecords(), { text }) as TLNoteShape;
  store.put([made]);
  binding.flush();
  return made;
}

export function noteOf({ store }: Person, id: TLShapeId): TLNoteShape {
  return store.get(id) as TLNoteShape;
}

/** What the person's text reads from now on. */
export function rewrite(person: Person, id: TLShapeId, richText: TLRichText): void {
  const note = noteOf(person, id);
  person.store.put([{ ...note, props: { ...note.props, richText } }]);
  person.binding.flush();
}

/** As an undo does that ends with the shape as `shape`. */
export function undoTo(person: Person, shape: TLShape): void {
  const now = person.store.get(shape.id);
  person.replaying = true;
  if (now) person.store.applyDiff({ added: {}, removed: {}, updated: { [shape.id]: [now, shape] } });
  else person.store.put([shape]);
  person.replaying = false;
  person.runFrame();
}

export function startBoard(records: readonly TLRecord[]): Uint8Array {
  const doc = new Y.Doc();
  seedBoard(doc, records);
  return Y.encodeStateAsUpdate(doc);
}

/** Everything both know goes to the other, and is drawn. */
export function exchange(a: Person, b: Person): void {
  a.binding.flush();
  b.binding.flush();
  const fromA = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc));
  const fromB = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc));
  Y.applyUpdate(b.doc, fromA, 'network');
  Y.applyUpdate(a.doc, fromB, 'network');
  a.runFrame();
  b.runFrame();
}

export function documentRecords(person: Person): Record<string, TLRecord> {
  const records = person.store
    .allRecords()
    .filter((record) => person.store.schema.types[record.typeName].scope === 'document');
  return Object.fromEntries(records.sort((x, y) => (x.id < y.id ? -1 : 1)).map((record) => [record.id, record]));
}
