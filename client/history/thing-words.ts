// What a thing that is gone is called in a list.
import { isKind, kindOf } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { MissingThing } from '@commonboard/shared/protocol/history.ts';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';

const kinds: Readonly<Record<string, MessageKey & `history.thing.${string}`>> = {
  page: 'history.thing.page',
  zone: 'history.thing.zone',
  frame: 'history.thing.frame',
  group: 'history.thing.group',
  note: 'history.thing.note',
  card: 'history.thing.card',
  text: 'history.thing.text',
  image: 'history.thing.image',
  arrow: 'history.thing.arrow',
  line: 'history.thing.line',
  draw: 'history.thing.draw',
  highlight: 'history.thing.highlight',
  bookmark: 'history.thing.bookmark',
};

export function kindText({ kind, card }: MissingThing): string {
  if (card !== null && isKind(card)) return textIn(kindOf(card).label, locale);
  return t(kinds[kind] ?? 'history.thing.shape');
}

/** Those whose words hold all that was searched for. */
export function thingsSaying<T extends MissingThing>(things: readonly T[], search: string): T[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return things.filter((thing) => {
    const said = `${kindText(thing)} ${thing.title}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}
