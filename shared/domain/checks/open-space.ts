// Rules U01 and U02: the wall of an unconference. Rooms and hosts are in one place at a time; rooms are large enough; what is
// over is told.
import type { Card } from '../model.ts';
import { sameWords } from '../words-of.ts';
import type { Check, CheckedBoard } from './checked-board.ts';
import { finding, type Finding } from './finding.ts';

/** Names in a sentence, at most. */
const namesMax = 3;

export const openSpaceChecks = {
  U01: ({ ofKind, cards }) => {
    const sessions = ofKind('session');
    if (sessions.length === 0) return null;
    const placed = sessions.filter((card) => takesPlace(card) && at(card) !== '');
    return [...roomsTaken(placed), ...hostsTaken(placed), ...sessions.flatMap((card) => wronglyMerged(card, cards))];
  },

  U02: (board) => {
    const sessions = board.ofKind('session').filter(takesPlace);
    if (sessions.length === 0) return null;
    const reported = sessionsWithReport(board);
    return [
      ...sessions.flatMap((card) => tooFull(card, board)),
      ...sessions
        .filter(({ id, fields }) => fields.state === 'done' && !reported.has(id))
        .map(({ id, title }) => finding('U02', 'unreported', [id], { title })),
      ...wantedTwice(sessions.filter((card) => at(card) !== '')),
    ];
  },
} satisfies Record<string, Check>;

/** Merged and parked sessions are on no wall. */
function takesPlace({ fields: { state } }: Card): boolean {
  return state !== 'merged' && state !== 'parked';
}

function at({ fields: { slot } }: Card): string {
  return sameWords(slot ?? '');
}

function roomsTaken(placed: readonly Card[]): Finding[] {
  const inRooms = placed.filter(({ fields: { room } }) => sameWords(room ?? '') !== '');
  return clashes(inRooms, (card) => `${at(card)}|${sameWords(card.fields.room ?? '')}`).map((cards) =>
    finding('U01', 'room', idsOf(cards), {
      count: cards.length,
      room: cards[0]?.fields.room ?? '',
      slot: cards[0]?.fields.slot ?? '',
    }),
  );
}

/** Hosts beside count too: nobody can host in two rooms. */
function hostsTaken(placed: readonly Card[]): Finding[] {
  return namedClashes(placed, ({ fields: { host, coHosts } }) => [host ?? '', ...(coHosts ?? [])]).map(
    ({ name, cards }) =>
      finding('U01', 'host', idsOf(cards), { host: name, count: cards.length, slot: cards[0]?.fields.slot ?? '' }),
  );
}

function wronglyMerged({ id, title, fields: { state, mergedInto } }: Card, cards: CheckedBoard['cards']): Finding[] {
  if (state !== 'merged' && mergedInto === undefined) return [];
  const into = cards.get(mergedInto ?? '');
  const isLive = into !== undefined && into.id !== id && into.kind === 'session' && takesPlace(into);
  return isLive ? [] : [finding('U01', 'merged', [id], { title })];
}

/** Only for rooms of which it is known how many they hold. */
function tooFull({ id, title, fields }: Card, { options }: CheckedBoard): Finding[] {
  const { room = '', interested = [] } = fields;
  const sizes = Object.entries(options.roomCapacities ?? {});
  const capacity = sizes.find(([name]) => sameWords(name) === sameWords(room))?.[1];
  const count = new Set(interested.map(sameWords)).size;
  return capacity !== undefined && count > capacity
    ? [finding('U02', 'full', [id], { title, count, room, capacity })]
    : [];
}

/** A report names its session, or is linked with it. */
function sessionsWithReport({ model, cards, ofKind }: CheckedBoard): Set<string> {
  const named = ofKind('report').flatMap(({ fields: { session } }) => (session === undefined ? [] : [session]));
  const linked = model.links.flatMap(({ from, to }) => {
    if (cards.get(from)?.kind === 'report') return [to];
    return cards.get(to)?.kind === 'report' ? [from] : [];
  });
  return new Set([...named, ...linked]);
}

/** One finding for each time, however many people it is about. */
function wantedTwice(placed: readonly Card[]): Finding[] {
  const clashing = namedClashes(placed, ({ fields: { interested } }) => interested ?? []);
  return [...Map.groupBy(clashing, ({ cards }) => (cards[0] ? at(cards[0]) : '')).values()].map((sameTime) => {
    const names = [...new Set(sameTime.map(({ name }) => name))];
    const people = names.length > namesMax ? [...names.slice(0, namesMax), '…'] : names;
    const ids = [...new Set(sameTime.flatMap(({ cards }) => idsOf(cards)))];
    return finding('U02', 'clash', ids, { people, slot: sameTime[0]?.cards[0]?.fields.slot ?? '' });
  });
}

/** People who are named on two or more cards of one time, each with those cards. */
function namedClashes(
  placed: readonly Card[],
  namesOf: (card: Card) => readonly string[],
): { name: string; cards: Card[] }[] {
  const places = placed.flatMap((card) => {
    const names = new Map(namesOf(card).map((name) => [sameWords(name), name]));
    names.delete('');
    return [...names].map(([key, name]) => ({ key: `${at(card)}|${key}`, name, card }));
  });
  return clashes(places, ({ key }) => key).map((same) => ({
    name: same[0]?.name ?? '',
    cards: same.map(({ card }) => card),
  }));
}

/** Those of which there is more than one with the same key. */
function clashes<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyOf).values()].filter((same) => same.length > 1);
}

function idsOf(cards: readonly Card[]): string[] {
  return cards.map(({ id }) => id);
}
