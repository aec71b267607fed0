// Whose view this page shows, as the bar names it. tldraw stops following when the person moves their own view.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { useValue, type Editor } from 'tldraw';
import type { Person } from '../../board/person.ts';
import { userIdOf } from '../../canvas/other-people.ts';

export function useFollowing(editor: Editor | null, people: readonly Person[]): ParticipantId | null {
  const userId = useValue('followed person', () => editor?.getInstanceState().followingUserId ?? null, [editor]);
  if (userId === null) return null;
  return people.find((person) => !person.isMe && userIdOf(person.participantId) === userId)?.participantId ?? null;
}
