// The HTTP calls by which facilitators set how people get in: pause, newcomers, passcode, short code, recovery code.
import type { AccessInfo } from '@commonboard/shared/protocol/access.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import type { AccessRow, BoardStore } from '../storage/board-store.ts';
import { changeAs } from './change-access.ts';
import type { LiveBoard } from './live-boards.ts';
import { cleanPasscode, hashPasscode } from './passcode.ts';
import { newToken } from './grants.ts';
import { hashSecret } from './secrets.ts';
import { cleanRecoveryCode, cleanShortCode, newRecoveryCode, newShortCode } from './spoken-codes.ts';

const minuteMs = 60_000;
const codeTriesMax = 20;

export function mountAccess(mount: Mount, parts: ServerParts): void {
  const { store, codeTries, now } = parts;
  const infoOf = (live: LiveBoard): AccessInfo => accessInfo(live, now());

  mount('access', ({ caller }) => infoOf(caller.grant.board));

  mount('changeAccess', async ({ caller, body: { paused, newcomers, passcode } }) => {
    const hashed = passcode === undefined || passcode === null ? passcode : await hashPasscode(goodPasscode(passcode));
    await changeAs(parts, caller, (live) => {
      const access: AccessRow = {
        ...live.access,
        ...(paused !== undefined && { paused }),
        ...(newcomers !== undefined && { newcomers }),
        ...(hashed !== undefined && { passcode: hashed }),
      };
      return { change: { access, participants: letInBy(live, access) }, result: undefined };
    });
    return infoOf(caller.grant.board);
  });

  mount('openCode', async ({ caller, body: { minutes = limits.shortCodeMinutes } }) => {
    const code = await changeAs(parts, caller, async (live) => {
      if (live.links.some((link) => link.role === 'edit' && link.off)) {
        throw new RequestRefused('link-off');
      }
      const free = await freeShortCode(store);
      const shortCode = { hash: hashSecret(cleanShortCode(free)), until: now() + minutes * minuteMs };
      codeTries.watch(live.row.id, shortCode.hash);
      live.codeStopped = false;
      return { change: { access: { ...live.access, shortCode } }, result: free };
    });
    caller.grant.board.shortCode = code;
    return infoOf(caller.grant.board);
  });

  mount('openScreen', async ({ caller: { grant }, body }) => {
    const { board, participant } = grant;
    const { token, row } = newToken(board, participant, 'facilitate', 'screen', body, now());
    await store.putParticipant(board.row.id, participant, [row]);
    return { token };
  });

  mount('closeCode', async ({ caller }) => {
    await changeAs(parts, caller, (live) => ({
      change: { access: { ...live.access, shortCode: null } },
      result: undefined,
    }));
    caller.grant.board.shortCode = null;
  });

  mount('newRecoveryCode', ({ caller }) =>
    changeAs(parts, caller, (live) => {
      const recoveryCode = newRecoveryCode();
      const recoveryHash = hashSecret(cleanRecoveryCode(recoveryCode));
      return { change: { access: { ...live.access, recoveryHash } }, result: { recoveryCode } };
    }),
  );
}

async function freeShortCode(store: BoardStore): Promise<string> {
  for (let tries = 0; tries < codeTriesMax; tries++) {
    const code = newShortCode();
    if ((await store.findShortCode(hashSecret(cleanShortCode(code)))) === null) return code;
  }
  throw new RequestRefused('too-many');
}

function goodPasscode(raw: string): string {
  const passcode = cleanPasscode(raw);
  const { passcodeCharsMin: min, passcodeCharsMax: max } = limits;
  if (passcode.length >= min && passcode.length <= max) return passcode;
  throw new RequestRefused('bad-passcode');
}

/** Who waits need not wait any more where nobody has to; who looked takes part. */
function letInBy({ participants, access: before }: LiveBoard, { newcomers }: AccessRow) {
  if (newcomers === before.newcomers || newcomers === 'wait') return [];
  const standing = newcomers === 'join' ? 'in' : 'look';
  const isWaiting = participants.filter(
    (person) => person.standing === 'waiting' || (standing === 'in' && person.standing === 'look'),
  );
  return isWaiting.map((person) => ({ ...person, standing }) as const);
}

function accessInfo({ access, shortCode, codeStopped }: LiveBoard, now: number): AccessInfo {
  const open = access.shortCode && access.shortCode.until > now ? access.shortCode : null;
  return {
    paused: access.paused,
    newcomers: access.newcomers,
    hasPasscode: access.passcode !== null,
    hasRecoveryCode: access.recoveryHash !== null,
    codeStopped,
    shortCode: open && { code: shortCode, until: new Date(open.until).toISOString() },
  };
}
