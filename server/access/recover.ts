// The way back for a creator who has lost everything but the recovery code: all links anew, and the right to facilitate.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { RouteBody, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { changeAccess, type Changing } from './change-access.ts';
import { type Joining, joinBoard } from './join.ts';
import { linkAddresses, renewedLinks } from './links.ts';
import { participantByResume } from './participants.ts';
import { hashSecret, sameHash } from './secrets.ts';
import { cleanRecoveryCode } from './spoken-codes.ts';

type Recovered = { answer: RouteResponse<'recoverBoard'>; filesToken: string };

/** What an unknown board, or one without a code, is compared with. */
const noHash = hashSecret('');

export async function recoverBoard(
  joining: Joining,
  changing: Changing,
  id: BoardId,
  { code, ...newcomer }: RouteBody<'recoverBoard'>,
  { network, origin }: { network: string; origin: string },
): Promise<Recovered> {
  const giveBack = joining.guesses.recovery.take(`${id} ${network}`);
  if (giveBack === null) throw new RequestRefused('too-many');
  const live = await joining.boards.find(id);
  const hash = hashSecret(cleanRecoveryCode(code));
  const isRight = (): boolean => sameHash(live?.access.recoveryHash ?? noHash, hash);
  if (!isRight() || !live || live.deleted) throw new RequestRefused('not-found');
  giveBack();

  const lost = { facilitate: '', edit: '', view: '' };
  const keys = await changeAccess(changing, live, () => {
    // The code may have been made anew while it waited for its turn.
    if (!isRight() || live.deleted) throw new RequestRefused('not-found');
    const renewed = renewedLinks(id, live.links, lost, ['facilitate', 'edit', 'view']);
    const self = participantByResume(live, newcomer.resume);
    // Something went wrong on this board: nobody leads by what was said before, and no code is open.
    const participants = live.participants.map((person) => ({
      ...person,
      leading: person === self ? ('yes' as const) : ('no' as const),
      standing: person === self ? ('in' as const) : person.standing,
    }));
    const changed = participants.filter(({ leading, standing }, index) => {
      const before = live.participants[index];
      return before?.leading !== leading || before.standing !== standing;
    });
    return {
      change: { links: renewed.rows, access: { ...live.access, shortCode: null }, participants: changed },
      result: renewed.keys,
    };
  });
  live.shortCode = null;
  const { facilitate, edit, view } = keys;
  if (edit === null || view === null) throw new Error('A link that was made anew has no secret.');
  const all = { facilitate, edit, view };
  const { joined, filesToken } = await joinBoard(joining, id, { key: facilitate, ...newcomer }, network);
  return { answer: { ...joined, keys: all, links: linkAddresses(origin, id, all) }, filesToken };
}
