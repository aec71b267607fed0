// Commitments as an iCalendar file (RFC 5545): a task for each, so that a promise stands in its owner's calendar.
import type { BoardModel, Card } from '../model.ts';
import { oneWay } from './table.ts';

/** `now` in milliseconds since 1970. */
export function commitmentsCalendar(model: BoardModel, now: number): string {
  const stamp = `${new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const commitments = model.cards.filter(({ kind, title }) => kind === 'commitment' && title.trim() !== '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Commonboard//Results//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(model.title)}`,
    ...commitments.flatMap((card) => task(card, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function task({ id, title, fields }: Card, stamp: string): string[] {
  const { owner, due, firstStep, helpers, knownBy, done } = fields;
  const summary = [owner, oneWay(title)].filter(Boolean).join(': ');
  const more = [
    firstStep && `First step: ${firstStep}`,
    helpers && `Helped by: ${helpers.join(', ')}`,
    knownBy && `We will know by: ${knownBy}`,
  ].filter(Boolean);
  return [
    'BEGIN:VTODO',
    `UID:${escaped(id.replace(/^shape:/, ''))}@commonboard`,
    `DTSTAMP:${stamp}`,
    `SUMMARY:${escaped(summary)}`,
    ...(more.length > 0 ? [`DESCRIPTION:${escaped(more.join('\n'))}`] : []),
    ...(due ? [`DUE;VALUE=DATE:${day(due)}`] : []),
    ...(done
      ? ['STATUS:COMPLETED', 'PERCENT-COMPLETE:100', `COMPLETED:${day(done)}T000000Z`]
      : ['STATUS:NEEDS-ACTION']),
    'END:VTODO',
  ];
}

function day(date: string): string {
  return date.replaceAll('-', '');
}

function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what the format forbids
  const writable = oneWay(text).replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
  return writable.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

const lineBytesMax = 75;

/** No line has more than 75 bytes; the rest stands on the next one after a space. Letters stay whole. */
function folded(line: string): string {
  let [out, bytes] = ['', 0];
  for (const letter of line) {
    const size = utf8Bytes(letter.codePointAt(0) ?? 0);
    if (bytes + size > lineBytesMax) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}

function utf8Bytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
