// One publication after another: what goes on, how to stop it, and what came of it.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { HarvestStore } from './harvest-store.ts';

export type HarvestPreview = RouteResponse<'previewHarvest'>;

export interface ZoneDrawing {
  /** `shows`: what was drawn. `bare`: without uploaded pictures, where there are any and they are not passed on. */
  pictures: readonly { zone: string; shows: string; png: string; bare?: string }[];
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
  /** All zones, without examples; rejects with the signal's reason when it is cancelled. */
  drawZones: (how: DrawHow) => Promise<ZoneDrawing>;
}

/** What somebody sets up, and the revision they began from. */
export interface HarvestDraft {
  edit: HarvestEdit;
  revision: number;
}

export interface Publishing {
  /** What goes on; null while nothing does. */
  step: { words: string; mayCancel: boolean } | null;
  /** What came of the last one. */
  said: string | null;
  preview: (draft: HarvestDraft) => Promise<HarvestPreview | null>;
  publish: (draft: HarvestDraft) => Promise<void>;
  takeBack: () => Promise<void>;
  cancel: () => void;
}

interface Running {
  controller: AbortController;
  /** Under which the server makes it; null as long as it does not. */
  revision: number | null;
}

/** `onKept`: the draft is stored. `onStale`: somebody else has stored another since it was begun. */
export function usePublishing(
  ports: HarvestPorts,
  { onKept, onStale }: { onKept: () => void; onStale: () => void },
): Publishing {
  const { boardId, store, withToken, drawZones } = ports;
  const [step, setStep] = useState<Publishing['step']>(null);
  const [said, setSaid] = useState<string | null>(null);
  const running = useRef<Running | null>(null);
  const isGone = useRef(false);
  const params = { id: boardId };
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.controller.abort();
    };
  }, []);

  /** Null where it did not come about; why is said. */
  async function run<Made>(words: string, done: string | null, work: (now: Running) => Promise<Made>) {
    const now: Running = { controller: new AbortController(), revision: null };
    running.current = now;
    setSaid(null);
    setStep({ words, mayCancel: true });
    try {
      const made = await work(now);
      setSaid(done);
      return made;
    } catch (error) {
      if (!now.controller.signal.aborted) await sayWhy(error);
      else {
        if (now.revision !== null) setStep({ words: t('harvest.cancelling'), mayCancel: false });
        say(await endAtServer(ports, now));
      }
      return null;
    } finally {
      running.current = null;
      setStep(null);
    }
  }

  async function sayWhy(why: unknown): Promise<void> {
    const isStale = why instanceof ApiError && why.code === 'moved-on';
    if (isStale) await store.refresh().catch(() => undefined);
    if (isStale) onStale();
    say(isStale ? t('harvest.stale') : errorText(why));
  }

  function say(text: string): void {
    if (isGone.current) showToast('done', text);
    else setSaid(text);
  }

  return {
    step,
    said,
    preview: (draft) =>
      run(t('harvest.preview.busy'), null, async (now) => {
        const { signal } = now.controller;
        const revision = await keep(ports, draft);
        onKept();
        signal.throwIfAborted();
        now.revision = revision;
        return withToken((token) => call('previewHarvest', { params, token, signal, isMade: true }));
      }),
    publish: async (draft) => {
      await run(t('harvest.busy.server'), t('harvest.published'), async (now) => {
        const { signal } = now.controller;
        const revision = await keep(ports, draft);
        onKept();
        const onProgress = (done: number, count: number): void =>
          setStep({ words: t('harvest.busy.pictures', { done, count }), mayCancel: true });
        const { pictures, missing } = await drawZones({ onProgress, signal, uploads: draft.edit.uploads });
        signal.throwIfAborted();
        now.revision = revision;
        setStep({ words: t('harvest.busy.server'), mayCancel: true });
        const body = {
          revision,
          pictures: [...pictures],
          missing: missing.slice(0, limits.missingSentencesMax),
          withoutExamples: true,
        };
        const made = (token: string) => call('publishHarvest', { params, token, body, signal, isMade: true });
        store.answered(await withToken(made));
      });
    },
    takeBack: async () => {
      await run(t('harvest.taking-back'), t('harvest.taken-back'), async () => {
        setStep({ words: t('harvest.taking-back'), mayCancel: false });
        store.answered(await withToken((token) => call('takeBackHarvest', { params, token })));
      });
    },
    cancel: () => running.current?.controller.abort(),
  };
}

/** What the server has begun it ends too. Says whether that was in time. */
async function endAtServer({ boardId: id, store, withToken }: HarvestPorts, { revision }: Running): Promise<string> {
  const before = store.view()?.published?.at;
  if (revision === null) return cancelledText(before !== undefined);
  try {
    const answer = await withToken((token) => call('cancelHarvest', { params: { id }, token, body: { revision } }));
    store.answered(answer);
    const after = answer.published?.at;
    return after === before ? cancelledText(after !== undefined) : t('harvest.cancelled.late');
  } catch {
    // Whether it is out the next news from the server tells.
    return t('harvest.cancelled.unsure');
  }
}

function cancelledText(isPublished: boolean): string {
  return isPublished ? t('harvest.cancelled.before') : t('harvest.cancelled');
}

/** The revision under which what is set up is stored. */
async function keep(
  { boardId: id, store, withToken }: HarvestPorts,
  { edit, revision }: HarvestDraft,
): Promise<number> {
  const view = store.view();
  if (view && JSON.stringify(view.leads?.edit) === JSON.stringify(edit)) return view.revision;
  const body = { revision, edit };
  const answer = await withToken((token) => call('editHarvest', { params: { id }, token, body }));
  store.answered(answer);
  return answer.revision;
}
