// What becomes of a comment by each thing that people may want of it. Rules R181 to R183.
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import {
  commentCommandSchema,
  runCommentCommand,
  type CommentCommand,
  type CommentOutcome,
  type Commenter,
  type KnownThread,
} from '@commonboard/shared/comments/commands.ts';
import { readThread, wasRemoved, writeThread } from '@commonboard/shared/comments/thread-map.ts';
import { messageIdSchema, threadIdSchema, type Thread } from '@commonboard/shared/comments/thread.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

const person = (letter: string, isFacilitator = false): Commenter => ({
  participant: participantIdSchema.parse(`p${letter.repeat(16)}`),
  name: letter,
  isFacilitator,
});
const [ana, ben, lea] = [person('A'), person('B'), person('L', true)];
const thread = threadIdSchema.parse('t'.repeat(16));
const message = (letter: string) => messageIdSchema.parse(letter.repeat(16));
const place = { page: 'page:page', x: 1, y: 2, shape: null };
const start = (letter = 'm'): CommentCommand => ({
  type: 'start',
  thread,
  message: message(letter),
  place,
  text: 'Who pays for it?',
  mentions: [],
});
const reply = (letter: string): CommentCommand => ({
  type: 'reply',
  thread,
  message: message(letter),
  text: 'The town.',
  mentions: [],
});
const remove = (letter: string): CommentCommand => ({ type: 'remove', thread, message: message(letter) });

const run = (command: CommentCommand, known: KnownThread, by = ana, others = 0): CommentOutcome =>
  runCommentCommand(command, known, others, by, 1_000);

function threadAfter(...acts: [command: CommentCommand, by: Commenter][]): Thread {
  let known: Thread | null = null;
  for (const [command, by] of acts) {
    const outcome = run(command, known, by);
    if (outcome.ok) known = outcome.thread;
  }
  if (!known) throw new Error('Nothing is left.');
  return known;
}

describe('cannot be read', () => {
  it.each<[string, object]>([
    ['an empty text', { text: ' \n ' }],
    ['a text that is too long', { text: 'a'.repeat(limits.commentCharsMax + 1) }],
    ['a place outside of any board', { place: { ...place, x: Number.POSITIVE_INFINITY } }],
    ['a place on no page', { place: { ...place, page: 'shape:a' } }],
    ['an id of another form', { thread: '__proto__' }],
    ['an unknown wish', { type: 'erase' }],
    ['a mention of nobody', { mentions: ['everyone'] }],
  ])('%s', (_, wrong) => {
    expect(commentCommandSchema.safeParse({ ...start(), ...wrong }).success).toBe(false);
    expect(commentCommandSchema.safeParse(start()).success).toBe(true);
  });
});

