// One open board without a canvas: what the server says of it, the notes on their way, the session and the votes, joined. No
// React; whoever opens it stops it.
import { isPassing, openAccess } from '../app/board-access.ts';
import { pageVersion } from '../app/page-version.ts';
import { deviceShelf } from '../app/device/this-device.ts';
import { openDrafts } from '../drafts/open-drafts.ts';
import { unsentDrafts } from '../drafts/unsent-drafts.ts';
import { openSession } from '../session/open-session.ts';
import type { SessionStore } from '../session/session-store.ts';
import { ApiError, call, callForNews } from '../sync/api.ts';
import { after } from '../sync/binding-clock.ts';
import { deviceStorage, openUnsentNotes, type Wish } from '../sync/unsent-notes.ts';
import { openUnfinishedWords, type UnfinishedWords } from '../sync/unfinished-words.ts';
import { randomHex } from '../ui/random-hex.ts';
import { openVotes } from '../voting/open-votes.ts';
import type { VotesStore } from '../voting/votes-store.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { Outbox } from './outbox.ts';
import { writtenIn } from './own-notes.ts';
import { type LinkState, openPageLink, type PageLink } from './page-link.ts';
import { openPrivateWriting, type PrivateWriting } from './private-writing.ts';

export interface PageSession {
  link: PageLink;
  outbox: Outbox;
  unfinished: UnfinishedWords;
  live: SessionStore;
  votes: VotesStore;
  drafts: PrivateWriting;
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
  const store = openDrafts(id, participantId, withToken);
  const link = openPageLink({
    askNews: (tag) => withToken((token) => callForNews('news', { params, token }, tag)),
    askOutline: (tag) => withToken((token) => callForNews('outline', { params, token }, tag)),
    fetchSession: () => live.refresh(),
    fetchVotes: () => votes.refresh(),
    fetchDrafts: () => store.refresh(),
    isPassing,
    refused,
    after,
    now: steadyNow,
    isHidden: () => document.hidden,
  });
  const sending = { isPassing: mayPass, after, now: steadyNow, newId: newNoteId, refused: () => link.hurry() };
  const outbox = new Outbox({
    ...sending,
    shelf: openUnsentNotes(deviceStorage(), id, participantId),
    send: (wish) => withToken((token) => sendWish(wish, { params, token })),
    saved: () => link.hurry(),
  });
  const drafts = openPrivateWriting({
    ...sending,
    board: id,
    participant: participantId,
    storage: deviceStorage(),
    store,
    device: unsentDrafts(deviceShelf, id, participantId),
    view: () => (mayEdit(joined.role) ? live.view() : null),
    words: (since) => wordsSince(link.state(), since),
    send: (wish) => withToken((token) => sendDraft(wish, { params, token })),
  });
  const stopFollowing = link.onChange(() => {
    outbox.settle(link.state().sureAt);
    drafts.look();
  });
  const stopWriting = live.onChange(() => drafts.look());
  const stopWaking = wakeWith(() => {
    link.hurry();
    outbox.hurry();
    drafts.hurry();
  });
  return {
    link,
    outbox,
    unfinished: openUnfinishedWords(deviceStorage(), id, participantId),
    live,
    votes,
    drafts,
    stop() {
      for (const stop of [stopFollowing, stopWriting, stopWaking]) stop();
      drafts.stop();
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

/** Into one's own drafts. */
async function sendDraft(wish: Wish, { params, token }: Where): Promise<void> {
  if (wish.kind === 'remove') {
    const where = { params: { ...params, draft: wish.id }, token };
    await call('removeDraft', where).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
    return;
  }
  const text = wish.triedText ?? wish.text;
  if (wish.kind === 'add') await call('addDraft', { params, token, body: { id: wish.id, text } });
  else await call('changeDraft', { params: { ...params, draft: wish.id }, token, body: { text } });
}

function wordsSince({ outline, sureAt }: LinkState, since: number): ReadonlySet<string> | null {
  return outline && sureAt > since ? new Set(writtenIn(outline.pages).map(({ node }) => node.title)) : null;
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
