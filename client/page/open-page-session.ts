// One open board without a canvas: what the server says of it, the notes on their way, the session and the votes, joined. No
// React; whoever opens it stops it.
import { isPassing, openAccess } from '../app/board-access.ts';
import { pageVersion } from '../app/page-version.ts';
import { openSession } from '../session/open-session.ts';
import type { SessionStore } from '../session/session-store.ts';
import { ApiError, call, callForNews } from '../sync/api.ts';
import { after } from '../sync/binding-clock.ts';
import { deviceStorage, openUnsentNotes, type Wish } from '../sync/unsent-notes.ts';
import { openUnfinishedWords, type UnfinishedWords } from '../sync/unfinished-words.ts';
import { randomHex } from '../ui/random-hex.ts';
import { openVotes } from '../voting/open-votes.ts';
import type { VotesStore } from '../voting/votes-store.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { Outbox } from './outbox.ts';
import { openPageLink, type PageLink } from './page-link.ts';

export interface PageSession {
  link: PageLink;
  outbox: Outbox;
  unfinished: UnfinishedWords;
  live: SessionStore;
  votes: VotesStore;
  stop(): void;
}

/** `key`: the secret to come back with. `refused`: the server does not let this person go on. */
export function openPageSession(joined: Joined, key: string, refused: (error: unknown) => void): PageSession {
  const { id, name, resume, participantId } = joined;
  const params = { id };
  const join = () => call('joinBoard', { params, body: { key, name, resume, ...pageVersion() } });
  const { withToken } = openAccess(joined, { join, now: Date.now });
  const live = openSession(id, withToken);
  const votes = openVotes(id, withToken);
  const link = openPageLink({
    askNews: (tag) => withToken((token) => callForNews('news', { params, token }, tag)),
    askOutline: (tag) => withToken((token) => callForNews('outline', { params, token }, tag)),
    fetchSession: () => live.refresh(),
    fetchVotes: () => votes.refresh(),
    isPassing,
    refused,
    after,
    now: steadyNow,
    isHidden: () => document.hidden,
  });
  const outbox = new Outbox({
    shelf: openUnsentNotes(deviceStorage(), id, participantId),
    send: (wish) => withToken((token) => sendWish(wish, { params, token })),
    isPassing: mayPass,
    after,
    now: steadyNow,
    newId: newNoteId,
    saved: () => link.hurry(),
  });
  const stopFollowing = link.onChange(() => outbox.settle(link.state().sureAt));
  const stopWaking = wakeWith(() => {
    link.hurry();
    outbox.hurry();
  });
  return {
    link,
    outbox,
    unfinished: openUnfinishedWords(deviceStorage(), id, participantId),
    live,
    votes,
    stop() {
      for (const stop of [stopFollowing, stopWaking]) stop();
      link.stop();
      outbox.stop();
    },
  };
}

interface Where {
  params: { id: Joined['id'] };
  token: string;
}

async function sendWish(wish: Wish, { params, token }: Where): Promise<void> {
  switch (wish.kind) {
    case 'add': {
      const { id, zone } = wish;
      const text = wish.triedText ?? wish.text;
      await call('addNote', { params, token, body: { id, text, ...(zone !== null && { zone }) } });
      return;
    }
    case 'change': {
      const body = { was: wish.was, text: wish.triedText ?? wish.text };
      await call('changeNote', { params: { ...params, note: wish.id }, token, body });
      return;
    }
    case 'remove':
      await call('removeNote', { params: { ...params, note: wish.id }, token });
  }
}

/** A board that is paused goes on, and who was sent away may come back: what was written waits for it. */
function mayPass(error: unknown): boolean {
  const codes = ['paused', 'unauthorised', 'sent-away', 'waiting'];
  return isPassing(error) || (error instanceof ApiError && codes.includes(error.code));
}

/** Goes on evenly when somebody sets the device's clock. */
function steadyNow(): number {
  return performance.now();
}

function newNoteId(): string {
  return `shape:${randomHex(12)}`;
}

/** The network is back, or somebody looks at the page again. Returns its stop. */
function wakeWith(wake: () => void): () => void {
  const look = (): void => {
    if (!document.hidden) wake();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', look);
  };
}
