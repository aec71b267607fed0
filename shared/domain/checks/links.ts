// Rules L01 and L02: every arrow joins two cards, once, in a way that fits what they are.
import { kindOf } from '../kinds.ts';
import { linkTypes, mayJoin } from '../link-types.ts';
import { each, type Check } from './checked-board.ts';
import { finding } from './finding.ts';

export const linkChecks = {
  // A second link of the same type the other way is no duplicate: it says something else.
  L01: ({ model, cards }) => {
    const first = new Map<string, string>();
    return each(model.links, ({ id, from, to, type }) => {
      const [a, b] = [cards.get(from), cards.get(to)];
      if (!a || !b) return finding('L01', 'loose', [id]);
      if (from === to) return finding('L01', 'self', [id, from], { title: a.title });
      const key = JSON.stringify([from, to, type]);
      const other = first.get(key);
      if (other === undefined) first.set(key, id);
      return other === undefined ? null : finding('L01', 'twice', [other, id], { from: a.title, to: b.title });
    });
  },

  L02: ({ model, cards }) =>
    each(model.links, ({ id, from, to, type }) => {
      const [a, b] = [cards.get(from), cards.get(to)];
      if (!a || !b || mayJoin(type, a.kind, b.kind)) return null;
      return finding('L02', 'unfit', [a.id, id, b.id], {
        from: a.title,
        to: b.title,
        verb: linkTypes[type].verb,
        fromKind: kindOf(a.kind).label,
        toKind: kindOf(b.kind).label,
      });
    }),
} satisfies Record<string, Check>;
