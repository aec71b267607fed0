// How old this page is, as far as its code is here: the schema is known once the room has been fetched.
import { boardLayoutVersion } from '@commonboard/shared/board/layout/layout-version.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';

let version: ClientVersion = { layout: boardLayoutVersion };

export function pageVersion(): ClientVersion {
  return version;
}

export function learnSchema(schema: NonNullable<ClientVersion['schema']>): void {
  version = { ...version, schema };
}
