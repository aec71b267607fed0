// Rules about the words on the cards: T11 to T13, T17, T19. All of them hints: words are the group's own.
import type { Card } from '../model.ts';
import { isKeyPlayer } from '../stakeholder-facts.ts';
import { sameWords } from '../words-of.ts';
import { each, type Check, type CheckedBoard } from './checked-board.ts';
import { finding } from './finding.ts';
import { hasJoiningWord, isWordedAsWork } from './locale-words.ts';
import { isFilled } from './missing-fields.ts';
import { similarPairs } from './similar-pairs.ts';

const titleLengthMax = 140;

export const tocWordingChecks = {
  T11: ({ chain, options }) =>
    each(chain, ({ id, title }) => {
      const { length } = title;
      if (length > titleLengthMax) return finding('T11', 'long', [id], { title, count: length });
      return title.includes(';') || hasJoiningWord(title, options.locale)
        ? finding('T11', 'joined', [id], { title })
        : null;
    }),

  T12: ({ ofKind, options }) =>
    each(ofKind('outcome'), ({ id, title }) =>
      isWordedAsWork(title, options.locale) ? finding('T12', 'work', [id], { title }) : null,
    ),

  T13: ({ ofKind }) =>
    each(ofKind('outcome'), ({ id, title, fields }) =>
      isFilled(fields.who) ? null : finding('T13', 'nobody', [id], { title }),
    ),

  // Within one group's map: groups that work side by side may well say the same.
  T17: ({ chain }) => {
    if (chain.length < 2) return null;
    const maps = [...Map.groupBy(chain, ({ group }) => group).values()];
    return maps.flatMap((map) =>
      similarPairs(map.map(({ title }) => title)).flatMap(([i, j]) => {
        const [a, b] = [map[i], map[j]];
        return a && b ? [finding('T17', 'alike', [a.id, b.id], { title: a.title, other: b.title })] : [];
      }),
    );
  },

  T19: (board) => {
    const players = board.model.cards.filter((card) => isKeyPlayer(card) && sameWords(card.title) !== '');
    if (players.length === 0) return null;
    const plan = wordsOfPlan(board);
    return each(players, ({ id, title }) =>
      plan.includes(` ${sameWords(title)} `) ? null : finding('T19', 'unnamed', [id], { title }),
    );
  },
} satisfies Record<string, Check>;

/** All words of cards that could name somebody, with a blank at both ends. The register itself is not the plan. */
function wordsOfPlan({ model }: CheckedBoard): string {
  const named = ({ title, fields: { who, owner, responsible, provider, helpers } }: Card): (string | undefined)[] => [
    title,
    who,
    owner,
    responsible,
    provider,
    ...(helpers ?? []),
  ];
  return model.cards
    .filter(({ kind }) => kind !== 'stakeholder')
    .flatMap(named)
    .flatMap((text) => (text === undefined ? [] : [` ${sameWords(text)} `]))
    .join('|');
}
