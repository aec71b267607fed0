// What is published, one's own part of it, and whether one is named in it: asked for together, and anew after a change.
import { type AfterPage, afterPageSchema } from '@commonboard/shared/harvest/after-page-view.ts';
import type { OwnHarvest } from '@commonboard/shared/protocol/harvest-routes.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { routePath, routes } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useState } from 'react';
import { ApiError, call, callForFile, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';

export interface AfterAnswer {
  page: AfterPage;
  own: OwnHarvest;
  named: boolean;
  /** Of the publication. */
  revision: number;
}

interface AfterState {
  answer: AfterAnswer | null;
  /** What kept it from being shown. */
  error: string | null;
}

export function useAfterPage(id: BoardId, withToken: WithToken) {
  const [state, setState] = useState<AfterState>({ answer: null, error: null });
  useEffect(() => {
    let isOver = false;
    fetchAll(id, withToken).then(
      (answer) => isOver || setState({ answer, error: null }),
      (error: unknown) => isOver || setState({ answer: null, error: sentenceOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [id, withToken]);

  /** Says whether one is named. Rejects with an ApiError. */
  async function refresh(named: boolean): Promise<void> {
    await withToken((token) => call('agreeToBeNamed', { params: { id }, token, body: { named } }));
    const answer = await fetchAll(id, withToken).catch((error: unknown) => {
      setState({ answer: null, error: sentenceOf(error) });
      return null;
    });
    if (answer) setState({ answer, error: null });
  }
  return { ...state, refresh };
}

/** Opened by the board's cookie; another one after each change, so that no old picture stays. */
export function fileAddress(id: BoardId, file: string, revision: number): string {
  return `${routePath(routes.harvestFile.path, { id, file })}?${revision}`;
}

function fetchAll(id: BoardId, withToken: WithToken): Promise<AfterAnswer> {
  const params = { id };
  return withToken(async (token) => {
    const [{ revision, named }, own, file] = await Promise.all([
      call('harvest', { params, token }),
      call('ownHarvest', { params, token }),
      callForFile('harvestFile', { params: { ...params, file: 'after-page.json' }, token }),
    ]);
    const page = afterPageSchema.safeParse(JSON.parse(await file.text()));
    if (!page.success) throw new ApiError('unreadable', 'The after-page has another form.', 200);
    return { page: page.data, own, named, revision };
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof ApiError && error.code === 'not-found' ? t('after.gone') : errorText(error);
}
