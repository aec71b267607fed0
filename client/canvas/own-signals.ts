// What a person sends beside the drawing: a reaction, and words at their pointer. It goes with their presence and is kept nowhere.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { HotPresence, Reaction, ReactionKind } from '@commonboard/shared/protocol/presence.ts';
import { EditorAtom, type Editor } from 'tldraw';

const shownMs = 4_000;

const lastReaction = new EditorAtom<Reaction | null>('own reaction', () => null);
/** Facilitators can switch it off; who only looks says nothing. */
export const mayChat = new EditorAtom('may chat', () => false);

let count = Math.floor(Math.random() * 0x8000);

export function react(editor: Editor, kind: ReactionKind): Reaction {
  count = (count + 1) % 0xffff;
  const reaction = { kind, count };
  lastReaction.set(editor, reaction);
  // Who comes later does not see it again.
  editor.timers.setTimeout(() => {
    if (lastReaction.get(editor) === reaction) lastReaction.set(editor, null);
  }, shownMs);
  return reaction;
}

/** Opens the line at the pointer. */
export function openChat(editor: Editor): void {
  if (!mayChat.get(editor)) return;
  editor.timers.requestAnimationFrame(() => editor.updateInstanceState({ isChatting: true }));
}

export function ownSignals(editor: Editor): Pick<HotPresence, 'reaction' | 'chat'> {
  const reaction = lastReaction.get(editor);
  const chat = editor.getInstanceState().chatMessage.trim().slice(0, limits.chatCharsMax);
  return { ...(reaction && { reaction }), ...(chat !== '' && { chat }) };
}
