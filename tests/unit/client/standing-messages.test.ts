// Messages that wait for somebody to act, while what they are about goes on.
import { beforeEach, expect, it } from 'vitest';
import type { BoardAccess } from '@commonboard/client/app/board-access.ts';
import { tellRemoved } from '@commonboard/client/app/live/many-removed.ts';
import { tellWaiting } from '@commonboard/client/app/room/tell-waiting.ts';
import { aboutBringing, firstPlace } from '@commonboard/client/session/first-place.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { closeToast, closeToastAbout, currentToasts, showToast } from '@commonboard/client/ui/toast-list.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';

const texts = () => currentToasts().map(({ text }) => text);
const nothing = () => undefined;

beforeEach(() => {
  for (const { id } of currentToasts()) closeToast(id);
});

it('how many wait is said again where more wait, and put right where fewer do', () => {
  tellWaiting(0, 0, nothing);
  tellWaiting(3, 1, nothing);
  expect(texts()).toEqual([]);
  tellWaiting(0, 3, nothing);
  tellWaiting(3, 1, nothing);
  expect(texts()).toEqual([t('access.waiting', { count: 1 })]);
});

it('what could not be brought back can be tried again, unless a longer list has come meanwhile', async () => {
  const board = boardIdSchema.parse('A'.repeat(16));
  const participant = participantIdSchema.parse(`p${'A'.repeat(16)}`);
  let fail: (error: Error) => void = nothing;
  const withToken = () => new Promise<never>((_, reject) => (fail = reject));
  const access = { withToken } as unknown as BoardAccess;
  const news = (count: number) => ({
    type: 'removed' as const,
    participant,
    name: 'Ada',
    ids: Array.from({ length: count }, (_, i) => `${i}`),
  });
  const said = (count: number) => t('session.removed', { name: 'Ada', count });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const press = () => {
    const toast = currentToasts().find(({ actions }) => actions.length > 0);
    closeToast(toast?.id ?? 0);
    toast?.actions[0]?.onAct();
  };
  tellRemoved(board, access, news(20));
  press();
  fail(new Error('away'));
  await settled();
  expect(texts()).toContain(said(20));
  press();
  tellRemoved(board, access, news(30));
  fail(new Error('away'));
  await settled();
  expect(texts()).toContain(said(30));
  expect(texts()).not.toContain(said(20));
});

it('who is brought on twice goes back to where they were first, and once back from where they are then', () => {
  let x = 1;
  const editor = { getCurrentPageId: () => 'page:a', getCamera: () => ({ x, y: 0, z: 1 }) } as unknown as Parameters<
    typeof firstPlace
  >[0];
  const bring = () => {
    const place = firstPlace(editor);
    showToast('done', 'Brought', [], aboutBringing);
    x += 1;
    return place.camera.x;
  };
  expect([bring(), bring(), bring()]).toEqual([1, 1, 1]);
  closeToastAbout(aboutBringing);
  expect(bring()).toBe(4);
});
