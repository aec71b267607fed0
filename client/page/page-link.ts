// How a page without a socket follows its board: it asks every few seconds what has changed, which is a few bytes where nothing
// has, and fetches only that. No React.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { ApiError } from '../sync/api.ts';

export type News = RouteResponse<'news'>;
export type Outline = RouteResponse<'outline'>;

export interface LinkState {
  status: 'connecting' | 'online' | 'offline';
  /** Null until the server has said it. */
  news: News | null;
  outline: Outline | null;
  /** When the question was asked since which nothing of the outline has changed; this page's clock. */
  sureAt: number;
}

export interface LinkPorts {
  /** Null: nothing has changed since `tag`. Rejects with an ApiError. */
  askNews(tag: string | null): Promise<{ answer: News; tag: string | null } | null>;
  askOutline(tag: string | null): Promise<{ answer: Outline; tag: string | null } | null>;
  fetchSession(): Promise<unknown>;
  fetchVotes(): Promise<unknown>;
  fetchDrafts(): Promise<unknown>;
  /** Whether another try may go better. */
  isPassing(error: unknown): boolean;
  /** The server does not let this person go on. Nothing is asked after it. */
  refused(error: unknown): void;
  /** Calls back later. Returns its stop. */
  after(ms: number, act: () => void): () => void;
  now(): number;
  isHidden(): boolean;
}

export interface PageLink {
  state(): LinkState;
  onChange(listener: () => void): () => void;
  /** Asks at once, or once more when it is asking already. */
  hurry(): void;
  stop(): void;
}

type Part = 'session' | 'votes' | 'drafts' | 'outline';
const parts: readonly Part[] = ['session', 'votes', 'drafts', 'outline'];

/** The outline takes at most one part in so many of the time: it is the dear part, and a server may be slow. */
const outlineShare = 10;

export function openPageLink(ports: LinkPorts): PageLink {
  const listeners = new Set<() => void>();
  let state: LinkState = { status: 'connecting', news: null, outline: null, sureAt: -Infinity };
  /** Marks of what this page holds. */
  const held: Partial<Record<Part, string>> = {};
  let newsTag: string | null = null;
  let outlineTag: string | null = null;
  /** Before then it is not asked for again. */
  let outlineFrom = -Infinity;
  let failures = 0;
  let isAsking = false;
  let isWantedAgain = false;
  let isOver = false;
  let cancel = (): void => undefined;

  function show(change: Partial<LinkState>): void {
    const isNew = (Object.keys(change) as (keyof LinkState)[]).some((key) => state[key] !== change[key]);
    if (!isNew || isOver) return;
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function fetchOutline(): Promise<void> {
    const askedAt = ports.now();
    const told = await ports.askOutline(outlineTag);
    const answeredAt = ports.now();
    outlineFrom = answeredAt + Math.min(limits.outlineRestMsMax, (answeredAt - askedAt) * outlineShare);
    if (!told) return;
    outlineTag = told.tag;
    show({ outline: told.answer });
  }

  const fetchPart: Record<Part, () => Promise<unknown>> = {
    session: () => ports.fetchSession(),
    votes: () => ports.fetchVotes(),
    drafts: () => ports.fetchDrafts(),
    outline: fetchOutline,
  };

  async function askOnce(): Promise<void> {
    const askedAt = ports.now();
    const told = await ports.askNews(newsTag);
    const news = told?.answer ?? state.news;
    if (!news) return;
    const isResting = askedAt < outlineFrom;
    await Promise.all(
      parts.map(async (part) => {
        const mark = news[part];
        if (held[part] === mark || (part === 'outline' && isResting)) return;
        await fetchPart[part]();
        held[part] = mark;
      }),
    );
    // Kept only now: what could not be fetched is asked for again.
    if (told) newsTag = told.tag;
    failures = 0;
    show({ status: 'online', news, ...(held.outline === news.outline && { sureAt: askedAt }) });
  }

  async function ask(): Promise<void> {
    if (isAsking || isOver) {
      isWantedAgain = true;
      return;
    }
    isAsking = true;
    isWantedAgain = false;
    cancel();
    try {
      await askOnce();
    } catch (error) {
      failures++;
      if (isTooOften(error)) show({ status: state.news ? 'online' : 'connecting' });
      else if (ports.isPassing(error)) show({ status: 'offline' });
      else {
        stop();
        ports.refused(error);
      }
    }
    isAsking = false;
    if (isOver) return;
    if (isWantedAgain && failures === 0) void ask();
    else cancel = ports.after(restMs(failures, ports.isHidden()), () => void ask());
  }

  function stop(): void {
    isOver = true;
    cancel();
  }

  void ask();
  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hurry: () => void ask(),
    stop,
  };
}

function restMs(failures: number, isHidden: boolean): number {
  if (failures === 0) return isHidden ? limits.newsAskHiddenMs : limits.newsAskMs;
  // Not all pages of a room at the same moment.
  const spread = 0.75 + Math.random() / 2;
  return Math.min(limits.newsAskMsMax, limits.newsAskMs * 2 ** Math.min(failures - 1, 5)) * spread;
}

/** The server is there, and asks for patience. */
function isTooOften(error: unknown): boolean {
  return error instanceof ApiError && error.status === 429;
}
