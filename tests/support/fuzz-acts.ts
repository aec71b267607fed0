// What people may do in the property tests of the binding, drawn by fast-check.
import * as fc from 'fast-check';

export type Act =
  | { do: 'note'; who: number; where: number }
  | { do: 'move'; who: number; what: number; x: number; y: number }
  | { do: 'drag'; who: number; what: number; where: number; x: number }
  | { do: 'reparent'; who: number; what: number; where: number }
  | { do: 'delete'; who: number; what: number }
  | { do: 'colour'; who: number; what: number; colour: number }
  | { do: 'turn'; who: number; what: number }
  | { do: 'field'; who: number; what: number; value: number }
  | { do: 'type'; who: number; what: number; at: number }
  | { do: 'bind'; who: number; what: number; where: number }
  | { do: 'draw'; who: number; x: number; y: number }
  | { do: 'lift'; who: number }
  | { do: 'break'; who: number; what: number }
  | { do: 'drafts'; who: number }
  | { do: 'undo' | 'redo'; who: number }
  | { do: 'flush'; who: number }
  | { do: 'frame'; who: number }
  | { do: 'deliver'; from: number; to: number; pick: number; how: (typeof ways)[number] };

/** How something is delivered: one update, in any order; or all that one side has, what is collected as garbage left out. */
const ways = ['v1', 'v2', 'twice', 'state', 'difference'] as const;

/** Mostly one of a few: people who never touch the same thing show nothing. */
const n = fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 1_000 }) });
const who = fc.nat({ max: 2 });

export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('note'), who, where: n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move'),
      who,
      what: n,
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('drag'), who, what: n, where: n, x: fc.integer({ min: -500, max: 500 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reparent'), who, what: n, where: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete'), who, what: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('colour'), who, what: n, colour: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('turn'), who, what: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('field'), who, what: n, value: n }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type'), who, what: n, at: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bind'), who, what: n, where: n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('draw'),
      who,
      x: fc.integer({ min: -300, max: 300 }),
      y: fc.integer({ min: -300, max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lift'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break'), who, what: n }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drafts'), who }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('undo'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('flush'), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('frame'), who }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('deliver'),
      from: who,
      to: who,
      pick: fc.nat({ max: 1_000 }),
      how: fc.constantFrom(...ways),
    }),
  },
);
