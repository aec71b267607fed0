// Makes ids and secrets, hashes them, and seals link secrets so that only the facilitate secret opens them.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  boardIdSchema,
  type BoardId,
  type ParticipantId,
  participantIdSchema,
} from '@commonboard/shared/protocol/ids.ts';

const sealInfo = 'commonboard link secrets, version 1';
const ivBytes = 12;
const tagBytes = 16;

/** 128 random bits as 22 characters of base64url. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

export function newBoardId(): BoardId {
  return boardIdSchema.parse(randomBytes(12).toString('base64url'));
}

export function newParticipantId(): ParticipantId {
  return participantIdSchema.parse(`p${randomBytes(12).toString('base64url')}`);
}

/** SHA-256 as hex. Enough for 128 random bits; it would not be for a passcode. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes as long for a near miss as for a far one. Both are SHA-256 in hex. */
export function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

/** AES-256-GCM under a key derived from the facilitate secret: iv, tag, ciphertext. */
export function sealSecret(secret: string, facilitateSecret: string, board: BoardId): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealKey(facilitateSecret, board), iv);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/** Throws when the facilitate secret is another one or the bytes were changed. */
export function openSealed(sealed: Uint8Array, facilitateSecret: string, board: BoardId): string {
  const decipher = createDecipheriv('aes-256-gcm', sealKey(facilitateSecret, board), sealed.subarray(0, ivBytes));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
}

function sealKey(facilitateSecret: string, board: BoardId): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', facilitateSecret, board, sealInfo, 32));
}
