// Words that who leads wants out of what is passed on: found however they are written, and nothing else. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWord, namesOut, placesOf, searchable, wordsOut } from '@commonboard/shared/harvest/names-out.ts';
import { harvestEditSchema, newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import { publishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { aCard, aNote, aZone, board } from '../../support/harvest-board.ts';

const out = (word: string, text: string): string => wordsOut([word])(text);
const letters = fc.string({ unit: 'binary' });

describe('[R207] what is no word', () => {
  it.each(['', ' ', '-', ' – ', '\u200b', '\u00ad-\n'])('%j takes nothing out', (nothing) => {
    expect(isWord(nothing)).toBe(false);
    fc.assert(
      fc.property(letters, (text) => {
        expect(out(nothing, text)).toBe(text);
      }),
    );
  });

  it('too long or too many is refused, and one of whatever length takes nothing else out', () => {
    const edit = (words: string[]) => harvestEditSchema.safeParse({ ...newHarvest().edit, words }).success;
    expect(edit(['x'.repeat(limits.harvestWordCharsMax)])).toBe(true);
    expect(edit(['x'.repeat(limits.harvestWordCharsMax + 1)])).toBe(false);
    expect(edit([''])).toBe(false);
    expect(edit(Array.from({ length: limits.harvestWordsMax + 1 }, (_, i) => `w${i}`))).toBe(false);
    expect(out('x'.repeat(100_000), 'x xx xxx')).toBe('x xx xxx');
    const many = Array.from({ length: 3_000 }, (_, i) => `Somebody ${i}${' of a long name'.repeat(4)}`);
    const without = namesOut({ all: [...many, 'y'.repeat(20_000)], agreed: [] });
    expect(without(`${many[2_999]} and ${many[0]}`)).toBe('(somebody) and (somebody)');
  });
});

describe('[R207] a word', () => {
  it('is nowhere afterwards, whatever it is made of, and what was done is not done again', () => {
    fc.assert(
      fc.property(letters, letters, letters, (word, before, behind) => {
        const told = out(word, `${before} ${word} ${behind}`);
        expect(placesOf(word, searchable([told]))).toBe(0);
        expect(out(word, told)).toBe(told);
      }),
      { numRuns: 200 },
    );
  });

  it('made of signs that patterns are made of stands for itself', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('.*+?^${}()|[]\\/#&~=!,<>:a1')), minLength: 1 });
    fc.assert(
      fc.property(signs, (word) => {
        expect(out(word, `Ask ${word} soon`)).toBe('Ask (left out) soon');
        expect(out(word, 'Nothing of it.')).toBe('Nothing of it.');
      }),
    );
  });

  it('that is everywhere goes everywhere', () => {
    expect(placesOf('a', searchable(['a '.repeat(5_000), 'A']))).toBe(5_001);
    expect(out('a', 'a a a, at a table')).toBe('(left out) (left out) (left out), at (left out) table');
  });

  it.each([
    ['Ken', 'kennel, broken, Kens, Ken1, 2Ken'],
    ['राम', 'रामायण रामा'],
    ['Ana', 'Anaïs, banana'],
    ['left', 'as (left out) before'],
    ['left out', '(somebody) and (left out)'],
  ])('%s inside of other words stays: %s', (word, text) => expect(out(word, text)).toBe(text));

  it.each([
    [
      'Ken',
      'KEN, ken’s "Ken" (ken) Ken_2 Ken-Bo',
      '(left out), (left out)’s "(left out)" ((left out)) (left out)_2 (left out)-Bo',
    ],
    ['Zoe', 'Zoë, ZOE\u0308 and zoe', '(left out), (left out) and (left out)'],
    ['Zoë', 'Zoe', '(left out)'],
    ['Strauß', 'STRAUSS', '(left out)'],
    ['Lukasz', 'Łukasz', '(left out)'],
    ['İbrahim', 'ibrahim, IBRAHIM', '(left out), (left out)'],
    ['Ѐлена', 'елена', '(left out)'],
    ['Ｂｅａ', 'Bea', '(left out)'],
    ['Bea', 'Be\u00ada B\u200bea', '(left out) (left out)'],
    ['Jean-Paul', 'Jean Paul, jean\u2011paul, Jean – Paul', '(left out), (left out), (left out)'],
    ["O'Neil", 'O’Neil, O´Neil, O`Neil', '(left out), (left out), (left out)'],
    ['the  tall\none', 'The tall one.', '(left out).'],
    ['王小明', '我和王小明去公园', '我和(left out)去公园'],
    ['王', '王去', '(left out)去'],
    ['ゆき', 'ゆきさんが', '(left out)さんが'],
    ['민수', '민수가 왔다', '(left out)가 왔다'],
    ['민수', '민수가 왔다'.normalize('NFD'), '(left out)가 왔다'],
    ['สมชาย', 'ผมชื่อสมชายครับ', 'ผมชื่อ(left out)ครับ'],
    ['Bea', '我和Bea去', '我和(left out)去'],
    ['محمد', 'قال مُحَمَّد ذلك', 'قال (left out) ذلك'],
    ['राम', 'राम आया', '(left out) आया'],
    ['🐝', 'ask 🐝!', 'ask (left out)!'],
  ])('%s is found in %j', (word, text, told) => {
    expect(out(word, text)).toBe(told);
    expect(placesOf(word, searchable([text]))).toBe(told.split('(left out)').length - 1);
  });

  it('goes even where somebody of that name has agreed, and their name stays elsewhere', () => {
    const without = namesOut({ all: ['Mira Rao', 'Ken'], agreed: ['Mira Rao'], words: ['Rao', 'somebody'] });
    expect(without('Mira Rao, Ken, somebody')).toBe('Mira (left out), (somebody), (left out)');
  });
});

describe('[R207] what is published', () => {
  const written = board({
    title: 'With Bo',
    zones: [aZone('z', 'Bo’s garden', { prompt: 'Ask Bo', cells: [{ id: 'c', title: 'Bo' }] })],
    cards: [
      aCard('a', 'commitment', 'Bo digs', { owner: 'Bo Lee', firstStep: 'Call Bo', helpers: ['Bo', 'Mira'] }),
      aCard('b', 'goal', 'All reboot', { tags: ['bo', 'garden'] }),
    ],
    notes: [aNote('n', 'BO!')],
  });
  const people = ['Bo Lee', 'Bo', 'Mira'];
  const edit = { ...newHarvest().edit, words: ['bo', 'nowhere'] };
  const published = publishedBoard(written, [], { edit, people, agreed: people });

  it('has no such word in any text, also where a name may stand', () => {
    expect(JSON.stringify(published.model)).not.toMatch(/\bbo\b/i);
    expect(published.model.cards[0]?.fields.owner).toBe('(left out) Lee');
    expect(published.model.cards[1]?.title).toBe('All reboot');
  });

  it('counts the words that were found', () =>
    expect(published.leftOut).toContainEqual({ en: 'Words that who leads has taken out: 1.' }));

  it('shows no picture with it', () =>
    expect([...published.altered].sort()).toEqual(['shape:a', 'shape:b', 'shape:n']));
});