describe('[R182] is refused', () => {
  const answered = threadAfter([start(), ana], [reply('r'), ben]);
  it.each<[string, CommentCommand, Commenter, string]>([
    ['to change what another wrote', { ...start(), type: 'change' } as CommentCommand, ben, 'not-yours'],
    ['to change it as a facilitator', { ...start(), type: 'change' } as CommentCommand, lea, 'not-yours'],
    ['to remove what another wrote', remove('r'), ana, 'not-yours'],
    ['to remove one’s own with the answers of others', remove('m'), ana, 'not-yours'],
    ['a comment under an id that is taken', start('x'), ben, 'not-yours'],
    ['an answer under an id that is taken', { ...reply('m') }, ben, 'not-yours'],
  ])('%s', (_, command, by, why) => {
    expect(run(command, answered, by)).toEqual({ ok: false, why });
  });

  it('whatever is about a comment that is not there', () => {
    expect(run(reply('r'), null)).toEqual({ ok: false, why: 'no-thread' });
    expect(run({ type: 'resolve', thread, resolved: true }, null)).toEqual({ ok: false, why: 'no-thread' });
  });

  it('[R181] what comes again after it was removed', () => {
    const left = threadAfter([start(), ana], [reply('r'), ben], [remove('r'), lea]);
    expect(run(reply('r'), left, ben)).toEqual({ ok: false, why: 'no-thread' });
    expect(run(reply('s'), left, ben)).toMatchObject({ ok: true });
    expect(run(start(), 'removed')).toEqual({ ok: false, why: 'no-thread' });
    expect(run(remove('m'), 'removed')).toEqual({ ok: true, thread: null });
  });

  it('[R181] as removed, also by a document that was stored and read again', () => {
    const doc = new Y.Doc();
    const once = threadAfter([start(), ana]);
    for (const known of [once, threadAfter([start(), ana], [reply('r'), ben]), null]) writeThread(doc, thread, known);
    const again = new Y.Doc();
    Y.applyUpdateV2(again, Y.encodeStateAsUpdateV2(doc));
    expect([readThread(again, thread), wasRemoved(again, thread)]).toEqual([null, true]);
    expect(wasRemoved(again, threadIdSchema.parse('o'.repeat(16)))).toBe(false);
    writeThread(again, thread, once);
    expect(wasRemoved(again, thread)).toBe(false);
  });

  it('[R181] [R183] an answer that was removed, while its id is kept; others are taken however many were removed', () => {
    const removed = Array.from({ length: limits.removedPerThreadMax - 1 }, () => message('x'));
    let left: Thread = { ...threadAfter([start(), ana], [reply('r'), ben], [reply('s'), ben]), removed };
    for (const letter of ['r', 's']) {
      const outcome = run(remove(letter), left, lea);
      if (outcome.ok && outcome.thread) left = outcome.thread;
    }
    expect(left.messages).toHaveLength(1);
    expect(left.removed).toHaveLength(limits.removedPerThreadMax);
    expect(run(reply('r'), left, ben)).toEqual({ ok: false, why: 'no-thread' });
    expect(run(reply('z'), left, ben)).toMatchObject({ ok: true });
  });

  it('[R183] more than fits', () => {
    expect(run(start(), null, ana, limits.threadsPerBoardMax)).toEqual({ ok: false, why: 'threads-full' });
    const [first] = answered.messages;
    const full = { ...answered, messages: Array.from({ length: limits.messagesPerThreadMax }, () => first!) };
    expect(run(reply('z'), full)).toEqual({ ok: false, why: 'thread-full' });
  });
});

describe('[R181] is done', () => {
  it('once, where the same wish comes twice', () => {
    const once = threadAfter([start(), ana], [reply('r'), ben]);
    expect(run(start(), once)).toEqual({ ok: true, thread: once });
    expect(run(reply('r'), once, ben)).toEqual({ ok: true, thread: once });
    expect(run(remove('x'), once)).toEqual({ ok: true, thread: once });
    expect(run(remove('m'), null)).toEqual({ ok: true, thread: null });
  });

  it('under the name of who asks, at the server’s time', () => {
    expect(threadAfter([start(), ana]).messages).toEqual([
      {
        id: message('m'),
        participant: ana.participant,
        name: 'A',
        text: 'Who pays for it?',
        mentions: [],
        at: 1_000,
        changedAt: null,
      },
    ]);
  });

  it('an answer opens what was settled', () => {
    const settled = threadAfter([start(), ana], [{ type: 'resolve', thread, resolved: true }, ben]);
    expect(settled.resolved).toEqual({ name: 'B', at: 1_000 });
    expect(run(reply('r'), settled, ana)).toMatchObject({ ok: true, thread: { resolved: null } });
  });

  it('what one wrote is changed and removed; a facilitator removes all of it', () => {
    const answered = threadAfter([start(), ana], [reply('r'), ben]);
    const changed = { ...start(), type: 'change', text: 'Who pays?' } as CommentCommand;
    expect(run(changed, answered)).toMatchObject({
      ok: true,
      thread: { messages: [{ text: 'Who pays?', changedAt: 1_000 }, {}] },
    });
    expect(run(remove('r'), answered, ben)).toMatchObject({ ok: true, thread: { messages: [{ id: message('m') }] } });
    expect(run(remove('m'), threadAfter([start(), ana]))).toEqual({ ok: true, thread: null });
    expect(run(remove('m'), answered, lea)).toEqual({ ok: true, thread: null });
  });
});
