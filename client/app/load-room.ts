// Fetches the code of the board room - tldraw and the sync - unless tldraw would refuse to draw at this address.
import type { ComponentType } from 'react';
import type { BoardRoomProps } from './room/board-room.tsx';
import type { ScreenRoomProps } from './room/screen-room.tsx';
import { checkLicence, type LicenceVerdict } from './licence/check-licence.ts';
import { verifySignature } from './licence/verify-signature.ts';
import { learnSchema } from './page-version.ts';
import { serverConfig } from './server-config.ts';

export type RoomOutcome =
  | {
      kind: 'room';
      Room: ComponentType<BoardRoomProps>;
      Screen: ComponentType<ScreenRoomProps>;
      licenceKey: string | null;
    }
  | { kind: 'no-licence'; verdict: LicenceVerdict };

let loading: Promise<RoomOutcome> | null = null;

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
  const [{ BoardRoom }, { ScreenRoom }, { boardSchemaVersions }] = await Promise.all([
    import('./room/board-room.tsx'),
    import('./room/screen-room.tsx'),
    import('@commonboard/shared/schema/board-schema.ts'),
  ]);
  learnSchema(boardSchemaVersions());
  return { kind: 'room', Room: BoardRoom, Screen: ScreenRoom, licenceKey };
}
