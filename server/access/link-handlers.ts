// The HTTP calls by which facilitators show the links again, make them anew and switch them off.
import { requestOrigin } from '../http/address.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { changeAs } from './change-access.ts';
import { linkAddresses, type LiveKeys, renewedLinks, switchedOff, unsealKeys } from './links.ts';
import type { LiveBoard } from './live-boards.ts';

export function mountLinks(mount: Mount, parts: ServerParts): void {
  const { config } = parts;

  mount('links', ({ caller, body, c }) => {
    const { board } = caller.grant;
    return linksAnswer(board, keysOrRefuse(board, body.key), requestOrigin(c, config));
  });

  mount('renewLink', async ({ caller, params: { role }, body, c }) => {
    const { board, participant } = caller.grant;
    const keys = await changeAs(parts, caller, (live) => {
      const renewed = renewedLinks(live.row.id, live.links, keysOrRefuse(live, body.key), [role]);
      const epoch = renewed.rows.find((link) => link.role === 'facilitate')?.epoch ?? 0;
      const goesOn = { participant: participant.id, epoch };
      return { change: { links: renewed.rows, ...(role === 'facilitate' && { goesOn }) }, result: renewed.keys };
    });
    return linksAnswer(board, keys, requestOrigin(c, config));
  });

  mount('switchOffLink', ({ caller, params: { role } }) =>
    changeAs(parts, caller, (live) => {
      const links = live.links.filter((link) => link.role === role && !link.off).map(switchedOff);
      return { change: { links }, result: undefined };
    }),
  );
}

function keysOrRefuse(live: LiveBoard, key: string): LiveKeys {
  const keys = unsealKeys(live.row.id, live.links, key);
  if (!keys) throw new RequestRefused('not-found');
  return keys;
}

function linksAnswer(live: LiveBoard, keys: LiveKeys, origin: string) {
  return { keys, links: linkAddresses(origin, live.row.id, keys) };
}
