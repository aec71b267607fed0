// The headers of a table of links: ours and Kumu's.
import { sameWord } from './names.ts';

export type LinkColumn =
  | 'id'
  | 'fromId'
  | 'fromName'
  | 'toId'
  | 'toName'
  | 'type'
  | 'direction'
  | 'strength'
  | 'label'
  | 'rationale'
  | 'polarity'
  | 'confidence'
  | 'delayed'
  | 'feedback';

const columns: Partial<Record<string, LinkColumn>> = {
  id: 'id',
  fromid: 'fromId',
  fromname: 'fromName',
  from: 'fromName',
  source: 'fromName',
  toid: 'toId',
  toname: 'toName',
  to: 'toName',
  target: 'toName',
  type: 'type',
  direction: 'direction',
  strength: 'strength',
  label: 'label',
  description: 'rationale',
  rationale: 'rationale',
  polarity: 'polarity',
  confidence: 'confidence',
  delayed: 'delayed',
  feedback: 'feedback',
};

export function linkColumn(header: string): LinkColumn | null {
  const word = sameWord(header);
  return Object.hasOwn(columns, word) ? (columns[word] ?? null) : null;
}

/** Both ends, and nothing that only a table of cards has. */
export function isLinkHeader(headers: readonly string[]): boolean {
  const words = headers.map(sameWord);
  const has = (...any: string[]): boolean => any.some((word) => words.includes(word));
  if (has('fromid') && has('toid')) return true;
  return has('from', 'source') && has('to', 'target') && !has('title', 'name', 'kind', 'need', 'offer', 'baseline');
}
