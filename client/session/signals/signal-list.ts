// Reactions of all people as they come, each for some seconds, and what is said aloud of them: not one by one. No React.
import type { Reaction, ReactionKind } from '@commonboard/shared/protocol/presence.ts';

/** What somebody shows at this moment. */
export interface SignalSource {
  clientId: number;
  name: string;
  reaction?: Reaction;
  chat?: string;
}

export interface ShownReaction {
  key: string;
  name: string;
  kind: ReactionKind;
}

/** What to say aloud: so many reactions of each kind, and who has said what. */
export interface Announced {
  reactions: Partial<Record<ReactionKind, number>>;
  chats: { name: string; chat: string }[];
}

export interface SignalList {
  heard(sources: readonly SignalSource[]): void;
  shown(): readonly ShownReaction[];
  onChange(listener: () => void): () => void;
  stop(): void;
}

interface SignalPorts {
  /** Returns its cancel. */
  after: (ms: number, act: () => void) => () => void;
  announce: (news: Announced) => void;
}

const shownMs = 4_000;
const shownMax = 12;
/** What comes within this time is said together. Who is still typing is waited for, but not for ever. */
const gatherMs = 2_500;
const typingMsMax = 8_000;

export function createSignalList({ after, announce }: SignalPorts): SignalList {
  const counts = new Map<number, number>();
  const chats = new Map<number, string>();
  const listeners = new Set<() => void>();
  const cancels = new Set<() => void>();
  let shown: readonly ShownReaction[] = [];
  let toSay: Announced = { reactions: {}, chats: [] };
  let isGathering = false;
  let waitedMs = 0;
  let isTyped = false;

  function later(ms: number, act: () => void): void {
    const cancel = after(ms, () => {
      cancels.delete(cancel);
      act();
    });
    cancels.add(cancel);
  }

  function show(next: readonly ShownReaction[]): void {
    shown = next;
    for (const listener of listeners) listener();
  }

  function gather(): void {
    if (isGathering) return;
    isGathering = true;
    isTyped = false;
    later(gatherMs, () => {
      isGathering = false;
      waitedMs += gatherMs;
      if (isTyped && waitedMs < typingMsMax) return gather();
      waitedMs = 0;
      const gathered = toSay;
      toSay = { reactions: {}, chats: [] };
      announce(gathered);
    });
  }

  function reacted({ clientId, name }: SignalSource, { kind, count }: Reaction): void {
    if (counts.get(clientId) === count) return;
    counts.set(clientId, count);
    const one = { key: `${clientId} ${count}`, name, kind };
    show([...shown.filter(({ key }) => key !== one.key), one].slice(-shownMax));
    later(shownMs, () => show(shown.filter(({ key }) => key !== one.key)));
    toSay.reactions[kind] = (toSay.reactions[kind] ?? 0) + 1;
    gather();
  }

  function said({ clientId, name }: SignalSource, chat: string): void {
    if (chats.get(clientId) === chat) return;
    chats.set(clientId, chat);
    if (chat === '') return;
    isTyped = true;
    // Of a line that grows only its last form is said.
    toSay.chats = [...toSay.chats.filter((one) => one.name !== name), { name, chat }];
    gather();
  }

  return {
    heard(sources) {
      const here = new Set(sources.map(({ clientId }) => clientId));
      for (const known of [counts, chats]) for (const id of known.keys()) if (!here.has(id)) known.delete(id);
      for (const source of sources) {
        if (source.reaction) reacted(source, source.reaction);
        said(source, source.chat ?? '');
      }
    },
    shown: () => shown,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
