// The template that a board was made from, fetched once somebody wants to see it.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { useEffect, useState } from 'react';
import { call } from '../../sync/api.ts';
import type { BoardAccess } from '../board-access.ts';

export interface BoardTemplate {
  /** Null for a board without one; undefined until it is here. */
  template: Template | null | undefined;
  /** It could not be fetched. Wanted anew, it is asked for again. */
  isMissing: boolean;
}

export function useBoardTemplate(
  { id, template }: Joined,
  withToken: BoardAccess['withToken'] | undefined,
  isWanted: boolean,
): BoardTemplate {
  const [found, setFound] = useState<Template | null | undefined>(template === null ? null : undefined);
  const [isMissing, setMissing] = useState(false);
  const isAsked = isWanted && found === undefined;
  useEffect(() => {
    if (!isAsked || !withToken) return;
    setMissing(false);
    withToken((token) => call('boardTemplate', { params: { id }, token })).then(
      (answer) => setFound(answer.template),
      () => setMissing(true),
    );
  }, [id, withToken, isAsked]);
  return { template: found, isMissing };
}
