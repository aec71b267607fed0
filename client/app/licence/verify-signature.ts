// Is this signature tldraw's? Asked only where a key is needed, which is where the browser has crypto.subtle.
import { tldrawPublicKey } from './tldraw-facts.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: { name: 'SHA-256' } };

export async function verifySignature(
  payload: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const spki = Uint8Array.from(atob(tldrawPublicKey), (character) => character.charCodeAt(0));
    const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, signature, payload);
  } catch {
    // No crypto here, or a signature that is not one: tldraw refuses both.
    return false;
  }
}
