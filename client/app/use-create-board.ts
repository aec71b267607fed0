// Makes a board and goes there. The title comes from the template and can be changed later.
import { useState } from 'react';
import type { CreatedBoard, RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { ApiError, call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { locale } from '../ui/messages/locale.ts';
import { showToast } from '../ui/toast-list.ts';
import { createKeyBody, keepCreateKey } from './device/create-key.ts';
import { keepRecoveryCode } from './recovery-codes.ts';
import { goTo } from './router.ts';
import { thisDevice } from './device/this-device.ts';

export interface CreateBoard {
  /** What is being made: a template's id, `file` or `blank`. */
  creating: string | null;
  /** Blank where nothing is said. */
  create: (wish?: Omit<RouteBody<'createBoard'>, 'locale'>) => Promise<void>;
  /** Does once more what the server refused without its key; null where it was not asked for. Rejects with an ApiError. */
  onCreateKey: ((createKey: string) => Promise<void>) | null;
  dropWish: () => void;
  /** Gives what is wrong with the file, in sentences; none where a board was made. */
  createFromFile: (templateFile: string) => Promise<readonly string[]>;
}

export function useCreateBoard(): CreateBoard {
  const [creating, setCreating] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ what: string; body: RouteBody<'createBoard'> } | null>(null);
  async function make(what: string, body: RouteBody<'createBoard'>): Promise<void> {
    if (creating !== null) return;
    setCreating(what);
    try {
      const board = await call('createBoard', { body: { ...body, ...createKeyBody() } });
      rememberCreated(board);
      goTo(`/b/${board.id}`, board.keys.facilitate);
    } catch (error) {
      setCreating(null);
      if (isAboutKey(error)) setRefused({ what, body });
      throw error;
    }
  }
  return {
    creating,
    create: (wish = {}) =>
      make(wish.template ?? 'blank', { ...wish, locale }).catch((error: unknown) => {
        // The question for the key stands in its place.
        if (!isAboutKey(error)) showToast('trouble', errorText(error));
      }),
    onCreateKey:
      refused &&
      (async (createKey) => {
        keepCreateKey(createKey);
        await make(refused.what, refused.body);
      }),
    dropWish: () => setRefused(null),
    createFromFile: (templateFile) =>
      make('file', { templateFile, locale }).then(
        () => [],
        (error: unknown) => problemsIn(error),
      ),
  };
}

function isAboutKey(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'create-key';
}

/** The server says them one a line. */
function problemsIn(error: unknown): readonly string[] {
  const isAboutFile = error instanceof ApiError && error.code === 'bad-template';
  return isAboutFile ? error.message.split('\n') : [errorText(error)];
}

/** The facilitate secret is shown once by the server: this device keeps it from the first moment. */
export function rememberCreated({ id, title, keys, recoveryCode }: CreatedBoard): void {
  keepRecoveryCode(id, recoveryCode);
  thisDevice.remember({
    id,
    title,
    keys: { facilitate: keys.facilitate },
    lastOpened: Date.now(),
  });
}
