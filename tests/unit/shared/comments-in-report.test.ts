// Comments in what leaves a board: those that wait, with their answers; none in a public copy, none about what is left out.
import { describe, expect, it } from 'vitest';
import { messageIdSchema, threadIdSchema, type Thread } from '@commonboard/shared/comments/thread.ts';
import { textFile } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport, type ExportChoice } from '@commonboard/shared/domain/harvest/for-export.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { aCard, aNote, board, emptyBoard } from '../../support/harvest-board.ts';

const plan = board({
  cards: [aCard('garden', 'outcome', 'A garden'), aCard('mayor', 'outcome', 'The mayor', { sensitive: true })],
  notes: [aNote('tap', 'A tap')],
});

function thread(shape: string | null, text: string, more: Partial<Thread> = {}): Thread {
  const said = (letter: string, name: string, words: string) => ({
    id: messageIdSchema.parse(letter.repeat(16)),
    participant: participantIdSchema.parse(`p${'a'.repeat(16)}`),
    name,
    text: words,
    mentions: [],
    at: 1,
    changedAt: null,
  });
  return {
    id: threadIdSchema.parse('t'.repeat(16)),
    place: { page: 'page:page', x: 0, y: 0, shape },
    messages: [said('a', 'Ana', text), said('b', 'Ben', 'The | town.')],
    resolved: null,
    removed: [],
    ...more,
  };
}

function report(threads: readonly Thread[], asked: ExportChoice = {}, of = plan): string {
  const facts = { date: '2027-01-05' };
  const exported = forExport(of, asked, { rounds: [], threads });
  return textFile('report.md')!.write(exported, { locale: 'en', facts, now: 0 });
}

describe('a report', () => {
  it('has no word of comments in a public copy, and counts them', () => {
    const text = report([thread('shape:garden', 'Who pays?')], { redacted: true });
    expect(text).not.toMatch(/Who pays|Ana|Ben/);
    expect(text).toContain('Comments, since they name people: 1.');
  });

  it('has none about a card that is left out, and none that is settled', () => {
    const threads = [
      thread('shape:mayor', 'He will not.'),
      thread('shape:garden', 'Done.', { resolved: { name: 'Ana', at: 2 } }),
    ];
    expect(report(threads, { withoutSensitive: true })).not.toMatch(/He will not|Done\./);
    expect(report(threads)).toContain('He will not');
  });

  it('tells what each is about, and what was answered', () => {
    const text = report([thread('shape:garden', 'Who pays?'), thread('shape:tap', 'Where?'), thread(null, 'Nice.')]);
    const [, told = ''] = text.split('## Comments that are not settled');
    expect(told).toMatch(/A garden.*Ana: Who pays\?.*Ben: The \\?\| town\./);
    expect(told).toMatch(/A tap.*Where\?/);
    expect(told).toMatch(/A place on the board.*Nice\./);
  });

  it('tells of them where there is nothing else', () => {
    expect(report([thread(null, 'Where do we begin?')], {}, emptyBoard)).toContain('Where do we begin?');
  });
});
