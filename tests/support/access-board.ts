// A board with a facilitator, for tests of who gets in: the calls of facilitators, short.
import type { AccessInfo, ListedPerson, PersonAction } from '@commonboard/shared/protocol/access.ts';
import type { CreatedBoard, Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { call, joinAs } from './test-server.ts';

export interface Answer {
  status: number;
  body: unknown;
}

export type LiveLinks = RouteResponse<'renewLink'>;

export class AccessBoard {
  readonly origin: string;
  readonly board: CreatedBoard;
  readonly leader: Joined;

  constructor(origin: string, board: CreatedBoard, leader: Joined) {
    this.origin = origin;
    this.board = board;
    this.leader = leader;
  }

  static async of(origin: string, board: CreatedBoard): Promise<AccessBoard> {
    return new AccessBoard(origin, board, await joinAs(origin, board, 'facilitate', { name: 'Lea' }));
  }

  /** As the facilitator, unless another token is given. */
  ask(method: string, path: string, json?: unknown, token: string = this.leader.token): Promise<Answer> {
    return call(this.origin, method, `/api/boards/${this.board.id}${path}`, { token, json });
  }

  join(more: Record<string, unknown>): Promise<Answer> {
    return call(this.origin, 'POST', `/api/boards/${this.board.id}/join`, { json: more });
  }

  joinAs(role: Role, more: Record<string, unknown> = {}): Promise<Joined> {
    return joinAs(this.origin, this.board, role, more);
  }

  async renew(role: Role, key: string = this.board.keys.facilitate): Promise<LiveLinks> {
    return good(await this.ask('POST', `/links/${role}`, { key })) as LiveLinks;
  }

  async set(json: { paused?: boolean; newcomers?: string; passcode?: string | null }): Promise<AccessInfo> {
    return good(await this.ask('PATCH', '/access', json)) as AccessInfo;
  }

  async openCode(json: { minutes?: number } = {}): Promise<string> {
    const { shortCode } = good(await this.ask('POST', '/code', json)) as AccessInfo;
    return shortCode?.code ?? '';
  }

  byCode(code: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return call(this.origin, 'POST', '/api/join', { json: { code, ...more } });
  }

  async people(): Promise<ListedPerson[]> {
    return (good(await this.ask('GET', '/participants')) as { participants: ListedPerson[] }).participants;
  }

  act(person: string, action: PersonAction, token?: string): Promise<Answer> {
    return this.ask('POST', `/participants/${person}`, { action }, token);
  }
}

function good({ status, body }: Answer): unknown {
  if (status !== 200) throw new Error(`The server said ${status}: ${JSON.stringify(body)}`);
  return body;
}
