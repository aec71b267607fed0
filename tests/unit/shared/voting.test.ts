// Votes as plain functions: what may be taken, and what comes of it. Bad input first.
import { describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type Ballot, ballotSchema, whyNotTaken } from '@commonboard/shared/voting/ballot.ts';
import { countBallots } from '@commonboard/shared/voting/count.ts';
import { beginClosing, closeRound, holdClosing, openRound } from '@commonboard/shared/voting/open-round.ts';
import { outlookOf } from '@commonboard/shared/voting/outlook.ts';
import { roundViews } from '@commonboard/shared/voting/round-view.ts';
import { roundSchema, roundWishSchema } from '@commonboard/shared/voting/round.ts';
import { ballot, marks, opened, roundId, voter, wish } from '../../support/voting-acts.ts';

const opening = { rounds: [], wordsOf: () => 'Words', people: [], now: 1, step: null };

describe('opening', () => {
  it('[R131] one at a time, so many in all, and only on what is on the board', () => {
    expect(openRound(wish(), { ...opening, rounds: [{ id: roundId('B'), state: 'open' }] })).toBe('another-open');
    const many = Array.from({ length: limits.roundsPerBoardMax }, () => ({ id: roundId(), state: 'closed' as const }));
    expect(openRound(wish(), { ...opening, rounds: many })).toBe('full');
    expect(openRound(wish(), { ...opening, wordsOf: (id) => (id === 'shape:b' ? null : 'x') })).toBe('no-options');
    expect(openRound(wish(), { ...opening, wordsOf: () => '  ' })).toBe('no-options');
    expect(openRound(wish({ weights: [{ participant: voter('Z'), weight: 2 }] }), opening)).toBe('no-person');
  });

  it('[R131] a wish has bounds', () => {
    expect(roundWishSchema.safeParse(wish()).success).toBe(true);
    const bad = [
      { question: ' ' },
      { options: [] },
      { budget: 0 },
      { budget: limits.voteBudgetMax + 1 },
      { options: Array.from({ length: limits.roundOptionsMax + 1 }, (_, i) => `shape:${i}`) },
      { weights: [{ participant: voter('A'), weight: limits.ballotWeightMax + 1 }] },
    ];
    for (const one of bad) expect(roundWishSchema.safeParse(wish(one)).success).toBe(false);
  });

  it('[R131] the words are those of that moment, each option is there once, and who is given votes has them', () => {
    const round = opened({
      options: ['shape:a', 'shape:a', 'shape:b'],
      weights: [{ participant: voter('A'), weight: 6 }],
    });
    expect(round.options).toEqual([
      { id: 'shape:a', words: 'Words of shape:a' },
      { id: 'shape:b', words: 'Words of shape:b' },
    ]);
    expect(round.roster.map(({ weight }) => weight)).toEqual([6, 1, 1, 1, 1, 1, 1]);
  });
});

