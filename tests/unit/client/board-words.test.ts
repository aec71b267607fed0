// Small things of the bar and the outline: save state in words, initials, ink, Markdown.
import { inOrder, type Person } from '@commonboard/client/board/person.ts';
import { saveWords, spokenState, type SaveState } from '@commonboard/client/board/save-state.ts';
import { outlineMarkdown } from '@commonboard/client/outline/outline-markdown.ts';
import { initialsOf, inkOn } from '@commonboard/client/ui/person-mark.ts';
import { fileNameFrom } from '@commonboard/client/ui/save-file.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { expect, describe, it } from 'vitest';

describe('the save state', () => {
  const states: SaveState[] = [
    { kind: 'saved' },
    { kind: 'saving', count: 1 },
    { kind: 'saving', count: 12 },
    { kind: 'offline', count: 0 },
    { kind: 'offline', count: 3 },
    { kind: 'offline-kept', count: 3, all: 3 },
    { kind: 'offline-kept', count: 2, all: 3 },
    { kind: 'connecting' },
    { kind: 'not-saving' },
    { kind: 'view-only' },
    { kind: 'stopped' },
  ];
  it('has words of its own each time', () => {
    expect(new Set(states.map((state) => saveWords(state).short)).size).toBe(states.length);
  });
  it('says of changes that are not on this device that they are not, and does not say so aloud at each change', () => {
    const kept: SaveState = { kind: 'offline-kept', count: 3, all: 3 };
    const notAll: SaveState = { kind: 'offline-kept', count: 2, all: 3 };
    expect(saveWords(kept).short).toBe('Offline, 3 kept here');
    expect(saveWords(notAll).short).toBe('Offline, 2 of 3 kept here');
    expect(saveWords(notAll).long).not.toBe(saveWords(kept).long);
    expect(spokenState(notAll)).toBe(spokenState(kept));
  });
  it('is spoken where it is trouble or its end', () => {
    expect(states.filter((state) => spokenState(state) !== '').map(({ kind }) => kind)).toEqual([
      'saved',
      'offline',
      'offline',
      'offline-kept',
      'offline-kept',
      'not-saving',
      'stopped',
    ]);
  });
});

it.each([
  ['Ana Pérez', 'AP'],
  ['  ravneet ', 'R'],
  ['Jean Luc van Damme', 'JD'],
  ['李 小龙', '李小'],
  ['👩‍👩‍👧 Ann', '👩‍👩‍👧A'],
  ['', ''],
])('initials of %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

it.each([
  ['#ffffff', '#16181b'],
  ['#0b6e69', '#ffffff'],
  ['#f3cf62', '#16181b'],
  ['red', '#16181b'],
])('ink on %s', (color, ink) => expect(inkOn(color)).toBe(ink));

it('people stand by name, and I come first', () => {
  const person = (name: string, isMe = false): Person => ({
    participantId: participantIdSchema.parse('pAAAAAAAAAAAAAAAA'),
    name,
    color: '#000000',
    role: 'edit',
    isMe,
    isFollowable: !isMe,
  });
  expect(inOrder([person('Lin'), person('Ana'), person('Zed', true)]).map(({ name }) => name)).toEqual([
    'Zed',
    'Ana',
    'Lin',
  ]);
});

it.each([
  ['Plan: 2027/28', 'Plan 2027 28.md'],
  ['  ', 'board.md'],
  ['a\u0000b<c>', 'a b c.md'],
])('the file of %j', (title, name) => expect(fileNameFrom(title, 'md')).toBe(name));

it('an outline becomes headings and lists, and what people wrote stays text', () => {
  const note = (title: string) => ({ id: title, kind: 'note' as const, title, children: [] });
  const markdown = outlineMarkdown({
    title: 'Plan *2027*',
    pages: [
      {
        id: 'page',
        kind: 'page',
        title: 'Page 1',
        children: [
          {
            id: 'z',
            kind: 'zone',
            title: 'Impact',
            prompt: 'What for?',
            children: [note('One\ntwo'), note('# three')],
          },
          note('Loose'),
        ],
      },
    ],
  });
  expect(markdown).toBe('# Plan \\*2027\\*\n\n- Loose\n\n## Impact\n\n*What for?*\n\n- One\n  two\n- \\# three\n');
});
