// Other people on the canvas: their presence records in the store, from which tldraw draws cursors, names, selections and
// followed views, and from which we draw carets in texts.
import type { HotPresence } from '@commonboard/shared/protocol/presence.ts';
import {
  createUserId,
  InstancePresenceRecordType,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
  type TLStore,
} from 'tldraw';
import type { TextCaret } from './own-caret.ts';

export interface PersonHere {
  clientId: number;
  participantId: string;
  name: string;
  color: string;
  page: string | null;
  selection: readonly string[];
  followingParticipantId: string | null;
  hot: HotPresence | null;
  /** Where `hot.caret` is in the text of this moment. */
  caret: TextCaret | null;
}

export interface PersonCaret extends TextCaret {
  id: string;
  name: string;
  color: string;
  /** Another whenever the person moves it, be it to where it was. */
  move: string;
}

/** As `showPeople` has put it into the store. */
export function caretOfPerson(person: TLInstancePresence): PersonCaret | null {
  const { caret, caretMove } = person.meta as { caret?: TextCaret; caretMove?: string };
  if (!caret) return null;
  return { ...caret, id: person.id, name: person.userName, color: person.color, move: caretMove ?? '' };
}

export function userIdOf(participantId: string): ReturnType<typeof createUserId> {
  return createUserId(participantId);
}

/** Puts exactly these people into the store. */
export function showPeople(store: TLStore, people: readonly PersonHere[]): void {
  const records = people.flatMap((person) => presenceRecord(store, person));
  const ids = new Set<string>(records.map((record) => record.id));
  const gone = store
    .allRecords()
    .flatMap((record) => (record.typeName === 'instance_presence' && !ids.has(record.id) ? [record.id] : []));
  store.mergeRemoteChanges(() => {
    if (gone.length > 0) store.remove(gone);
    if (records.length > 0) store.put(records);
  });
}

function presenceRecord(store: TLStore, person: PersonHere): TLInstancePresence[] {
  // Whoever has not said where they are cannot be drawn.
  if (person.page === null) return [];
  const id = InstancePresenceRecordType.createId(String(person.clientId));
  const before = store.get(id);
  const { hot } = person;
  // Who writes is where the caret is. The pointer lies where it was left, and would say the name a second time.
  const pointer = person.caret ? null : (hot?.cursor ?? null);
  const caretMove = JSON.stringify(hot?.caret);
  const moved =
    hot !== null &&
    (before?.cursor?.x !== pointer?.x ||
      before?.cursor?.y !== pointer?.y ||
      before?.camera?.x !== hot.view?.x ||
      before?.chatMessage !== (hot.chat ?? '') ||
      (person.caret !== null && before?.meta['caretMove'] !== caretMove));
  return [
    InstancePresenceRecordType.create({
      id,
      userId: userIdOf(person.participantId),
      userName: person.name,
      color: person.color,
      currentPageId: person.page as TLPageId,
      selectedShapeIds: person.selection as TLShapeId[],
      followingUserId: person.followingParticipantId === null ? null : userIdOf(person.followingParticipantId),
      lastActivityTimestamp: moved || !before ? Date.now() : before.lastActivityTimestamp,
      cursor: pointer && { ...pointer, type: 'default', rotation: 0 },
      camera: hot?.view ? { x: hot.view.x, y: hot.view.y, z: hot.view.zoom } : null,
      screenBounds: hot?.view ? { x: 0, y: 0, w: hot.view.width, h: hot.view.height } : null,
      brush: hot?.brush ?? null,
      scribbles: hot && hot.laser.length > 0 ? [laserScribble(person.clientId, hot)] : [],
      chatMessage: hot?.chat ?? '',
      meta: person.caret ? { caret: { ...person.caret }, caretMove } : {},
    }),
  ];
}

function laserScribble(clientId: number, hot: HotPresence): TLInstancePresence['scribbles'][number] {
  return {
    id: `laser-${clientId}`,
    points: hot.laser.map(({ x, y }) => ({ x, y, z: 0.5 })),
    size: 4,
    color: 'laser',
    opacity: 0.7,
    state: 'active',
    delay: 0,
    shrink: 0.1,
    taper: true,
  };
}
