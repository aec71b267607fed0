// A board that a facilitator steers over HTTP while a test looks at it in a browser.
import type { CreatedBoard, Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { RoundWish } from '@commonboard/shared/voting/round.ts';
import { joinByApi, newBoard } from './browser-boards.ts';
import type { ServerProcess } from './server-process.ts';
import { call, makeBoard } from './test-server.ts';
import { roundId, wish } from './voting-acts.ts';

export class SteeredBoard {
  readonly origin: string;
  readonly board: CreatedBoard;
  readonly lead: Joined;
  #ids = 0;

  constructor(origin: string, board: CreatedBoard, lead: Joined) {
    this.origin = origin;
    this.board = board;
    this.lead = lead;
  }

  /** With `examples` its template's example is on it. */
  static async of(server: ServerProcess, template?: string, examples = false): Promise<SteeredBoard> {
    const board = examples ? await makeBoard(server.origin, { template, examples }) : await newBoard(server, template);
    return new SteeredBoard(server.origin, board, await joinByApi(server, board, 'facilitate', 'Lea'));
  }

  async ask<T>(method: string, path: string, json?: unknown): Promise<T> {
    const { token } = this.lead;
    const answer = await call(this.origin, method, `/api/boards/${this.board.id}${path}`, { token, json });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  async session(): Promise<RouteResponse<'session'>['session']> {
    return (await this.ask<RouteResponse<'session'>>('GET', '/session')).session;
  }

  async steer(type: string, more: object = {}): Promise<void> {
    const { revision } = await this.session();
    await this.ask('POST', '/session', { commandId: `command-${++this.#ids}`, revision, type, ...more });
  }

  async next(): Promise<void> {
    await this.steer('next', { phase: (await this.session()).phase });
  }

  outline(): Promise<RouteResponse<'outline'>> {
    return this.ask('GET', '/outline');
  }

  async note(text: string): Promise<string> {
    return (await this.ask<{ id: string }>('POST', '/notes', { text })).id;
  }

  async people(): Promise<RouteResponse<'participants'>['participants']> {
    return (await this.ask<RouteResponse<'participants'>>('GET', '/participants')).participants;
  }

  async openVote(question: string, options: string[], more: Partial<RoundWish> = {}): Promise<void> {
    await this.ask('POST', '/votes', wish({ question, options, ...more }));
  }

  async changeVote(action: 'close' | 'hold' | 'remove'): Promise<void> {
    await this.ask('POST', `/votes/${roundId()}`, { action });
  }
}
