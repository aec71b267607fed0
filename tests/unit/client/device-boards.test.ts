// What a device remembers of boards: bounded, readable after damage, and never in the way when storage fails.
import { strongestRole, withKey, type DeviceBoard } from '@commonboard/client/app/device/device-board.ts';
import { makeDeviceBoards, thumbnailCharsMax, type Shelf } from '@commonboard/client/app/device/device-boards.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { describe, expect, it, vi } from 'vitest';

const idOf = (number: number) => boardIdSchema.parse(`b${String(number).padStart(15, '0')}`);
const boardOf = (number: number, more: Partial<DeviceBoard> = {}): DeviceBoard => ({
  id: idOf(number),
  title: `Board ${number}`,
  keys: { edit: 'k'.repeat(22) },
  lastOpened: number,
  ...more,
});
const picture = 'data:image/png;base64,AAAA';

function memory(entries = new Map<string, string>()): Shelf {
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

describe('the boards of a device', () => {
  it('come back, last opened first', () => {
    const shelf = memory();
    const boards = makeDeviceBoards(shelf);
    boards.remember(boardOf(1));
    boards.remember(boardOf(3));
    boards.remember(boardOf(2));
    expect(makeDeviceBoards(shelf).list()).toEqual([boardOf(3), boardOf(2), boardOf(1)]);
  });

  it('are renewed, not doubled', () => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1));
    boards.remember(boardOf(1, { title: 'New', keys: { view: 'v'.repeat(22) } }));
    boards.rename(idOf(1), 'Newer');
    expect(boards.list()).toEqual([boardOf(1, { title: 'Newer', keys: { view: 'v'.repeat(22) } })]);
  });

  it('are the same array until something changes, for React', () => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1));
    expect(boards.list()).toBe(boards.list());
  });

  it('are at most 60; the longest unopened goes, and its picture with it', () => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1));
    boards.setThumbnail(idOf(1), picture);
    for (let number = 2; number <= 61; number++) boards.remember(boardOf(number));
    expect(boards.list()).toHaveLength(60);
    expect(boards.get(idOf(1))).toBeUndefined();
    expect(boards.thumbnail(idOf(1))).toBeNull();
  });

  it('tell of each that leaves the list, forgotten or crowded out, so that its copy can go too', () => {
    const dropped: string[] = [];
    const boards = makeDeviceBoards(memory(), ({ id }) => dropped.push(id));
    for (let number = 1; number <= 61; number++) boards.remember(boardOf(number));
    expect(dropped).toEqual([idOf(1)]);
    boards.forget(idOf(5));
    expect(dropped).toEqual([idOf(1), idOf(5)]);
  });

  it('that this device facilitates outlive others', () => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1, { keys: { facilitate: 'f'.repeat(22) } }));
    for (let number = 2; number <= 80; number++) boards.remember(boardOf(number));
    expect(boards.get(idOf(1))).toBeDefined();
    expect(boards.get(idOf(80))).toBeDefined();
    expect(boards.list()).toHaveLength(60);
  });

  it('are forgotten with their picture; the last one takes the name along', () => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1));
    boards.setThumbnail(idOf(1), picture);
    boards.setLastName('Ana');
    boards.forget(idOf(1));
    expect([boards.list(), boards.thumbnail(idOf(1)), boards.lastName()]).toEqual([[], null, '']);
  });

  it('tell of each change', () => {
    const boards = makeDeviceBoards(memory());
    const changed = vi.fn<() => void>();
    const stop = boards.onChange(changed);
    boards.remember(boardOf(1));
    stop();
    boards.forget(idOf(1));
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('damaged storage', () => {
  it.each(['', '{', 'null', '{"a":1}', '"text"', '[1,null,{"id":"x"}]'])('%j reads as no boards', (text) => {
    const boards = makeDeviceBoards(memory(new Map([['commonboard.boards.v1', text]])));
    expect(boards.list()).toEqual([]);
    boards.remember(boardOf(1));
    expect(boards.list()).toEqual([boardOf(1)]);
  });

  it('costs only the entries that are damaged', () => {
    const text = JSON.stringify([boardOf(2), boardOf(1, { keys: { edit: 'short' } }), boardOf(3, { keys: {} })]);
    expect(makeDeviceBoards(memory(new Map([['commonboard.boards.v1', text]]))).list()).toEqual([boardOf(2)]);
  });
});

describe('the form of the first version', () => {
  const first = { id: idOf(1), title: 'Old', resume: 'r'.repeat(22), name: 'Ana', lastOpened: 1 };
  const read = (entry: object) =>
    makeDeviceBoards(memory(new Map([['commonboard.boards.v1', JSON.stringify([entry])]]))).list();

  it('is read with the right it had', () => {
    expect(read({ ...first, role: 'edit', key: 'e'.repeat(22) })).toEqual([
      { ...first, keys: { edit: 'e'.repeat(22) } },
    ]);
  });

  it('is read with the facilitator right that it kept aside', () => {
    const boards = read({ ...first, role: 'view', key: 'v'.repeat(22), facilitateKey: 'f'.repeat(22) });
    expect(boards).toEqual([{ ...first, keys: { facilitate: 'f'.repeat(22), view: 'v'.repeat(22) } }]);
    expect(boards.map(strongestRole)).toEqual(['facilitate']);
  });
});

it('a key is kept under one role: the one the server says it is of', () => {
  expect(withKey({ edit: 'k', view: 'v' }, 'view', 'k')).toEqual({ view: 'k' });
  expect(withKey({ edit: 'k' }, 'view', 'v')).toEqual({ edit: 'k', view: 'v' });
});

describe('pictures', () => {
  it.each([
    ['an address elsewhere', 'https://example.org/a.png'],
    ['a program', 'data:text/html;base64,AAAA'],
    ['a drawing', 'data:image/svg+xml;base64,AAAA'],
    ['too large a picture', picture + 'A'.repeat(thumbnailCharsMax)],
  ])('never hold %s', (_, dataUrl) => {
    const boards = makeDeviceBoards(memory());
    boards.remember(boardOf(1));
    boards.setThumbnail(idOf(1), dataUrl);
    expect(boards.thumbnail(idOf(1))).toBeNull();
  });

  it('of unknown boards are not kept', () => {
    const boards = makeDeviceBoards(memory());
    boards.setThumbnail(idOf(1), picture);
    expect(boards.thumbnail(idOf(1))).toBeNull();
  });

  it('give way to the list when storage is full', () => {
    const entries = new Map<string, string>();
    const shelf = memory(entries);
    const size = (): number => [...entries].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    const full: Shelf = {
      ...shelf,
      setItem(key, value) {
        const before = entries.get(key);
        entries.set(key, value);
        if (size() <= 1_400) return;
        if (before === undefined) entries.delete(key);
        else entries.set(key, before);
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const boards = makeDeviceBoards(full);
    for (let number = 1; number <= 6; number++) {
      boards.remember(boardOf(number));
      boards.setThumbnail(idOf(number), picture + 'A'.repeat(400));
    }
    expect(boards.list().map(({ id }) => id)).toContain(idOf(6));
    expect(boards.list()).toHaveLength(6);
  });
});

it('storage that is forbidden throws nothing at a person', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const boards = makeDeviceBoards({ getItem: refuse, setItem: refuse, removeItem: refuse });
  boards.remember(boardOf(1));
  boards.setLastName('Ana');
  boards.forget(idOf(1));
  expect([boards.list(), boards.lastName(), boards.thumbnail(idOf(1))]).toEqual([[], '', null]);
});
