// Who is shown as here: each person once, in however many windows.
import { peopleHere } from '@commonboard/client/app/room/use-people-here.ts';
import type { Person } from '@commonboard/client/board/person.ts';
import type { Peer } from '@commonboard/client/sync/peers.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { HotPresence } from '@commonboard/shared/protocol/presence.ts';
import { expect, it } from 'vitest';

const person = { color: '#0b6e69', role: 'edit' } as const;
const ada = { ...person, participantId: participantIdSchema.parse('pAAAAAAAAAAAAAAAA'), name: 'Ada' };
const ben = { ...person, participantId: participantIdSchema.parse('pBBBBBBBBBBBBBBBB'), name: 'Ben' };
const me: Person = { ...ada, isMe: true, isFollowable: false };

const still: HotPresence = { cursor: null, view: null, brush: null, laser: [], caret: null };
type Window = Pick<Peer, 'user' | 'page' | 'hot'>;
const loading = (user: Peer['user']): Window => ({ user, page: null, hot: null });
const drawing = (user: Peer['user']): Window => ({ user, page: 'page:a', hot: still });

it('with nobody else here there is only me', () => expect(peopleHere(me, [])).toEqual([me]));

it('somebody in two windows is one person, who can be followed where one of them says where it is', () => {
  const one = { ...ben, isMe: false };
  expect(peopleHere(me, [loading(ben), loading(ben)])).toEqual([me, { ...one, isFollowable: false }]);
  expect(peopleHere(me, [drawing(ben), loading(ben)])).toEqual([me, { ...one, isFollowable: true }]);
  expect(peopleHere(me, [loading(ben), drawing(ben)])).toEqual([me, { ...one, isFollowable: true }]);
});

it('my other windows are no people beside me', () => expect(peopleHere(me, [drawing(ada)])).toEqual([me]));
