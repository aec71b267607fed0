// The comparison of a page with the server, with real documents, and time that the test moves by hand.
import { startDivergenceCheck, type DivergenceCheck } from '@commonboard/client/sync/divergence-check.ts';
import { digestOfVersion, RunningDigest } from '@commonboard/shared/board/layout/digest.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startBoard } from '../../support/board-pair.ts';
import { damageDocument } from '../../support/damage.ts';

const noteText = 'what we agreed';
let server: Y.Doc;
let page: Y.Doc;
let due: { at: number; run: () => void }[];
let now: number;
let said: string[];
let isQuiet: boolean;
let check: DivergenceCheck;

beforeEach(() => {
  server = new Y.Doc();
  Y.applyUpdate(server, startBoard(blankBoardRecords()));
  const note = newNoteRecord(blankBoardRecords(), { text: noteText });
  if (note) putRecord(server, note);
  page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  due = [];
  now = 0;
  said = [];
  isQuiet = true;
});

function begin(options: { isSecondTry?: boolean; wrongOnCanvas?: number } = {}): void {
  let wrong = options.wrongOnCanvas ?? 0;
  check = startDivergenceCheck({
    doc: page,
    after: (ms, run) => {
      const entry = { at: now + ms, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    isQuiet: () => isQuiet,
    send: (kind) => {
      said.push(kind);
      if (kind === 'ask') answer();
    },
    resync: () => {
      said.push('resync');
      Y.applyUpdate(page, Y.encodeStateAsUpdate(server, Y.encodeStateVector(page)));
    },
    recheckCanvas: () => {
      const healed = wrong;
      wrong = 0;
      return healed;
    },
    isSecondTry: options.isSecondTry ?? false,
    onDiffers: () => said.push('differs'),
    onPersists: () => said.push('persists: told'),
  });
}

function answer(): void {
  const told = { version: digestOfVersion(server), content: new RunningDigest(server).value() };
  due.push({ at: now + 50, run: () => check.answered(told) });
}

function pass(ms: number): void {
  const end = now + ms;
  for (;;) {
    const [next] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (!next) break;
    due = due.filter((entry) => entry !== next);
    now = next.at;
    next.run();
  }
  now = end;
}

describe('a page that holds what the server holds', () => {
  test('asks soon and then every half minute, and says nothing', () => {
    begin();
    pass(75_000);
    expect(said).toEqual(['ask', 'ask', 'ask']);
  });

  test('is not compared while its own work is on its way', () => {
    begin();
    isQuiet = false;
    pass(60_000);
    expect(said).toEqual([]);
    isQuiet = true;
    pass(3_000);
    expect(said).toEqual(['ask']);
  });

  test('is not taken for damaged because another change came meanwhile; who never rests is compared another time', () => {
    begin();
    recordMaps(page).set('shape:new', new Y.Map([['', 'not sent yet']]));
    pass(20_000);
    expect(new Set(said)).toEqual(new Set(['ask']));
    expect(said.length).toBe(5);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(page));
    pass(40_000);
    expect(new Set(said)).toEqual(new Set(['ask']));
  });

  test('stops', () => {
    begin();
    check.stop();
    pass(100_000);
    expect(said).toEqual([]);
  });
});

describe('a document that was damaged', () => {
  test('is begun anew at the second look', () => {
    damageDocument(page, noteText, 'what we refused');
    begin();
    pass(10_000);
    expect(said).toEqual(['ask', 'resync', 'ask', 'differs']);
  });

  test('is found though nothing told of the damage', () => {
    begin();
    pass(10_000);
    damageDocument(page, noteText, 'what we refused');
    pass(60_000);
    expect(said).toEqual(['ask', 'ask', 'resync', 'ask', 'differs']);
  });

  test('that only lacked a deletion is healed by asking for what it lacks', () => {
    const [id] = [...recordMaps(server).keys()].filter((key) => key.startsWith('shape:'));
    recordMaps(server).delete(id ?? '');
    begin();
    pass(10_000);
    expect(said).toEqual(['ask', 'resync', 'ask', 'healed']);
  });
});

describe('a document that was begun anew', () => {
  test('and is right now tells that it was healed, once', () => {
    begin({ isSecondTry: true });
    pass(75_000);
    expect(said).toEqual(['ask', 'healed', 'ask', 'ask']);
  });

  test('and still differs says so, and begins no third time', () => {
    damageDocument(page, noteText, 'what we refused');
    begin({ isSecondTry: true });
    pass(10_000);
    expect(said).toEqual(['ask', 'resync', 'ask', 'persists', 'persists: told']);
    pass(100_000);
    expect(said.slice(5)).toEqual(['ask', 'ask', 'ask']);
  });
});

test('a canvas that differs from its document is put right, and that is told', () => {
  begin({ wrongOnCanvas: 2 });
  pass(10_000);
  expect(said).toEqual(['healed', 'ask']);
});
