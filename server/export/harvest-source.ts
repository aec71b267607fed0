// All that a publication is made of, as one file: kept beside it, so that it can be made anew when somebody agrees to be named, or
// takes that back.
import { strFromU8, strToU8, unzip, zipSync } from 'fflate';
import { z } from 'zod';
import { harvestEditSchema } from '@commonboard/shared/harvest/harvest.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { roundSchema } from '@commonboard/shared/voting/round.ts';

const harvestFactsSchema = z.object({
  title: z.string(),
  template: z.string().nullable(),
  edit: harvestEditSchema,
  /** Milliseconds since 1970. */
  now: z.number(),
  /** Everybody who has been here. */
  people: z.array(z.object({ id: participantIdSchema, name: z.string(), tookPart: z.boolean() })),
  rounds: z.array(roundSchema),
  /** Who made which note or card, as far as that is known. */
  makers: z.record(z.string(), participantIdSchema),
  /** Zones in the order of the agenda. */
  order: z.array(z.string()),
  /** Zones that have a picture, in the order of the pictures. */
  pictures: z.array(z.string()),
  /** Sentences: zones without one, and why. */
  missing: z.array(z.string()),
  /** Of `pictures`, those that are there without what people have put into them, too. */
  bare: z.array(z.string()).default([]),
  /** Whether no example is in any of them. */
  withoutExamples: z.boolean().default(false),
});
type HarvestFacts = z.infer<typeof harvestFactsSchema>;

export interface HarvestSource extends HarvestFacts {
  /** The board as one Yjs V1 update. */
  state: Uint8Array;
  /** One PNG for each of `pictures`. */
  pngs: readonly Uint8Array[];
  /** One PNG for each of `bare`. */
  barePngs: readonly Uint8Array[];
}

export function packSource({ state, pngs, barePngs, ...facts }: HarvestSource): Uint8Array {
  const files = {
    'facts.json': strToU8(JSON.stringify(facts)),
    'board.yjs': state,
    ...Object.fromEntries(pngs.map((png, i) => [`${i}.png`, png])),
    ...Object.fromEntries(barePngs.map((png, i) => [`bare-${i}.png`, png])),
  };
  return zipSync(files, { level: 0 });
}

/** Rejects where it is none. */
export async function readSource(bytes: Uint8Array): Promise<HarvestSource> {
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(bytes, (error, unpacked) => (error ? reject(error) : resolve(unpacked)));
  });
  const facts = harvestFactsSchema.parse(JSON.parse(strFromU8(files['facts.json'] ?? new Uint8Array())));
  return {
    ...facts,
    state: files['board.yjs'] ?? new Uint8Array(),
    pngs: facts.pictures.flatMap((_, i) => files[`${i}.png`] ?? []),
    barePngs: facts.bare.flatMap((_, i) => files[`bare-${i}.png`] ?? []),
  };
}
