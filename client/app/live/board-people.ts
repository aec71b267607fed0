// Who is here, both ways: what this person does to the connection, what others do to the canvas.
import type { Editor, TLStore } from 'tldraw';
import { showPeople, userIdOf, type PersonHere } from '../../canvas/other-people.ts';
import { watchOwnPresence } from '../../canvas/own-presence.ts';
import { nextFrame } from '../../sync/binding-clock.ts';
import type { BoardConnection } from '../../sync/board-connection.ts';
import { caretFromPoints, caretToPoints } from './text-carets.ts';

/** Tells others what this person does. Returns its stop. */
export function sharePresence(editor: Editor, connection: BoardConnection): () => void {
  return watchOwnPresence(
    editor,
    ({ page, selection, followingUserId }) => {
      const leader = connection.peers().find((peer) => userIdOf(peer.user.participantId) === followingUserId);
      connection.sharePresence({ page, selection, following: leader?.clientId ?? null });
    },
    (hot) => connection.shareHot({ ...hot, caret: caretToPoints(connection.doc, hot.caret) }),
  );
}

/** Others are drawn once per frame, however many of their messages came in it. Returns its stop. */
export function drawPeople(connection: BoardConnection, store: TLStore): () => void {
  let cancel: (() => void) | null = null;
  const drawSoon = (): void => {
    cancel ??= nextFrame(() => {
      cancel = null;
      showPeople(store, peopleHere(connection));
    });
  };
  const stop = connection.onPeers(drawSoon);
  // Letters before a caret move it.
  const onUpdate = (): void => {
    if (connection.peers().some(({ hot }) => hot?.caret)) drawSoon();
  };
  connection.doc.on('update', onUpdate);
  return () => {
    stop();
    connection.doc.off('update', onUpdate);
    cancel?.();
  };
}

function peopleHere(connection: BoardConnection): PersonHere[] {
  const peers = connection.peers();
  const participantOf = new Map(peers.map((peer) => [peer.clientId, peer.user.participantId]));
  return peers.map(({ clientId, user, page, selection, following, hot }) => ({
    clientId,
    participantId: user.participantId,
    name: user.name,
    color: user.color,
    page,
    selection,
    followingParticipantId: following === null ? null : (participantOf.get(following) ?? null),
    hot,
    caret: caretFromPoints(connection.doc, hot?.caret ?? null),
  }));
}
