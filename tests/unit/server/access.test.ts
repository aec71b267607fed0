// Secrets, links, names and the limit of tries.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardIdSchema, secretSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { linkForKey, newLinks, unsealKeys } from '@commonboard/server/access/links.ts';
import { newParticipant, personColors } from '@commonboard/server/access/participants.ts';
import { hashSecret, newBoardId, newSecret, openSealed, sealSecret } from '@commonboard/server/access/secrets.ts';
import { networkOf } from '@commonboard/server/access/try-limits.ts';
import { createRateLimit } from '@commonboard/server/http/rate-limit.ts';
import { liveBoardOf } from '../../support/grants.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const live = () => liveBoardOf(id);

describe('sealed secrets', () => {
  it('open with the facilitate secret of this board only, and not when a bit has changed', () => {
    const facilitate = newSecret();
    const sealed = sealSecret('secret', facilitate, id);
    expect(() => openSealed(sealed, newSecret(), id)).toThrow(/authenticate/);
    expect(() => openSealed(sealed, facilitate, newBoardId())).toThrow(/authenticate/);
    const flipped = sealed.map((byte, i) => (i === sealed.length - 1 ? byte ^ 1 : byte));
    expect(() => openSealed(flipped, facilitate, id)).toThrow(/authenticate/);
    expect(openSealed(sealed, facilitate, id)).toBe('secret');
  });

  it('the links hold no secret in the clear', () => {
    const { keys, rows } = newLinks(id);
    const stored = Buffer.concat(
      rows.map(({ hash, sealed }) => Buffer.concat([Buffer.from(hash), sealed ?? Buffer.alloc(0)])),
    );
    for (const key of Object.values(keys)) {
      expect(secretSchema.safeParse(key).success).toBe(true);
      expect(stored.includes(key)).toBe(false);
    }
    expect(unsealKeys(id, rows, keys.facilitate)).toEqual(keys);
    expect(unsealKeys(id, rows, keys.edit)).toBeNull();
    expect(linkForKey(rows, keys.view)?.role).toBe('view');
    expect(linkForKey(rows, hashSecret(keys.view))).toBeNull();
  });
});

describe('networks', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('names', () => {
  it('are free, and never longer than allowed, however many have the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.integer({ min: 2, max: 30 }),
        (name, people) => {
          const board = live();
          for (let i = 0; i < people; i++) board.participants.push(newParticipant(board, name, 'edit', 0).participant);
          const names = board.participants.map((participant) => participant.name.toLowerCase());
          expect(new Set(names).size).toBe(people);
        },
      ),
      { numRuns: 50 },
    );
    const board = live();
    const long = 'x'.repeat(limits.nameCharsMax);
    for (let i = 0; i < 3; i++) board.participants.push(newParticipant(board, long, 'edit', 0).participant);
    expect(board.participants.map(({ name }) => name.length)).toEqual([40, 40, 40]);
  });

  it('twelve people have twelve colours', () => {
    expect(new Set(personColors).size).toBe(12);
    for (const color of personColors) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('the limit of tries', () => {
  it('lets a burst through, then as many as the clock gives back, for each address alone', () => {
    let now = 0;
    const limit = createRateLimit({ burst: 2, perSecond: 1 }, () => now);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([true, true, false, true]);
    now = 1_000;
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
  });
});
