// A tldraw store without an editor.
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { Store } from '@tldraw/store';
import type { TLStore } from '@tldraw/tlschema';

export function bareStore(): TLStore {
  return new Store({ schema: boardSchema, props: {} as TLStore['props'] });
}
