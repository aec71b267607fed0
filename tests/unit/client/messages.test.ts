// Messages: gaps are filled, plurals are chosen, errors end in sentences.
import { errorSentences } from '@commonboard/shared/protocol/errors.ts';
import { agoText, dayText } from '@commonboard/client/ui/messages/dates.ts';
import { errorText } from '@commonboard/client/ui/messages/error-text.ts';
import { fill, t } from '@commonboard/client/ui/messages/t.ts';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { describe, expect, it } from 'vitest';

describe('a message', () => {
  const people = { zero: 'nobody', one: '{count} person with {name}', other: '{count} people with {name}' };

  it.each([
    [0, 'nobody'],
    [1, '1 person with Ana'],
    [2, '2 people with Ana'],
    [1200, '1,200 people with Ana'],
  ])('takes the form for %i', (count, sentence) => expect(fill(people, { count, name: 'Ana' })).toBe(sentence));

  it('leaves what was filled in alone, braces and all', () => {
    expect(t('home.delete.title', { title: '{count} $& <b>' })).toBe('Delete “{count} $& <b>”?');
  });

  it('shows a gap that got no value', () => expect(fill('Hello {name}', {})).toBe('Hello {name}'));
});

it('[R153] an author is said to be silenced in anonymous rounds, where they are, and not in all that are private', () => {
  for (const said of [t('drafts.silence.done'), t('drafts.silence.removed')]) {
    expect(said).toContain('in anonymous rounds');
    expect(said).not.toContain('private');
  }
});

describe('an error', () => {
  it.each(Object.keys(errorSentences))('%s of the server has a sentence of ours', (code) => {
    const said = errorText(new ApiError(code, 'server words', 400));
    expect(said).not.toBe('server words');
    expect(said).not.toMatch(/[{}]/);
  });

  it.each([
    ['board-full', /2,000 people have joined.*a device that has been here/],
    ['restarting', /restarting/],
    ['link-off', /switched off/],
    ['pictures-full', /500 MB together/],
    ['made-by-others', /made by others/],
    ['bad-version-name', /80 letters/],
  ])('%s is said as exactly as the server knows it', (code, words) =>
    expect(errorText(new ApiError(code, 'server words', 400))).toMatch(words),
  );

  it('with a code that this page does not know is said in the words of the server', () => {
    expect(errorText(new ApiError('from-the-future', 'Please wave.', 418))).toBe('Please wave.');
    expect(errorText(new ApiError('toString', 'Please wave.', 418))).toBe('Please wave.');
  });

  it.each([new TypeError('x is not a function'), 'text', null, undefined])(
    '%s never reaches a person as it is',
    (thrown) => expect(errorText(thrown)).toBe(t('errors.unknown')),
  );
});

describe('a moment', () => {
  const now = Date.UTC(2027, 4, 20, 12);
  it.each([
    [30_000, 'just now'],
    [-5_000, 'just now'],
    [12 * 60_000, '12 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [26 * 3_600_000, 'yesterday'],
  ])('%i ms ago', (passed, words) => expect(agoText(now - passed, now)).toBe(words));

  it('is a date after two weeks', () => expect(agoText(now - 30 * 86_400_000, now)).toBe('April 20, 2027'));
  it('is the same day everywhere when written as UTC', () =>
    expect(dayText(new Date('2027-05-03'))).toBe('May 3, 2027'));
});
