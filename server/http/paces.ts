// How often each may ask for what: by network or by person.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { createGuessLimits, type GuessLimits } from '../access/try-limits.ts';
import { createRateLimit, type RateLimit, type RateLimitSettings } from './rate-limit.ts';

export interface Paces {
  joinLimit: RateLimit;
  createLimit: RateLimit;
  /** For each participant, and each screen: sockets. Each has limits of its own, which who comes back would begin anew. */
  entryLimit: RateLimit;
  /** For each participant. */
  exportLimit: RateLimit;
  /** For each participant: files of what is published. */
  publishedLimit: RateLimit;
  /** For each participant: what reads or writes a whole board. */
  contentLimit: RateLimit;
  /** For each participant: the board as a tree, which pages without a canvas ask for again and again. */
  outlineLimit: RateLimit;
  /** For each participant: commands of a session. */
  commandLimit: RateLimit;
  /** For each participant: what has changed. */
  newsLimit: RateLimit;
  guesses: GuessLimits;
}

// A venue of 300 behind one address joins within seconds, twice when its network drops; secrets have 128 bits anyway.
const joinTries: RateLimitSettings = { burst: 1_200, perSecond: 20 };
const newBoards: RateLimitSettings = { burst: 300, perSecond: 1 };
/** Everything once, a few times over. */
const exports: RateLimitSettings = { burst: 240, perSecond: 1 };

/** A page with a picture of each zone, opened a few times over. */
const published: RateLimitSettings = { burst: 300, perSecond: 5 };

const content: RateLimitSettings = { burst: 60, perSecond: 1 };

const commands: RateLimitSettings = { burst: limits.commandsBurst, perSecond: limits.commandsPerSecond };

const news: RateLimitSettings = { burst: limits.newsBurst, perSecond: limits.newsPerSecond };

const socketEntries: RateLimitSettings = { burst: limits.entriesBurst, perSecond: limits.entriesPerSecond };

/** `now` in milliseconds. */
export function createPaces(
  now: () => number,
  joins: RateLimitSettings = joinTries,
  entries: RateLimitSettings = socketEntries,
): Paces {
  return {
    joinLimit: createRateLimit(joins, now),
    createLimit: createRateLimit(newBoards, now),
    entryLimit: createRateLimit(entries, now),
    exportLimit: createRateLimit(exports, now),
    publishedLimit: createRateLimit(published, now),
    contentLimit: createRateLimit(content, now),
    outlineLimit: createRateLimit(content, now),
    commandLimit: createRateLimit(commands, now),
    newsLimit: createRateLimit(news, now),
    guesses: createGuessLimits(now),
  };
}
