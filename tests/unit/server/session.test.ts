// One socket's life with a clock in the hand: signs of life, silence, falling behind.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { encodeSettled } from '@commonboard/shared/protocol/settled.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { grantOf } from '../../support/grants.ts';

const grant = grantOf(boardIdSchema.parse('AAAAAAAAAAAAAAAA'), participantIdSchema.parse('pAAAAAAAAAAAAAAAA'));

let now = 0;
const socket = { send: vi.fn(), ping: vi.fn(), close: vi.fn(), terminate: vi.fn(), backlogBytes: 0 };
let session: Session;
beforeEach(() => {
  now = 0;
  socket.backlogBytes = 0;
  vi.useFakeTimers();
  session = new Session(socket, grant, true, () => now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

describe('silence', () => {
  it('[R28] a client that gives no sign of life is cut off, one that answers pings is not', () => {
    for (now = 0; now <= limits.socketSilentMs; now += 5_000) session.beat();
    expect(socket.ping).toHaveBeenCalled();
    expect(socket.terminate).not.toHaveBeenCalled();
    session.heard();
    now += limits.socketSilentMs;
    session.beat();
    expect(socket.terminate).not.toHaveBeenCalled();
    now += 1;
    session.beat();
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it('[R28] some message goes out at least every 20 s, and none beside others', () => {
    for (now = 5_000; now < limits.keepAliveMs; now += 5_000) session.beat();
    expect(socket.send).toHaveBeenCalledOnce();
    expect(socket.send).toHaveBeenCalledWith(new Uint8Array([1, 1, 0]));
  });
});

describe('sending', () => {
  it('[R30] a reader too far behind is closed with 1013 and hears nothing more', () => {
    socket.backlogBytes = limits.sendBacklogBytesMax + 1;
    session.send(new Uint8Array([1]));
    expect(socket.send).not.toHaveBeenCalled();
    expect(socket.close).toHaveBeenCalledWith(closeCodes.tryLater, expect.stringMatching(/./));
    socket.backlogBytes = 0;
    session.send(new Uint8Array([1]));
    expect(socket.send).not.toHaveBeenCalled();
  });

  it('[R30] a peer that does not answer the close is cut off', () => {
    session.close(closeCodes.gone, 'x');
    expect(socket.terminate).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it('[R17] what one commit settles is said once', async () => {
    const frames = [session.nextFrame(), session.nextFrame(), session.nextFrame()];
    for (const frame of frames) session.settled(frame);
    await Promise.resolve();
    expect(socket.send.mock.calls).toEqual([[encodeSettled(3)]]);
  });
});
