// A session without a server: commands of a facilitator and of people, at times that the test says.
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { applyCommand } from '@commonboard/shared/session/apply-command.ts';
import type { Applied } from '@commonboard/shared/session/command-context.ts';
import { sessionCommandSchema, type SessionWish } from '@commonboard/shared/session/commands.ts';
import { newPhase, type Phase } from '@commonboard/shared/session/phase.ts';
import { newSession, type SessionState } from '@commonboard/shared/session/session-state.ts';

export const lea = { participant: participantIdSchema.parse('pLLLLLLLLLLLLLLLL'), name: 'Lea' };
export const ada = { participant: participantIdSchema.parse('pAAAAAAAAAAAAAAAA'), name: 'Ada' };
export const ben = { participant: participantIdSchema.parse('pBBBBBBBBBBBBBBBB'), name: 'Ben' };
export const minuteMs = 60_000;

/** A step of ten minutes. */
export const step = (id: string, more: Partial<Phase> = {}): Phase =>
  newPhase(id, { title: { en: id }, kind: 'converge', minutes: 10, ...more });

export type Wish = SessionWish & { commandId?: string; revision?: number };

export class SessionActs {
  state: SessionState;
  now = 1_000_000;
  isLeaderless = false;
  /** Who is here beside those who lead. */
  people = [ada, ben];
  /** The most of one person in a private round. */
  held = { notes: 0, marked: 0 };
  #ids = 0;

  constructor(phases: readonly Phase[] = [step('a'), step('b'), step('c')]) {
    this.state = newSession(phases);
  }

  /** What becomes of it; the state is then the one after. */
  act(wish: Wish, person = lea, role: Role = person === lea ? 'facilitate' : 'edit'): Applied {
    const command = sessionCommandSchema.parse({
      commandId: `command-${++this.#ids}`,
      revision: this.state.revision,
      ...wish,
    });
    const names = [lea, ada, ben, ...this.people];
    const after = applyCommand(this.state, command, {
      now: this.now,
      role,
      person,
      nameOf: (id) => names.find(({ participant }) => participant === id)?.name ?? null,
      isLeaderless: this.isLeaderless,
      people: this.people,
      held: this.held,
      below: () => 0,
    });
    if (typeof after !== 'string') this.state = after;
    return after;
  }

  start(isRehearsal = false): this {
    this.act({ type: 'start', isRehearsal });
    return this;
  }
}
