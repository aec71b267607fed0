// What becomes of a frame that carries an update: it is judged, then applied, held until its sender has told more, or refused.
// Each frame is settled once. Rules R16, R17, R19 and R41.
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { RefusalCode } from '@commonboard/shared/protocol/refusal.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Credits } from '../storage/board-store.ts';
import { askForAll } from './answers.ts';
import { saysNothing } from './gate/authors.ts';
import type { BoardDocument } from './document/board-document.ts';
import type { Frame } from './socket/frame.ts';
import { isEmptyUpdate, judgeUpdate } from './gate/gate.ts';
import type { Session } from './socket/session.ts';
import type { WriteRule } from './gate/write-rule.ts';

export interface IntakeEvents {
  /** Whether a client id is another's, who is here and has told all it has. */
  isOthers(client: number, session: Session): boolean;
  learnt(credits: Credits): void;
  /** Whether the server may lack what it once passed on. */
  mayLack(): boolean;
  /** Somebody who does not facilitate has removed these, or put others in their place. */
  removed(session: Session, records: ReadonlySet<string>): void;
  /** Whether this window's updates are passed on together with others that come. */
  isGathering(): boolean;
  /** Yjs threw in the middle of it. */
  broke(session: Session, frame: number, error: unknown): void;
}

export class UpdateIntake {
  readonly #rule: () => WriteRule;
  readonly #events: IntakeEvents;

  constructor(rule: () => WriteRule, events: IntakeEvents) {
    this.#rule = rule;
    this.#events = events;
  }

  take(
    session: Session,
    { kind, update }: Extract<Frame, { update: Uint8Array }>,
    role: Role,
    document: BoardDocument<object>,
  ): void {
    const isStep2 = kind === 'step2';
    const frame = session.nextFrame();
    // A step 2 was sent after the frames that are held, and so holds what they held.
    const frames = isStep2 ? [...session.held.splice(0), frame] : [frame];
    const settle = (): void => {
      for (const one of frames) session.settled(one);
    };
    const { id: participant } = session.grant.participant;
    const isOthers = (client: number): boolean => this.#events.isOthers(client, session);
    const tellsAll = isStep2 && session.answersOwed > 0;
    if (tellsAll) session.answersOwed--;
    const { authors, size, docSoFar: doc } = document;
    const { clientId: shown, showsAnothers } = session;
    const mayLack = this.#events.mayLack();
    const writer = { role, participant, isStep2, tellsAll, mayLack, shown, showsAnothers, isOthers };
    const verdict = judgeUpdate({ doc, authors, size, rule: this.#rule() }, update, writer);
    switch (verdict.kind) {
      case 'refuse':
        refuse(session, frames, verdict.code);
        return;
      case 'gap':
        if (isStep2) refuse(session, frames, 'incomplete');
        else if (!hold(session, frame, document)) refuseToHold(session, frame);
        return;
      case 'nothing':
        if (verdict.heard.length > 0) document.learn({ owners: [], creators: [], doubted: verdict.heard });
        // What it repeats may not be durable yet.
        if (isEmptyUpdate(update) && frames.length === 1) settle();
        else document.whenStored(settle);
        return;
      case 'apply':
        if (document.isTooMuch(update)) {
          session.close(closeCodes.tryLater, 'the server cannot store so much just now');
          return;
        }
        document.apply(
          {
            source: session,
            row: { participant, update, ...creditsOf(verdict.credits) },
            events: { stored: settle, broke: (error) => this.#events.broke(session, frame, error) },
          },
          verdict.going,
          !isStep2 && this.#events.isGathering(),
        );
        authors.noteBrought(participant, verdict.brought);
        this.#events.learnt(verdict.credits);
        if (verdict.going.size > 0 && role !== 'facilitate') this.#events.removed(session, verdict.going);
    }
  }
}

function creditsOf(credits: Credits): { credits?: Credits } {
  return saysNothing(credits) ? {} : { credits };
}

/** Not applied and not settled: the sender is asked for all that it has. False when it has been asked too often. */
function hold(session: Session, frame: number, document: BoardDocument<object>): boolean {
  if (session.held.length >= limits.heldFramesMax) return false;
  if (session.held.length === 0) {
    if (!session.mayBeAsked()) return false;
    askForAll(session, document);
  }
  session.held.push(frame);
  return true;
}

/** Who hears of no refusal comes back instead, and then tells all that it has. */
function refuseToHold(session: Session, frame: number): void {
  if (session.full) session.refuse(frame, 'incomplete');
  else session.close(closeCodes.tryLater, 'come back and tell all of it');
}

function refuse(session: Session, frames: readonly number[], code: RefusalCode): void {
  for (const frame of frames) session.refuse(frame, code);
}
/** What others sent in this window cannot matter to it. */
export function goesWithOthers({ kind }: Frame, session: Session, document: BoardDocument<object>): boolean {
  switch (kind) {
    case 'update':
      return !document.waitsFor(session);
    case 'awareness':
    case 'queryAwareness':
    case 'presence':
      return true;
    case 'step1':
    case 'step2':
    case 'check':
      return false;
  }
}
