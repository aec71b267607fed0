// Messages at the foot of the page: few at a time, and what is about the same is one.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  closeToast,
  closeToastAbout,
  currentToasts,
  isToastShown,
  showToast,
} from '@commonboard/client/ui/toast-list.ts';

const texts = () => currentToasts().map(({ text }) => text);
const act = [{ label: 'Show', onAct: () => undefined }];

describe('messages', () => {
  beforeEach(() => {
    for (const { id } of currentToasts()) closeToast(id);
  });

  it('about the same take each other’s place, and push nothing else away', () => {
    showToast('trouble', 'Not saved');
    for (const name of ['Ada', 'Ben', 'Cem', 'Dia']) showToast('done', `${name} mentioned you`, act, 'mentions');
    expect(texts()).toEqual(['Not saved', 'Dia mentioned you']);
    expect(isToastShown('mentions')).toBe(true);
    closeToastAbout('mentions');
    expect(isToastShown('mentions')).toBe(false);
    expect(texts()).toEqual(['Not saved']);
  });

  it('with the same words are one, unless something can be done in them', () => {
    for (const _ of [1, 2]) showToast('done', 'Copied');
    for (const _ of [1, 2]) showToast('done', 'Ada removed three notes', act);
    expect(texts()).toEqual(['Copied', 'Ada removed three notes', 'Ada removed three notes']);
  });

  it('are three at most, the newest', () => {
    for (const text of ['a', 'b', 'c', 'd']) showToast('done', text);
    expect(texts()).toEqual(['b', 'c', 'd']);
  });
});
