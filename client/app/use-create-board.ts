// Makes a board and goes there. Nothing is asked beforehand: the title comes from the template and can be changed later.
import { useState } from 'react';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { locale } from '../ui/messages/locale.ts';
import { showToast } from '../ui/toast-list.ts';
import { goTo } from './router.ts';
import { thisDevice } from './this-device.ts';

export interface CreateBoard {
  /** What is being made: a template's id, or `blank`. */
  creating: string | null;
  create: (template: string | null) => Promise<void>;
}

export function useCreateBoard(): CreateBoard {
  const [creating, setCreating] = useState<string | null>(null);
  async function create(template: string | null): Promise<void> {
    if (creating !== null) return;
    setCreating(template ?? 'blank');
    try {
      const body = template === null ? { locale } : { template, locale };
      const board = await call('createBoard', { body });
      rememberCreated(board);
      goTo(`/b/${board.id}`, board.keys.facilitate);
    } catch (error) {
      showToast('trouble', errorText(error));
      setCreating(null);
    }
  }
  return { creating, create };
}

/** The facilitate secret is shown once by the server: this device keeps it from the first moment. */
export function rememberCreated({ id, title, keys }: CreatedBoard): void {
  thisDevice.remember({
    id,
    title,
    keys: { facilitate: keys.facilitate },
    lastOpened: Date.now(),
  });
}
