// Ideas that people score in rounds: who scores which, what is kept, and what is seen. Bad input first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { privateRoundSchema } from '@commonboard/shared/drafts/private-round.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { atStep } from '@commonboard/shared/session/at-step.ts';
import { ideasFound, wantsIdeas } from '@commonboard/shared/activities/scoring.ts';
import { ideaFor, scores, scoringRounds } from '@commonboard/shared/activities/scoring-state.ts';
import { sessionStateSchema } from '@commonboard/shared/session/session-state.ts';
import { sessionViewSchema, viewOf } from '@commonboard/shared/session/session-view.ts';
import { runPending } from '@commonboard/shared/session/step-commands.ts';
import { roundRevealed } from '@commonboard/shared/session/private-rounds.ts';
import { ada, lea, SessionActs } from '../../support/session-acts.ts';

const crowd = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    participant: participantIdSchema.parse(`p${String(i).padStart(16, '0')}`),
    name: `Person ${i}`,
  }));
const ideasOf = (people: ReturnType<typeof crowd>) =>
  people.map(({ participant }, i) => ({ id: `shape:${i}`, by: participant }));
/** Whole numbers that a test can repeat. */
const drawnFrom = (seed: number) => {
  let state = seed >>> 0;
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % n;
  };
};

const here = { people: crowd(6), below: () => 0 };

/** In its first round, with the ideas of so many. */
class Scored extends SessionActs {
  readonly crowd: ReturnType<typeof crowd>;

  constructor(count: number, seed = 1) {
    super([]);
    this.crowd = crowd(count);
    this.people = this.crowd;
    this.act({ type: 'add-activity', activity: 'twenty-five-ten', zone: 'shape:z', question: '', after: null });
    this.start();
    this.next();
    const [round] = this.state.rounds;
    if (round) this.state = roundRevealed(this.state, round.id);
    this.state = ideasFound(this.state, ideasOf(this.crowd), { people: this.crowd, below: drawnFrom(seed) });
  }

  get scoring() {
    if (!this.state.scoring) throw new Error('There are no ideas to score.');
    return this.state.scoring;
  }

  next(): void {
    this.act({ type: 'next', phase: this.state.phase ?? '' });
    if (this.state.pending) this.state = runPending(this.state, this.now);
    this.state = atStep(this.state, { people: this.people, below: () => 0, now: this.now });
  }

  give(person: (typeof this.crowd)[number], round: number, score: number) {
    const { of } = this.scoring;
    const idea = ideaFor(this.scoring, person.participant, round)?.id ?? '';
    return this.act({ type: 'give-score', of, round, idea, score }, person);
  }
}

function writing(): SessionActs {
  const acts = new SessionActs([]);
  acts.act({ type: 'add-activity', activity: 'twenty-five-ten', zone: 'shape:z', question: '', after: null });
  return acts.start();
}

/** The first round of scores has begun, and what was written is on the board. */
function shown(acts: SessionActs): void {
  acts.act({ type: 'next', phase: acts.state.phase ?? '' });
  acts.state = runPending(acts.state, acts.now);
  acts.state = roundRevealed(acts.state, acts.state.rounds.at(-1)?.id ?? '');
}

