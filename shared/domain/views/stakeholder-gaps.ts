// What a map of stakeholders does not hold yet: the panel of gaps beside the grid.
import type { BoardModel, Card } from '../model.ts';
import { emptySectors, isAffected, isAlly, isKeyPlayer, sectorLabel } from '../stakeholder-facts.ts';
import { filled } from '../sentence.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

export type GapName = 'no-community' | 'empty-sector' | 'no-owner' | 'lonely-ally' | 'nobody-in-room';

export interface Gap {
  name: GapName;
  /** Cards that it is about; none where somebody is missing. */
  ids: string[];
  /** Name of the card or the sector. */
  about: string | Text;
}

const sentences: Readonly<Record<GapName, Text>> = {
  'no-community': { en: 'No community voice is on the map.' },
  'empty-sector': { en: 'Nobody yet from: {about}.' },
  'no-owner': { en: '“{about}” is a key player: who keeps in touch?' },
  'lonely-ally': { en: '“{about}” is an ally without a link to any key player.' },
  'nobody-in-room': { en: 'Nobody who lives with it is in the room.' },
};

/** None on a board without stakeholders. */
export function stakeholderGaps(model: BoardModel): Gap[] {
  const { cards, links } = withoutExamples(model);
  const all = cards.filter(({ kind }) => kind === 'stakeholder');
  if (all.length === 0) return [];
  const players = new Set(all.filter(isKeyPlayer).map(({ id }) => id));
  const linked = new Set(
    links.flatMap(({ from, to }) => [...(players.has(to) ? [from] : []), ...(players.has(from) ? [to] : [])]),
  );
  const isLonely = (card: Card): boolean => isAlly(card) && !players.has(card.id) && !linked.has(card.id);
  const gap = (name: GapName, about: string | Text = '', ids: string[] = []): Gap => ({ name, about, ids });
  return [
    ...(all.some(({ fields: { sector } }) => sector === 'community') ? [] : [gap('no-community')]),
    ...emptySectors(all).map((sector) => gap('empty-sector', sectorLabel(sector))),
    ...all
      .filter(({ id, fields: { owner } }) => players.has(id) && owner === undefined)
      .map(({ id, title }) => gap('no-owner', title, [id])),
    ...(players.size === 0 ? [] : all.filter(isLonely).map(({ id, title }) => gap('lonely-ally', title, [id]))),
    ...(all.some((card) => isAffected(card) && card.fields.inRoom === true) ? [] : [gap('nobody-in-room')]),
  ];
}

export function gapSentence({ name, about }: Gap, locale: string): string {
  return filled(sentences[name], { about }, locale);
}
