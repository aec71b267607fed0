// A board with two notes and a vote on them, over HTTP.
import type { Ballot } from '@commonboard/shared/voting/ballot.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import type { RoundWish } from '@commonboard/shared/voting/round.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { AccessBoard, type Answer } from './access-board.ts';
import { until } from './sync-client.ts';
import { makeBoard } from './test-server.ts';
import { roundId, wish } from './voting-acts.ts';

/** A board with two notes to vote on. */
export class VotingBoard {
  readonly access: AccessBoard;
  readonly options: string[];

  constructor(access: AccessBoard, options: string[]) {
    this.access = access;
    this.options = options;
  }

  static async of(origin: string): Promise<VotingBoard> {
    const access = await AccessBoard.of(origin, await makeBoard(origin));
    const notes = ['A garden', 'A market'].map(async (text) => {
      const { body } = await access.ask('POST', '/notes', { text });
      return (body as { id: string }).id;
    });
    return new VotingBoard(access, await Promise.all(notes));
  }

  async open(more: Partial<RoundWish> = {}, token?: string): Promise<Answer> {
    return this.access.ask('POST', '/votes', wish({ options: this.options, ...more }), token);
  }

  change(action: string, token?: string): Promise<Answer> {
    return this.access.ask('POST', `/votes/${roundId()}`, { action }, token);
  }

  put(token: string, ballot: unknown): Promise<Answer> {
    return this.access.ask('PUT', `/votes/${roundId()}/ballot`, ballot, token);
  }

  dots(...values: number[]): Ballot {
    const marks = values.flatMap((value, i) => (value > 0 ? [{ option: this.options[i]!, value }] : []));
    return { votes: [{ marks, sector: null }] };
  }

  async seen(token?: string): Promise<RoundView> {
    return roundIn(await this.access.ask('GET', '/votes', undefined, token));
  }

  /** Resolves when it is counted. */
  async close(): Promise<RoundView> {
    await this.change('close');
    await until(async () => {
      if ((await this.seen()).state !== 'closed') throw new Error('The vote is still open.');
    });
    return this.seen();
  }
}

export const roundIn = ({ body }: Answer) => (body as VotesAnswer).rounds[0]!;
