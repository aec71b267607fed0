// The tldraw schema of a board: tldraw's shapes without embeds and video (both need other origins or players we do not
// have), and our own. The same on server and client; headless.
import { createTLSchema, defaultAssetSchemas, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema';
import { cardProps } from './card-shape.ts';
import { cardMigrations, zoneMigrations } from './shape-migrations.ts';
import { zoneProps } from './zone-shape.ts';

const { embed: _embed, video: _video, ...shapes } = defaultShapeSchemas;
const { video: _videoAsset, ...assets } = defaultAssetSchemas;

export const boardShapeSchemas = {
  ...shapes,
  zone: { props: zoneProps, migrations: zoneMigrations },
  card: { props: cardProps, migrations: cardMigrations },
};
export const boardSchema = createTLSchema({
  shapes: boardShapeSchemas,
  bindings: defaultBindingSchemas,
  assets,
});

/** Version number of each migration sequence, as kept in `meta.schema` of a board's document. */
export function boardSchemaVersions(): Record<string, number> {
  return { ...boardSchema.serialize().sequences };
}
