// What went wrong, in a sentence: our own words for a code we know, else the server's.
import type { ErrorCode } from '@commonboard/shared/protocol/errors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { catalogue, type MessageKey } from './catalogue.ts';
import { fill, t } from './t.ts';

type KnownCode = ErrorCode | 'offline' | 'unreadable';

const keys = {
  'bad-request': 'errors.bad-request',
  'bad-name': 'errors.bad-name',
  'bad-title': 'errors.bad-title',
  'bad-version-name': 'errors.bad-version-name',
  'bad-passcode': 'errors.bad-passcode',
  'bad-template': 'errors.bad-template',
  'large-group': 'errors.large-group',
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
  'made-by-others': 'errors.made-by-others',
  'others-note': 'errors.others-note',
  locked: 'errors.locked',
  'not-found': 'errors.not-found',
  'no-person': 'errors.no-person',
  'link-off': 'errors.link-off',
  yourself: 'errors.yourself',
  'person-banned': 'errors.person-banned',
  'person-not-asked': 'errors.person-not-asked',
  'board-full': 'errors.board-full',
  'board-large': 'errors.board-large',
  'note-gone': 'errors.note-gone',
  'no-zone': 'errors.no-zone',
  'too-large': 'errors.too-large',
  'large-picture': 'errors.large-picture',
  'pictures-full': 'errors.pictures-full',
  'unsupported-image': 'errors.unsupported-image',
  'no-version': 'errors.no-version',
  damaged: 'errors.damaged',
  'no-room': 'errors.no-room',
  'moved-on': 'errors.moved-on',
  'not-now': 'errors.not-now',
  'not-yours': 'errors.not-yours',
  'too-old': 'errors.too-old',
  'too-many': 'errors.too-many',
  internal: 'errors.internal',
  'not-saving': 'errors.not-saving',
  restarting: 'errors.restarting',
  offline: 'errors.offline',
  unreadable: 'errors.unreadable',
} as const satisfies Record<KnownCode, MessageKey>;

/** What the sentences leave open. */
const numbers = {
  nameChars: limits.nameCharsMax,
  titleChars: limits.titleCharsMax,
  versionNameChars: limits.versionNameCharsMax,
  passcodeCharsMin: limits.passcodeCharsMin,
  passcodeCharsMax: limits.passcodeCharsMax,
  people: limits.participantsPerBoardMax,
  pictures: limits.assetsPerBoardMax,
  picturesMb: limits.assetBytesPerBoardMax / 2 ** 20,
  pictureMb: limits.imageBytesMax / 2 ** 20,
  megapixels: limits.imagePixelsMax / 1e6,
};

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(keys, code);
}

/** Takes whatever was thrown: an error with a `code` of the server or the connection, or anything else. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return t('errors.unknown');
  return isKnown(error.code) ? fill(catalogue[keys[error.code]], numbers) : error.message;
}