describe('a ballot', () => {
  it.each<[string, Ballot, string]>([
    ['over-budget', ballot(['a', 2], ['b', 2]), 'more dots than there are'],
    ['over-per-option', ballot(['a', 3]), 'more than one item may get'],
    ['off-scale', ballot(['a', 0]), 'no dot at all'],
    ['off-scale', ballot(['a', 1, { second: 1 }]), 'a place between axes'],
    ['off-scale', ballot(['a', 1, { reason: 'so' }]), 'a reason that nobody asked for'],
    ['not-an-option', ballot(['z', 1]), 'what is not on the ballot'],
    ['not-an-option', ballot(['a', 1], ['a', 1]), 'the same item twice'],
    ['no-sector', { votes: [{ marks: marks(['a', 1]), sector: 'x' }] }, 'a sector that nobody named'],
    ['too-many-votes', { votes: [...ballot(['a', 1]).votes, ...ballot(['a', 1]).votes] }, 'a second vote'],
  ])('[R132] %s: %s is refused', (why, given) => {
    expect(whyNotTaken(opened(), voter('A'), given)).toBe(why);
  });

  it('[R132] is taken of who is on the roster, while the vote is open', () => {
    const round = opened();
    expect(whyNotTaken(round, voter('A'), ballot(['a', 2], ['b', 1]))).toBeNull();
    expect(whyNotTaken(round, voter('A'), { votes: [] })).toBeNull();
    expect(whyNotTaken(round, voter('Z'), ballot(['a', 1]))).toBe('not-on-roster');
    expect(whyNotTaken(closeRound(round, new Map()), voter('A'), ballot(['a', 1]))).toBe('not-open');
  });

  it('[R132] keeps to the scale of its method, and an objection has a reason', () => {
    for (const [method, low, high] of [
      ['support', 1, 8],
      ['fist', 0, 5],
    ] as const) {
      const round = opened({ method });
      for (const value of [low, high]) expect(whyNotTaken(round, voter('A'), ballot(['a', value]))).toBeNull();
      for (const value of [low - 1, high + 1])
        expect(whyNotTaken(round, voter('A'), ballot(['a', value]))).toBe('off-scale');
    }
    const consent = opened({ method: 'objection' });
    expect(whyNotTaken(consent, voter('A'), ballot(['a', 0]))).toBeNull();
    expect(whyNotTaken(consent, voter('A'), ballot(['a', 1]))).toBe('no-reason');
    expect(whyNotTaken(consent, voter('A'), ballot(['a', 1, { reason: ' ' }]))).toBe('no-reason');
    expect(whyNotTaken(consent, voter('A'), ballot(['a', 1, { reason: 'Too dear' }]))).toBeNull();
    const axes = opened({ method: 'axes', axes: ['Effort', 'Effect'] });
    expect(whyNotTaken(axes, voter('A'), ballot(['a', 3]))).toBe('off-scale');
    expect(whyNotTaken(axes, voter('A'), ballot(['a', 3, { second: 11 }]))).toBe('off-scale');
    expect(whyNotTaken(axes, voter('A'), ballot(['a', 3, { second: 10 }]))).toBeNull();
  });

  it('[R132] a table of three votes three times on one device, each with its own dots', () => {
    const round = opened({ weights: [{ participant: voter('A'), weight: 3 }] });
    const [vote] = ballot(['a', 2], ['b', 1]).votes;
    expect(whyNotTaken(round, voter('A'), { votes: [vote!, vote!, vote!] })).toBeNull();
    const { votes, possible, options } = countBallots(round, new Map([[voter('A'), { votes: [vote!, vote!, vote!] }]]));
    expect([votes, possible, options[0]?.total]).toEqual([3, 8, 6]);
  });

  it('[R132] has bounds before anybody reads it', () => {
    const vote = { marks: [], sector: null };
    expect(
      ballotSchema.safeParse({ votes: Array.from({ length: limits.ballotWeightMax + 1 }, () => vote) }).success,
    ).toBe(false);
    expect(ballotSchema.safeParse(ballot(['a', 1.5])).success).toBe(false);
    expect(ballotSchema.safeParse(ballot(['a', 1, { reason: 'x'.repeat(limits.objectionCharsMax + 1) }])).success).toBe(
      false,
    );
  });
});

describe('the count', () => {
  it('[R134] ranks by dots; equal ones share a rank, and the next leaves one out', () => {
    const { options, votes, possible } = countBallots(
      opened(),
      new Map([
        [voter('A'), ballot(['a', 1], ['b', 2])],
        [voter('B'), ballot(['a', 1])],
        [voter('C'), { votes: [] }],
      ]),
    );
    expect(options.map(({ total, votes: of, rank }) => [total, of, rank])).toEqual([
      [2, 2, 1],
      [2, 1, 1],
      [0, 0, 3],
    ]);
    // Who took their ballot back has not voted; nobody waits for the facilitator.
    expect([votes, possible]).toEqual([2, 6]);
  });

  it('[R134] levels are counted and never averaged', () => {
    const ballots = new Map(
      'ABCDEF'.split('').map((letter, i) => [voter(letter), ballot(['a', i < 4 ? 1 : 5])] as const),
    );
    const [first] = countBallots(opened({ method: 'support' }), ballots).options;
    expect(first).toMatchObject({ votes: 6, spread: [4, 0, 0, 0, 2, 0, 0, 0], rank: null });
    expect(outlookOf('support', first!)).toBe('talk');
    expect(outlookOf('support', { ...first!, spread: [4, 0, 2, 0, 0, 0, 0, 0] })).toBe('go');
    expect(outlookOf('support', { ...first!, spread: [5, 0, 0, 0, 0, 0, 0, 1] })).toBe('stop');
    expect(outlookOf('fist', { ...first!, spread: [0, 0, 1, 1, 1, 1] })).toBe('talk');
    expect(outlookOf('fist', { ...first!, spread: [0, 0, 0, 1, 1, 1] })).toBe('go');
    expect(outlookOf('fist', { ...first!, spread: [1, 0, 0, 1, 1, 1] })).toBe('stop');
    expect(outlookOf('objection', { ...first!, spread: [5, 1] })).toBe('talk');
    expect(outlookOf('choose', { ...first!, spread: [] })).toBeNull();
  });

  it('[R135] of a secret vote nothing is in the order in which people voted', () => {
    const ballots = [
      [voter('C'), ballot(['a', 1, { reason: 'Zebra' }], ['b', 0])],
      [voter('A'), ballot(['a', 1, { reason: 'Ant' }])],
      [voter('B'), ballot(['a', 0])],
    ] as const;
    const round = opened({ method: 'objection' });
    const result = countBallots(round, new Map(ballots));
    expect(result.options[0]?.reasons).toEqual(['Ant', 'Zebra']);
    expect(result).toEqual(countBallots(round, new Map(ballots.toReversed())));
    expect(result.named).toBeNull();
    expect(countBallots({ ...round, isSecret: false }, new Map(ballots)).named?.map(({ name }) => name)).toEqual([
      'C',
      'A',
      'B',
    ]);
    const places = countBallots(
      opened({ method: 'axes' }),
      new Map([
        [voter('A'), ballot(['a', 9, { second: 1 }])],
        [voter('B'), ballot(['a', 2, { second: 4 }])],
      ]),
    ).options[0]?.places;
    expect(places).toEqual([
      [2, 4],
      [9, 1],
    ]);
  });

  it('[R135] is split by sector only where each of them has five votes, those who did not say one too', () => {
    const round = opened({ sectors: ['Town', 'Business'], weights: [{ participant: voter('A'), weight: 20 }] });
    const of = (sector: string | null, count: number) =>
      Array.from({ length: count }, () => ({ marks: marks(['a', 1]), sector }));
    const split = (...votes: Ballot['votes'][]) =>
      countBallots(round, new Map([[voter('A'), { votes: votes.flat() }]])).split;
    expect(split(of('Town', 5), of('Business', 4))).toBeNull();
    expect(split(of('Town', 5), of('Business', 5), of(null, 1))).toBeNull();
    expect(split(of('Town', 9))).toBeNull();
    expect(
      split(of('Town', 5), of('Business', 6))?.map(({ sector, votes, options }) => [sector, votes, options[0]?.total]),
    ).toEqual([
      ['Town', 5, 5],
      ['Business', 6, 6],
    ]);
  });
});

