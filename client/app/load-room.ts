// Fetches the code of the board room - tldraw and the sync - unless tldraw would refuse to draw at this address.
import type { ComponentType } from 'react';
import { boardLayoutVersion } from '@commonboard/shared/board/layout-version.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import type { BoardCopy } from './board-copy.ts';
import { checkLicence, type LicenceVerdict } from './licence/check-licence.ts';
import { verifySignature } from './licence/verify-signature.ts';
import type { GoneReason } from './plain-pages.tsx';
import { serverConfig } from './server-config.ts';

export interface BoardRoomProps {
  joined: Joined;
  /** The secret this person joined with; of the role in `joined`. */
  boardKey: string;
  /** For tldraw; null where the server has none, which is fine on http and on the server's own computer. */
  licenceKey: string | null;
  onLeave: () => void;
  /** `copy` where this page has work that the server has not stored. */
  onGone: (reason: GoneReason, copy: BoardCopy | null) => void;
  onTitle: (title: string) => void;
  /** A small picture of the board for the start page. */
  onThumbnail: (dataUrl: string) => void;
}

export type RoomOutcome =
  | { kind: 'room'; Room: ComponentType<BoardRoomProps>; licenceKey: string | null }
  | { kind: 'no-licence'; verdict: LicenceVerdict };

let loading: Promise<RoomOutcome> | null = null;
let version: ClientVersion = { layout: boardLayoutVersion };

/** How old this page is, as far as its code is here: the schema is known once the room has been fetched. */
export function pageVersion(): ClientVersion {
  return version;
}

/** Resolves once the room can be drawn, or must not be. Rejects where the network fails; the next call tries again. */
export function loadRoom(): Promise<RoomOutcome> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<RoomOutcome> {
  const { tldrawLicenseKey: licenceKey } = await serverConfig();
  const { protocol, hostname, href } = window.location;
  const verdict = await checkLicence({
    key: licenceKey,
    location: { protocol, hostname, href },
    now: new Date(),
    production: import.meta.env.PROD,
    verify: verifySignature,
  });
  if (verdict.kind !== 'ok' && verdict.kind !== 'not-needed') return { kind: 'no-licence', verdict };
  const [{ BoardRoom }, { boardSchemaVersions }] = await Promise.all([
    import('./board-room.tsx'),
    import('@commonboard/shared/schema/board-schema.ts'),
  ]);
  version = { layout: boardLayoutVersion, schema: boardSchemaVersions() };
  return { kind: 'room', Room: BoardRoom, licenceKey };
}
