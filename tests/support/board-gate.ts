// The gate before a real document, without sockets: what a test sends in as one participant, and what becomes of it.
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import type { StoredDocument } from '@commonboard/server/storage/board-store.ts';
import { foldStored } from '@commonboard/server/sync/log/folding.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { BoardDocument } from '@commonboard/server/sync/document/board-document.ts';
import type { PassedUpdate } from '@commonboard/server/sync/document/gathered-updates.ts';
import { judgeUpdate, type Verdict, type Writer } from '@commonboard/server/sync/gate/gate.ts';
import { freeToWrite, type WriteRule } from '@commonboard/server/sync/gate/write-rule.ts';

const board = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
export const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
export const ben = participantIdSchema.parse('pBBBBBBBBBBBBBBBB');

export interface BoardGate {
  doc: Y.Doc;
  rule: WriteRule;
  judge(update: Uint8Array, from?: Partial<Writer>): Verdict;
  /** Judges an update, and applies it where the gate lets it pass. */
  send(update: Uint8Array, from?: Partial<Writer>): Verdict;
  stop(): void;
}

let time = 0;

export function openGate(state: Uint8Array = new Uint8Array([0, 0])): BoardGate {
  const stored = {
    snapshot: Y.convertUpdateFormatV1ToV2(state),
    updates: [],
    waiting: [],
    seq: 0,
    credits: { owners: [], creators: [] },
    damage: { snapshot: false, rows: [], missing: 0 },
  };
  const deps = {
    store: new MemoryBoardStore(),
    log: createLog(() => undefined),
    fold: async (held: StoredDocument) => foldStored(held),
    storageRetryMs: 1_000,
    // Each look is later than any pause.
    now: () => (time += 60_000),
  };
  const document = new BoardDocument<object>(board, stored, deps, {
    updated: () => undefined,
    stored: () => undefined,
    torn: () => undefined,
    gone: () => undefined,
  });
  const source = {};
  return {
    doc: document.doc,
    rule: freeToWrite,
    judge(update, from = {}) {
      const { doc, authors, size } = document;
      return judgeUpdate({ doc, authors, size, rule: this.rule }, update, {
        ...anEditor,
        tellsAll: from.isStep2 ?? false,
        ...from,
      });
    },
    send(update, from = {}) {
      const verdict = this.judge(update, from);
      const participant = from.participant ?? anEditor.participant;
      if (verdict.kind === 'apply')
        document.apply({ source, row: { participant, update, credits: verdict.credits }, events: nothingFollows });
      if (verdict.kind === 'apply') document.authors.noteBrought(participant, verdict.brought);
      return verdict;
    },
    stop: () => document.stop(),
  };
}

const nothingFollows: PassedUpdate<object>['events'] = {
  stored: () => undefined,
  broke: (error) => {
    throw error;
  },
};

const anEditor: Writer = {
  role: 'edit' satisfies Role,
  participant: ada,
  isStep2: false,
  tellsAll: false,
  mayLack: true,
  showsAnothers: false,
  shown: null,
  isOthers: () => false,
};

/** What is wrong with a document after whatever was sent; null: nothing. */
export function unsound(doc: Y.Doc): string | null {
  if (doc.store.pendingStructs ?? doc.store.pendingDs) return 'something waits in it';
  for (const name of doc.share.keys()) doc.getMap(name);
  const held = doc.toJSON();
  JSON.stringify(held);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  for (const name of doc.share.keys()) fresh.getMap(name);
  return isDeepStrictEqual(fresh.toJSON(), held) ? null : 'another reads something else';
}
