// A WebSocket that tells when an update-carrying frame (update, or step 2) leaves, so that message 64 can be matched to it.
import { messageTypes, syncTypes } from '@commonboard/shared/protocol/message-types.ts';

export function frameWatchingSocket(onUpdateFrame: (kind: 'step2' | 'update') => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | Blob | BufferSource): void {
      // Counted first: the answer must never be able to come before the count.
      const kind = data instanceof Uint8Array ? updateKind(data) : null;
      if (kind) onUpdateFrame(kind);
      super.send(data);
    }
  };
}

function updateKind(frame: Uint8Array): 'step2' | 'update' | null {
  if (frame[0] !== messageTypes.sync) return null;
  if (frame[1] === syncTypes.step2) return 'step2';
  return frame[1] === syncTypes.update ? 'update' : null;
}
