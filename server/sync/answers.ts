// What a room says to one session about its document: when it comes, and when it asks. Rule R8.
import { documentVersion } from '@commonboard/shared/board/layout.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { isOlderThan } from '@commonboard/shared/schema/client-version.ts';
import type { BoardDocument } from './board-document.ts';
import { encodeStep1, encodeStep2 } from './frames-out.ts';
import type { RoomPresence } from './presence.ts';
import type { Session } from './session.ts';
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
  session.send(encodeStep1(document.stateVector()));
  session.sendBoard();
  tellSession(steering, session);
  const present = presence.frameFor(session);
  if (present) session.send(present);
  presence.greetHot(session);
}

export function answerStep1(session: Session, stateVector: Uint8Array, document: BoardDocument<object>): void {
  try {
    session.send(encodeStep2(document.stateSince(stateVector)));
    session.reading = true;
  } catch {
    // A state vector that Yjs cannot read is a frame that cannot be read.
    session.close(closeCodes.badFrame, 'the state vector cannot be read');
  }
}
