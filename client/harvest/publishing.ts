// One publication after another: what goes on, how to stop it, and what came of it.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import type { HarvestStore } from './harvest-store.ts';
import type { WithToken } from './open-harvest.ts';

export type HarvestPreview = RouteResponse<'previewHarvest'>;

export interface ZoneDrawing {
  /** `bare`: without uploaded pictures, where there are any and they are not passed on. */
  pictures: readonly { zone: string; png: string; bare?: string }[];
  /** Sentences: which zones are not drawn, and why. */
  missing: readonly string[];
}

export interface DrawHow {
  onProgress: (done: number, count: number) => void;
  signal: AbortSignal;
  /** Whether uploaded pictures are passed on. */
  uploads: boolean;
}

/** What the harvest needs of the rest of the page. */
export interface HarvestPorts {
  boardId: BoardId;
  store: HarvestStore;
  withToken: WithToken;
  /** All zones; rejects with the signal's reason when it is cancelled. */
  drawZones: (how: DrawHow) => Promise<ZoneDrawing>;
}

export interface Publishing {
  /** What goes on; null while nothing does. */
  step: { words: string; mayCancel: boolean } | null;
  /** What came of the last one, where that has to be said. */
  said: string | null;
  preview: (edit: HarvestEdit) => Promise<HarvestPreview | null>;
  publish: (edit: HarvestEdit) => Promise<void>;
  takeBack: () => Promise<void>;
  cancel: () => void;
}

export function usePublishing({ boardId, store, withToken, drawZones }: HarvestPorts): Publishing {
  const [step, setStep] = useState<Publishing['step']>(null);
  const [said, setSaid] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const params = { id: boardId };
  useEffect(() => () => running.current?.abort(), []);

  /** Null where it did not come about; why is said. */
  async function run<Made>(what: string, work: (signal: AbortSignal) => Promise<Made>): Promise<Made | null> {
    const controller = new AbortController();
    running.current = controller;
    setSaid(null);
    setStep({ words: what, mayCancel: false });
    try {
      return await work(controller.signal);
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'moved-on';
      if (isStale) await store.refresh().catch(() => undefined);
      setSaid(controller.signal.aborted ? t('harvest.cancelled') : isStale ? t('harvest.stale') : errorText(error));
      return null;
    } finally {
      setStep(null);
    }
  }

  async function keep(edit: HarvestEdit): Promise<number> {
    const view = store.view();
    const revision = view?.revision ?? 0;
    if (JSON.stringify(view?.leads?.edit) === JSON.stringify(edit)) return revision;
    const answer = await withToken((token) => call('editHarvest', { params, token, body: { revision, edit } }));
    store.answered(answer);
    return answer.revision;
  }

  return {
    step,
    said,
    preview: (edit) =>
      run(t('harvest.preview.busy'), async (signal) => {
        await keep(edit);
        return withToken((token) => call('previewHarvest', { params, token, signal }));
      }),
    publish: async (edit) => {
      await run(t('harvest.busy.server'), async (signal) => {
        const revision = await keep(edit);
        const onProgress = (done: number, count: number): void =>
          setStep({ words: t('harvest.busy.pictures', { done, count }), mayCancel: true });
        const { pictures, missing } = await drawZones({ onProgress, signal, uploads: edit.uploads });
        // From here on it cannot be stopped, only taken back.
        setStep({ words: t('harvest.busy.server'), mayCancel: false });
        const body = { revision, pictures: [...pictures], missing: missing.slice(0, limits.missingSentencesMax) };
        store.answered(await withToken((token) => call('publishHarvest', { params, token, body })));
      });
    },
    takeBack: async () => {
      await run(t('harvest.busy.server'), async () => {
        store.answered(await withToken((token) => call('takeBackHarvest', { params, token })));
      });
    },
    cancel: () => running.current?.abort(),
  };
}
