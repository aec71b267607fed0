// Whose view this page shows. tldraw stops following when the person moves their own view.
import { useValue, type Editor } from 'tldraw';
import type { Person } from '../../board/person.ts';
import { userIdOf } from '../../canvas/other-people.ts';

export function useFollowing(editor: Editor | null, people: readonly Person[]): Person | null {
  const userId = useValue('followed person', () => editor?.getInstanceState().followingUserId ?? null, [editor]);
  return people.find((person) => !person.isMe && userIdOf(person.participantId) === userId) ?? null;
}
