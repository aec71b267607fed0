// The votes of a board as this page knows them, and what its person does in them. No React.
import type { VotesNews } from '@commonboard/shared/protocol/session-message.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import type { Ballot } from '@commonboard/shared/voting/ballot.ts';
import type { RoundId, RoundWish } from '@commonboard/shared/voting/round.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';

export type RoundAction = 'close' | 'hold' | 'remove';

export interface VotesPorts {
  ask(): Promise<VotesAnswer>;
  open(wish: RoundWish): Promise<VotesAnswer>;
  openStep(): Promise<VotesAnswer>;
  change(round: RoundId, action: RoundAction): Promise<VotesAnswer>;
  vote(round: RoundId, ballot: Ballot): Promise<VotesAnswer>;
  /** What went wrong with a wish. */
  failed(error: unknown): void;
}

export interface VotesStore {
  /** The one that was opened last comes first. Null until the server has said it. */
  rounds(): readonly RoundView[] | null;
  onChange(listener: () => void): () => void;
  heard(news: Pick<VotesNews, 'rounds' | 'gone'>): void;
  /** Rejects with an ApiError. */
  refresh(): Promise<void>;
  /** False where it was not carried out; why is said by `failed`. */
  open(wish: RoundWish): Promise<boolean>;
  /** The vote of the step that runs. */
  openStep(): Promise<boolean>;
  change(round: RoundId, action: RoundAction): Promise<boolean>;
  vote(round: RoundId, ballot: Ballot): Promise<boolean>;
}

export function createVotesStore(ports: VotesPorts): VotesStore {
  const listeners = new Set<() => void>();
  const gone = new Set<RoundId>();
  let rounds: readonly RoundView[] | null = null;
  // One's own wishes go in turn, so that the last ballot is the one that stays.
  let turn: Promise<unknown> = Promise.resolve();

  function show(next: readonly RoundView[]): void {
    rounds = next.filter(({ id }) => !gone.has(id)).sort((a, b) => b.openedAt - a.openedAt);
    for (const listener of listeners) listener();
  }

  function merge(news: readonly RoundView[]): void {
    const known = rounds ?? [];
    // Answers and pushes may overtake each other.
    const newer = news.filter(({ id, revision }) => revision >= (known.find((one) => one.id === id)?.revision ?? 0));
    show([...known.filter(({ id }) => !newer.some((one) => one.id === id)), ...newer]);
  }

  function wished(work: () => Promise<void>): Promise<boolean> {
    const done = turn.then(async () => {
      try {
        await work();
        return true;
      } catch (error) {
        ports.failed(error);
        return false;
      }
    });
    turn = done;
    return done;
  }

  return {
    rounds: () => rounds,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard(news) {
      for (const id of news.gone) gone.add(id);
      // What came before the first answer is in that answer.
      if (rounds) merge(news.rounds);
    },
    async refresh() {
      show((await ports.ask()).rounds);
    },
    open: (wish) => wished(async () => merge((await ports.open(wish)).rounds)),
    openStep: () => wished(async () => merge((await ports.openStep()).rounds)),
    change: (round, action) =>
      wished(async () => {
        const answer = await ports.change(round, action);
        if (answer.rounds.length === 0) gone.add(round);
        merge(answer.rounds);
      }),
    vote: (round, ballot) => wished(async () => merge((await ports.vote(round, ballot)).rounds)),
  };
}
