// Codes that people say to each other or write down: the short one for a room, and the one that brings a board back.
import { randomInt } from 'node:crypto';
import { limits } from '@commonboard/shared/protocol/limits.ts';

/** Without 0, 1, I and O, which look alike: 32 signs, 5 bits each. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const groups = 5;
const groupChars = 4;

/** 100 random bits as five groups of four. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: groupChars }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** As it is hashed: however it was typed, with other strokes or none, in small letters. */
export function cleanRecoveryCode(typed: string): string {
  return `recovery ${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
}

/** Digits: they are on every keyboard, and everybody can say them. */
export function newShortCode(): string {
  return Array.from({ length: limits.shortCodeDigits }, () => randomInt(10)).join('');
}

/** As it is hashed. Any script's digits count; spaces and strokes do not. */
export function cleanShortCode(typed: string): string {
  return `short ${typed.normalize('NFKC').replace(/[^0-9]/g, '')}`;
}