describe('closing, and who sees what', () => {
  it('[R133] counts down, can be held, and happens once', () => {
    const round = opened();
    const closing = beginClosing(round, 'close', 'Lea', 10_000);
    expect(closing.closing).toEqual({ act: 'close', dueAt: 10_000 + limits.countdownMs, by: 'Lea' });
    expect(beginClosing(closing, 'close', 'Jo', 11_000)).toBe(closing);
    expect(holdClosing(closing)).toMatchObject({ closing: null, state: 'open', revision: 3 });
    expect(holdClosing(round)).toBe(round);
    const closed = closeRound(closing, new Map());
    expect(closed).toMatchObject({ state: 'closed', closing: null });
    expect(closeRound(closed, new Map())).toBe(closed);
    expect(beginClosing(closed, 'close', 'Lea', 1)).toBe(closed);
    expect(beginClosing(closed, 'cancel', 'Lea', 1)).toBe(closed);
  });

  it('[R133] to cancel counts down as well; what is asked for later takes the place of the other, with all of its time', () => {
    const cancelling = beginClosing(opened(), 'cancel', 'Lea', 10_000);
    expect(cancelling.closing).toEqual({ act: 'cancel', dueAt: 10_000 + limits.countdownMs, by: 'Lea' });
    expect(beginClosing(cancelling, 'cancel', 'Jo', 11_000)).toBe(cancelling);
    expect(holdClosing(cancelling).closing).toBeNull();
    const closing = beginClosing(cancelling, 'close', 'Jo', 11_000);
    expect(closing.closing).toEqual({ act: 'close', dueAt: 11_000 + limits.countdownMs, by: 'Jo' });
    // As it was stored before there were two.
    const { act: _, ...before } = closing.closing!;
    expect(roundSchema.parse({ ...closing, closing: before })).toEqual(closing);
  });

  it('[R136] how many have voted is a count: of those here, of those away, of facilitators', () => {
    const round = opened();
    const ballots = new Map('ABL'.split('').map((letter) => [voter(letter), ballot(['a', 1])] as const));
    const here = new Set([voter('A'), voter('C'), voter('L'), voter('Z')]);
    const views = roundViews(round, ballots, () => here);
    const viewOf = (letter: string, isLeading: boolean) => views({ participant: voter(letter), isLeading });
    expect(viewOf('A', false).progress).toEqual({
      here: { people: 2, voted: 1 },
      away: { people: 4, voted: 1 },
      leading: { people: 1, voted: 1 },
    });
    expect(viewOf('L', true).roster).toHaveLength(7);
    expect(viewOf('A', false)).toMatchObject({ roster: [], ownWeight: 1, ballot: ballot(['a', 1]), result: null });
    expect(viewOf('Z', false)).toMatchObject({ ownWeight: 0, ballot: null });
  });
});
