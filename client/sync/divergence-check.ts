// Every half minute: does this page hold what the server holds, and the canvas what the document says? Everything is read
// again in small pieces, so that damage that no event told of is found. A canvas that differs is put right from the document.
// A document that differs asks for what it may lack; if that was not it, the page starts anew with the server's. If it differs
// even then, it says so. Knows no socket.
import { digestOfVersion, RunningDigest, sameDigest } from '@commonboard/shared/board/layout/digest.ts';
import type { CheckAnswer, CheckKind } from '@commonboard/shared/protocol/check.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type * as Y from 'yjs';

export interface CheckOptions {
  doc: Y.Doc;
  /** Calls back once, after some ms. Returns its cancel. */
  after: (ms: number, run: () => void) => () => void;
  /** The board is here, the server can be reached, and nothing of this page's own work is on its way. */
  isQuiet(): boolean;
  send(kind: CheckKind): void;
  /** Asks the server for whatever this document lacks. */
  resync(): void;
  /** Puts the canvas right for these records; says how many were wrong. */
  recheckCanvas(ids: readonly string[]): number;
  /** This document was begun because the last one differed. */
  isSecondTry: boolean;
  /** The document must be begun anew with the server's. */
  onDiffers(): void;
  /** It differs even from the server's own copy of a moment ago. */
  onPersists(): void;
}

export interface DivergenceCheck {
  /** The server's answer to `ask`. */
  answered(answer: CheckAnswer): void;
  stop(): void;
}

/** The first check comes soon: a damaged copy on this device is the likeliest cause. */
const firstCheckMs = 2_000;
const againMs = 1_500;
/** Somebody who never rests is compared another time. */
const asksMax = 5;
const pieceMs = 16;
const recordsPerPiece = 100;

export function startDivergenceCheck(options: CheckOptions): DivergenceCheck {
  const { doc, after } = options;
  const digest = new RunningDigest(doc);
  let differedBefore = false;
  let secondTry = options.isSecondTry;
  /** It persists, and the person knows. */
  let isTold = false;
  let asked = 0;
  let cancel = after(firstCheckMs, readAll);

  /** All pages began at the same moment when the facilitator said "go". */
  function nextCheck(): void {
    asked = 0;
    cancel = after(limits.checkEveryMs * (0.9 + Math.random() * 0.2), readAll);
  }
  function readAll(): void {
    if (!options.isQuiet()) cancel = after(againMs, readAll);
    else readPieces(digest.ids());
  }
  function readPieces(left: readonly string[]): void {
    if (left.length === 0) {
      ask();
      return;
    }
    const piece = left.slice(0, recordsPerPiece);
    digest.readAgain(piece);
    if (options.recheckCanvas(piece) > 0) options.send('healed');
    cancel = after(pieceMs, () => readPieces(left.slice(recordsPerPiece)));
  }
  function ask(): void {
    options.send('ask');
    // An answer that never comes is the network's affair; the next check asks again.
    cancel = after(limits.checkEveryMs, readAll);
  }
  function differs(): void {
    if (isTold) {
      nextCheck();
    } else if (!differedBefore) {
      differedBefore = true;
      options.resync();
      cancel = after(againMs, ask);
    } else if (secondTry) {
      isTold = true;
      options.send('persists');
      options.onPersists();
      nextCheck();
    } else {
      options.onDiffers();
    }
  }
  return {
    answered: ({ version, content }) => {
      cancel();
      // Own work on its way, or others' that came meanwhile: nothing can be said.
      const isComparable = options.isQuiet() && sameDigest(version, digestOfVersion(doc));
      if (!isComparable) {
        if (++asked < asksMax) cancel = after(againMs, ask);
        else nextCheck();
        return;
      }
      if (!sameDigest(content, digest.value())) {
        differs();
        return;
      }
      if (differedBefore || secondTry) options.send('healed');
      differedBefore = secondTry = isTold = false;
      nextCheck();
    },
    stop: () => {
      cancel();
      digest.stop();
    },
  };
}
