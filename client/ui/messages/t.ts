// Looks a message up and fills its gaps. Keys and gaps are checked by the compiler.
import { catalogue, type Catalogue, type MessageKey } from './catalogue.ts';
import { locale } from './locale.ts';
import type { GapsOf, GapValues, Message } from './message.ts';

const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

type Rest<K extends MessageKey> = [GapsOf<Catalogue[K]>] extends [never] ? [] : [values: GapValues<Catalogue[K]>];

/** The message `key` in the interface's language, its gaps filled; numbers are written as the language writes them. */
export function t<K extends MessageKey>(key: K, ...[values]: Rest<K>): string {
  return fill(catalogue[key], values ?? {});
}

/** Sentence of `message` for the values given. A gap without a value stays visible, so that the mistake is seen. */
export function fill(message: Message, values: Readonly<Record<string, string | number>>): string {
  return sentenceFor(message, values['count']).replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    if (value === undefined) return gap;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

function sentenceFor(message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  if (typeof count !== 'number') return message.other;
  // Languages without a form for nothing still want to say "nobody yet".
  if (count === 0 && message.zero !== undefined) return message.zero;
  return message[plurals.select(count)] ?? message.other;
}
