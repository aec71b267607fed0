// Where the comments stand in a board's document: a root of their own, `comments`, thread id -> thread as one value. People's
// pages only read it; the gate refuses whatever they write beside the records.
import type * as Y from 'yjs';
import { threadSchema, type Thread, type ThreadId } from './thread.ts';

export function threadMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('comments');
}

/** The oldest first. What cannot be read is left out. */
export function readThreads(doc: Y.Doc): Thread[] {
  const threads: Thread[] = [];
  for (const value of threadMap(doc).values()) {
    const parsed = threadSchema.safeParse(value);
    if (parsed.success) threads.push(parsed.data);
  }
  return threads.sort((a, b) => startedAt(a) - startedAt(b) || (a.id < b.id ? -1 : 1));
}

export function readThread(doc: Y.Doc, id: ThreadId): Thread | null {
  return threadSchema.safeParse(threadMap(doc).get(id)).data ?? null;
}

/** Yjs knows of what was deleted that it was there, also after the board was stored and read again. */
export function wasRemoved(doc: Y.Doc, id: ThreadId): boolean {
  return threadMap(doc)._map.get(id)?.deleted === true;
}

/** Null takes it away. */
export function writeThread(doc: Y.Doc, id: ThreadId, thread: Thread | null): void {
  const map = threadMap(doc);
  if (thread) map.set(id, thread);
  else map.delete(id);
}

function startedAt({ messages: [first] }: Thread): number {
  return first?.at ?? 0;
}
