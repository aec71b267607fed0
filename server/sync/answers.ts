// What a room says to one session about its document: when it comes, and when it asks. Rules R8, R35 and R101.
import { documentVersion } from '@commonboard/shared/board/layout/layout.ts';
import { type CheckKind, encodeCheckAnswer } from '@commonboard/shared/protocol/check.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { isOlderThan } from '@commonboard/shared/schema/client-version.ts';
import type { DivergenceCount } from '../ops/divergence-count.ts';
import { boardTag, type Log } from '../ops/log.ts';
import type { BoardDocument } from './document/board-document.ts';
import { encodeStep1, encodeStep2 } from './socket/frames-out.ts';
import type { RoomPresence } from './presence/presence.ts';
import type { Session } from './socket/session.ts';
import { type Steering, tellSession } from './steering.ts';

/** Whether the page of this session cannot read the document. */
export function isTooOld(session: Session, document: BoardDocument<object>): boolean {
  return isOlderThan(session.grant.client, documentVersion(document.doc));
}

export function greet(
  session: Session,
  document: BoardDocument<object>,
  presence: RoomPresence,
  steering: Steering,
): void {
  if (isTooOld(session, document)) {
    session.close(closeCodes.tooOld, 'this page is older than the board');
    return;
  }
  session.sendTogether(() => {
    askForAll(session, document);
    session.sendBoard();
    tellSession(steering, session);
    const present = presence.frameFor(session);
    if (present) session.send(present);
    presence.greetHot(session);
  });
}

/** Step 1, whose answer may hold all that this client has. */
export function askForAll(session: Session, document: BoardDocument<object>): void {
  session.answersOwed++;
  session.send(encodeStep1(document.stateVectorFor(session.grant.participant.id)));
}

/** Now, or once this person has told what they have. */
export function answerStep1(session: Session, stateVector: Uint8Array, document: BoardDocument<object>): void {
  if (tellsFirst(session, document)) session.asked = stateVector;
  else sendState(session, stateVector, document);
}

/** Has answered step 1 of the server. */
export function hasTold(session: Session, document: BoardDocument<object>): void {
  session.hasTold = true;
  if (session.asked && !session.conflicts) sendState(session, session.asked, document);
  session.asked = null;
}

/** `flush` passes on the updates that wait: the answer's place among them is what makes it comparable. */
export function answerCheck(session: Session, document: BoardDocument<object>, flush: () => void): void {
  const answer = document.check();
  flush();
  session.send(encodeCheckAnswer(answer));
}

export function noteDivergence(
  board: BoardId,
  outcome: Exclude<CheckKind, 'ask'>,
  { divergences, log }: { divergences: DivergenceCount; log: Log },
): void {
  divergences.count(outcome);
  log.warn('a page held another board', { board: boardTag(board), outcome });
}

/** Where others brought what should be theirs: taken over before it was compared, it might delete their own. */
function tellsFirst(session: Session, { authors }: BoardDocument<object>): boolean {
  if (session.conflicts) return true;
  if (!session.full || session.hasTold || session.role() === 'view') return false;
  return authors.doubtsFor(session.grant.participant.id).length > 0;
}

function sendState(session: Session, stateVector: Uint8Array, document: BoardDocument<object>): void {
  try {
    session.send(encodeStep2(document.stateSince(stateVector)));
    session.reading = true;
  } catch {
    // A state vector that Yjs cannot read is a frame that cannot be read.
    session.close(closeCodes.badFrame, 'the state vector cannot be read');
  }
}
