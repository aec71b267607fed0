// What every Bus promises. Run against each adapter by bus.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Bus, BusChannel, BusEvent, ServersEvent } from '@commonboard/server/scale-out/bus.ts';

export interface BusUnderTest {
  /** Two servers on one bus; an adapter in one process may give the same twice. */
  buses: [Bus, Bus];
  stop(): Promise<void>;
}

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
const update = (byte: number): BusEvent => ({ kind: 'update', update: new Uint8Array([byte]) });

export function busContract(name: string, start: () => Promise<BusUnderTest>): void {
  describe(`the bus ${name}`, () => {
    let tested: BusUnderTest;
    const channels: BusChannel[] = [];
    beforeEach(async () => {
      tested = await start();
    });
    afterEach(async () => {
      for (const channel of channels.splice(0)) channel.leave();
      await tested.stop();
    });
    const join = (server: 0 | 1, board = id): { channel: BusChannel; heard: BusEvent[] } => {
      const heard: BusEvent[] = [];
      const channel = tested.buses[server].join(board, (event) => heard.push(event));
      channels.push(channel);
      return { channel, heard };
    };
    const hears = (heard: BusEvent[], wanted: BusEvent[]) => vi.waitFor(() => expect(heard).toEqual(wanted));

    it('tells all others and never oneself', async () => {
      const [a, b, c] = [join(0), join(1), join(1)];
      a.channel.publish(update(1));
      await hears(b.heard, [update(1)]);
      await hears(c.heard, [update(1)]);
      b.channel.publish(update(2));
      await hears(a.heard, [update(2)]);
      await hears(c.heard, [update(1), update(2)]);
      expect(b.heard).toEqual([update(1)]);
    });

    it('keeps the order of each sender', async () => {
      const [a, b] = [join(0), join(1)];
      const sent = Array.from({ length: 200 }, (_, i) => update(i));
      for (const event of sent) a.channel.publish(event);
      await vi.waitFor(() => expect(b.heard).toHaveLength(sent.length));
      expect(b.heard).toEqual(sent);
    });

    it('keeps boards apart', async () => {
      const [a, elsewhere, b] = [join(0), join(1, other), join(1)];
      a.channel.publish(update(1));
      await hears(b.heard, [update(1)]);
      expect(elsewhere.heard).toEqual([]);
    });

    it('tells all other servers, whatever boards they have open, in order and never oneself', async () => {
      const heard: ServersEvent[][] = [[], [], []];
      const [a, b, c] = ([0, 1, 1] as const).map((server, i) =>
        tested.buses[server].joinServers((event) => heard[i]?.push(event)),
      );
      const events: ServersEvent[] = [
        { kind: 'access', board: id, goesOn: null },
        {
          kind: 'access',
          board: other,
          goesOn: { participant: participantIdSchema.parse('p'.padEnd(17, '1')), from: 3 },
        },
      ];
      const room = join(1);
      for (const event of events) a?.publish(event);
      await vi.waitFor(() => expect(heard).toEqual([[], events, events]));
      expect(room.heard).toEqual([]);
      b?.leave();
      b?.leave();
      c?.publish({ kind: 'access', board: id, goesOn: null });
      await vi.waitFor(() => expect(heard[0]).toHaveLength(1));
      expect(heard.map(({ length }) => length)).toEqual([1, 2, 2]);
      a?.leave();
      c?.leave();
    });

    it('carries each kind of event as it is', async () => {
      const [a, b] = [join(0), join(1)];
      const events: BusEvent[] = [
        { kind: 'opened', stateVector: new Uint8Array([0]) },
        { kind: 'presence', entries: [{ clientId: 2 ** 32 - 1, clock: 7, state: '{"user":{"name":"Ö – ایک"}}' }] },
        { kind: 'presence', entries: [{ clientId: 1, clock: 8, state: null }] },
        { kind: 'update', update: new Uint8Array(100_000).fill(255) },
        { kind: 'deleted' },
      ];
      for (const event of events) a.channel.publish(event);
      await vi.waitFor(() => expect(b.heard).toHaveLength(events.length));
      expect(b.heard).toEqual(events);
    });

    it('tells nothing to who has left, and takes nothing from them to others', async () => {
      const [a, b, c] = [join(0), join(1), join(1)];
      b.channel.leave();
      b.channel.leave();
      a.channel.publish(update(1));
      await hears(c.heard, [update(1)]);
      expect(b.heard).toEqual([]);
    });

    it('goes on when somebody leaves, or joins, while being told', async () => {
      const a = join(0);
      const late: BusEvent[] = [];
      const leaving = tested.buses[1].join(id, () => {
        leaving.leave();
        channels.push(tested.buses[1].join(id, (event) => late.push(event)));
      });
      const b = join(1);
      a.channel.publish(update(1));
      await hears(b.heard, [update(1)]);
      a.channel.publish(update(2));
      await hears(b.heard, [update(1), update(2)]);
      await vi.waitFor(() => expect(late).toContainEqual(update(2)));
    });
  });
}
