// Rules C01 and C02: a commitment has one name that can be asked and a day that is not past, and the person knows of it.
import type { Card } from '../model.ts';
import { wordsOf } from '../words-of.ts';
import { each, type Check, type CheckOptions } from './checked-board.ts';
import { finding, type Finding } from './finding.ts';
import { hasJoiningWord, isEverybody } from './locale-words.ts';
import { isFilled } from './missing-fields.ts';

export const commitmentChecks = {
  C01: ({ ofKind, options }) =>
    each(ofKind('commitment'), (card) =>
      [aboutOwner(card, options), aboutDay(card, options)].filter((found) => found !== null),
    ),

  // Only where it is known who is here. "Asha" is Asha Rao: every word of the owner's name is one of the person's.
  C02: ({ ofKind, options }) => {
    const people = (options.participants ?? []).map((name) => new Set(wordsOf(name)));
    if (people.length === 0) return null;
    const owned = ofKind('commitment').filter((card) => isFilled(card.fields.owner) && !aboutOwner(card, options));
    return each(owned, ({ id, title, fields: { owner = '' } }) =>
      people.some((person) => wordsOf(owner).every((word) => person.has(word)))
        ? null
        : finding('C02', 'absent', [id], { title, owner }),
    );
  },
} satisfies Record<string, Check>;

function aboutOwner({ id, title, fields: { owner } }: Card, { locale }: CheckOptions): Finding | null {
  if (owner === undefined || wordsOf(owner).length === 0) return finding('C01', 'nobody', [id], { title });
  if (isEverybody(owner, locale)) return finding('C01', 'everybody', [id], { title, owner });
  const isSeveral = /[,;/&+\n]/.test(owner) || hasJoiningWord(owner, locale);
  return isSeveral ? finding('C01', 'several', [id], { title, owner }) : null;
}

/** Due today is not past. What is done needs no day. */
function aboutDay({ id, title, fields: { due, done } }: Card, { today }: CheckOptions): Finding | null {
  if (done !== undefined) return null;
  if (due === undefined) return finding('C01', 'undated', [id], { title });
  return due < today ? finding('C01', 'past', [id], { title, due }) : null;
}