describe('scoring ideas', () => {
  it('[R204] one note of each is written in private, and nothing is found before it is shown, or of fewer than six', () => {
    const acts = new SessionActs([]);
    acts.act({ type: 'add-activity', activity: 'twenty-five-ten', zone: 'shape:z', question: '', after: null });
    acts.start();
    expect(acts.state.rounds.at(-1)).toMatchObject({ notesMax: 1, zone: 'shape:z', isAnonymous: false });
    acts.state = ideasFound(acts.state, [], here);
    expect(wantsIdeas(acts.state)).toBe(false);
    acts.act({ type: 'next', phase: acts.state.phase ?? '' });
    acts.state = runPending(acts.state, acts.now);
    expect(acts.state.rounds.at(-1)?.stage).toBe('revealing');
    expect(wantsIdeas(acts.state)).toBe(false);
    acts.state = roundRevealed(acts.state, acts.state.rounds.at(-1)?.id ?? '');
    expect(wantsIdeas(acts.state)).toBe(true);
    expect(ideasFound(acts.state, ideasOf(crowd(5)), here)).toBe(acts.state);
    // A second note of somebody is no further idea.
    const twice = [...ideasOf(crowd(5)), { id: 'shape:more', by: crowd(1)[0]?.participant ?? ada.participant }];
    expect(ideasFound(acts.state, twice, here)).toBe(acts.state);
    const found = ideasFound(acts.state, [...ideasOf(crowd(6)), ...twice], here);
    expect(found.scoring?.ideas.map(({ id }) => id).toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `shape:${i}`));
    expect(wantsIdeas(found)).toBe(false);
    expect(ideasFound(found, ideasOf(crowd(9)), here)).toBe(found);
  });

  it('[R204] what lay in the zone when ideas began to be written is none of them, and nobody sees it', () => {
    const acts = writing();
    const old = ideasOf(crowd(6)).map(({ by }, i) => ({ id: `shape:old-${i}`, by }));
    expect(wantsIdeas(acts.state)).toBe(true);
    acts.state = ideasFound(acts.state, old, here);
    expect(acts.state.ideasBefore?.ids).toHaveLength(6);
    expect(wantsIdeas(acts.state)).toBe(false);
    expect(JSON.stringify(viewOf(acts.state, true))).not.toContain('old-');
    shown(acts);
    expect(ideasFound(acts.state, old, here)).toBe(acts.state);
    const found = ideasFound(acts.state, [...old, ...ideasOf(crowd(6))], here);
    expect(found.scoring?.ideas.every(({ id }) => !id.includes('old-'))).toBe(true);
    expect([found.scoring?.ideas.length, found.ideasBefore]).toEqual([6, null]);
  });

  it('[R204] ideas without names are handed out too: to all who are here, five of them to each', () => {
    const acts = writing();
    shown(acts);
    const ideas = ideasOf(crowd(9)).map(({ id, by }, i) => ({ id, by: i === 8 ? by : null }));
    expect(ideasFound(acts.state, ideas.slice(0, 5), here)).toBe(acts.state);
    expect(ideasFound(acts.state, ideas, { ...here, people: crowd(2) })).toBe(acts.state);
    const { scoring } = ideasFound(acts.state, ideas, { ...here, people: crowd(20) });
    if (!scoring) throw new Error('Nothing was handed out.');
    expect(scoring.scorers).toHaveLength(20);
    // Nor is it told who wrote the one that has a name.
    expect(scoring.ideas.map(({ by }) => by)).toEqual(Array.from({ length: 9 }, () => null));
    for (const person of scoring.scorers) {
      const own = Array.from({ length: scoringRounds }, (_, i) => ideaFor(scoring, person, i + 1)?.id);
      expect(new Set(own).size).toBe(scoringRounds);
    }
    expect(ideaFor(scoring, lea.participant, 1)).toBeNull();
  });

  it('[R204] ideas without names are handed out where all get three scores of those here, spread evenly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 60 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer(),
        (count, more, seed) => {
          const acts = writing();
          shown(acts);
          const ideas = ideasOf(crowd(count)).map(({ id }) => ({ id, by: null }));
          const least = Math.ceil((count * 3) / scoringRounds);
          const below = drawnFrom(seed);
          expect(ideasFound(acts.state, ideas, { people: crowd(least - 1), below })).toBe(acts.state);
          const { scoring } = ideasFound(acts.state, ideas, { people: crowd(least + more), below });
          if (!scoring) throw new Error('Nothing was handed out.');
          const scored = new Map<string, number>();
          for (const person of scoring.scorers) {
            const own = Array.from({ length: scoringRounds }, (_, i) => ideaFor(scoring, person, i + 1)?.id ?? '');
            expect(new Set(own).size).toBe(scoringRounds);
            for (const id of own) scored.set(id, (scored.get(id) ?? 0) + 1);
          }
          expect(scored.size).toBe(count);
          expect(Math.min(...scored.values())).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[R204] notes of a step before that are still being shown when ideas begin to be written are none of them', () => {
    const acts = writing();
    const [own] = acts.state.rounds;
    if (!own) throw new Error('Nothing is written in private.');
    const before = { ...own, id: privateRoundSchema.shape.id.parse('r0'), stage: 'revealing' as const };
    acts.state = { ...acts.state, rounds: [before, own] };
    expect(wantsIdeas(acts.state)).toBe(false);
    acts.state = roundRevealed(acts.state, before.id);
    expect(wantsIdeas(acts.state)).toBe(true);
  });

  it('[R204] what was kept before it was known who scores is scored by those whose ideas these are', () => {
    const acts = new Scored(7);
    const { scorers, ...kept } = acts.scoring;
    const read = (scoring: unknown) => sessionStateSchema.parse({ ...acts.state, scoring }).scoring?.scorers;
    expect(read(kept)).toEqual(scorers);
    expect(read({ ...kept, ideas: kept.ideas.map(({ id }) => ({ id, by: null })) })).toEqual([]);
    expect(read(acts.scoring)).toEqual(scorers);
  });

  it('[R204] each scores five ideas of others, each idea is scored by five, and nobody scores one twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), fc.integer(), (count, seed) => {
        const acts = new Scored(count, seed);
        const scored = new Map<string, string[]>();
        for (const { participant } of acts.crowd)
          for (let round = 1; round <= scoringRounds; round++) {
            const idea = ideaFor(acts.scoring, participant, round);
            expect(idea?.by).not.toBe(participant);
            scored.set(idea?.id ?? '', [...(scored.get(idea?.id ?? '') ?? []), participant]);
          }
        expect(scored.size).toBe(count);
        for (const by of scored.values()) {
          expect(by).toHaveLength(scoringRounds);
          expect(new Set(by).size).toBe(scoringRounds);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('[R204] a score is taken of who wrote an idea, for the one they were given, in the round that runs', () => {
    const acts = new Scored(6);
    const [first, second] = acts.crowd as [typeof ada, typeof ada];
    const { of } = acts.scoring;
    const own = acts.scoring.ideas.find(({ by }) => by === first.participant)?.id ?? '';
    const others = ideaFor(acts.scoring, second.participant, 1)?.id ?? '';
    for (const idea of [own, others, 'shape:none'])
      expect(acts.act({ type: 'give-score', of, round: 1, idea, score: 5 }, first)).toBe('not-given');
    expect(acts.act({ type: 'give-score', of, round: 1, idea: others, score: 5 }, lea)).toBe('not-given');
    expect(acts.give(first, 2, 5)).toBe('moved-on');
    expect(acts.act({ type: 'give-score', of: 'else', round: 1, idea: others, score: 5 }, second)).toBe('moved-on');
    acts.give(first, 1, 5);
    acts.give(first, 1, 2);
    expect(acts.scoring.given).toEqual({ [`1 ${first.participant}`]: 2 });
    acts.next();
    expect(acts.give(first, 1, 5)).toBe('moved-on');
  });

  it('[R205] sums are those of what was given, the best first, at most ten, and of each no more than 25', () => {
    const table = fc.array(fc.array(fc.option(fc.constantFrom(...scores)), { minLength: 5, maxLength: 5 }), {
      minLength: 6,
      maxLength: 14,
    });
    fc.assert(
      fc.property(table, fc.integer(), (given, seed) => {
        const acts = new Scored(given.length, seed);
        const expected = new Map<string, number[]>();
        for (let round = 1; round <= scoringRounds; round++) {
          for (const [i, person] of acts.crowd.entries()) {
            const score = given[i]?.[round - 1] ?? null;
            const idea = ideaFor(acts.scoring, person.participant, round)?.id ?? '';
            if (score === null) continue;
            acts.give(person, round, score);
            expected.set(idea, [...(expected.get(idea) ?? []), score]);
          }
          acts.next();
        }
        const top = acts.scoring.top ?? [];
        for (const [id, of] of expected) if (of.length < 3) expected.delete(id);
        expect(top.length).toBe(Math.min(10, expected.size));
        for (const { id, sum, count } of top) {
          const of = expected.get(id) ?? [];
          expect([sum, count]).toEqual([of.reduce((a, b) => a + b, 0), of.length]);
          expect(sum).toBeLessThanOrEqual(25);
        }
        const means = top.map(({ sum, count }) => sum / count);
        expect(means).toEqual(means.toSorted((a, b) => b - a));
        const left = [...expected].filter(([id]) => top.every((one) => one.id !== id)).map(([, of]) => of);
        const worst = means.at(-1) ?? 0;
        expect(left.every((of) => of.reduce((a, b) => a + b, 0) / of.length <= worst)).toBe(true);
        expect(sessionStateSchema.safeParse(acts.state).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('[R205] nobody sees a score, who leads neither; once it is counted none is left, and none is taken', () => {
    const acts = new Scored(6);
    const [first] = acts.crowd as [typeof ada];
    acts.give(first, 1, 4);
    for (const isLeading of [true, false]) {
      const view = viewOf(acts.state, isLeading);
      expect(view.scoring).toMatchObject({ who: [first.participant], top: null });
      expect(Object.keys(view.scoring ?? {}).toSorted()).toEqual(['ideas', 'of', 'scorers', 'shifts', 'top', 'who']);
      expect(sessionViewSchema.parse(view)).toEqual(view);
    }
    for (let round = 1; round <= scoringRounds; round++) acts.next();
    // The sum of one would tell what they gave.
    expect(acts.scoring).toMatchObject({ given: {}, top: [] });
    const { state } = acts;
    acts.act({ type: 'back', phase: acts.state.phase ?? '' });
    expect(acts.give(first, 5, 1)).toBe('moved-on');
    expect(acts.scoring).toEqual(state.scoring);
  });
});
