// What went wrong, in a sentence: our own words for a code we know, else the server's.
import type { ErrorCode } from '@commonboard/shared/protocol/errors.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

type KnownCode = ErrorCode | 'offline' | 'unreadable';

const keys = {
  'bad-request': 'errors.bad-request',
  'bad-name': 'errors.bad-name',
  unauthorised: 'errors.unauthorised',
  forbidden: 'errors.forbidden',
  revoked: 'errors.revoked',
  'sent-away': 'errors.sent-away',
  banned: 'errors.banned',
  waiting: 'errors.waiting',
  paused: 'errors.paused',
  'passcode-needed': 'errors.passcode-needed',
  'passcode-wrong': 'errors.passcode-wrong',
  'create-key': 'errors.create-key',
  'not-found': 'errors.not-found',
  'too-large': 'errors.too-large',
  'unsupported-image': 'errors.unsupported-image',
  'no-version': 'errors.no-version',
  damaged: 'errors.damaged',
  'no-room': 'errors.no-room',
  'too-old': 'errors.too-old',
  'too-many': 'errors.too-many',
  internal: 'errors.internal',
  'not-saving': 'errors.not-saving',
  offline: 'errors.offline',
  unreadable: 'errors.unreadable',
} as const satisfies Record<KnownCode, MessageKey>;

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(keys, code);
}

/** Takes whatever was thrown: an error with a `code` of the server or the connection, or anything else. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return t('errors.unknown');
  return isKnown(error.code) ? t(keys[error.code]) : error.message;
}
