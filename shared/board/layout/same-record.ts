// Whether two records mean the same. Rich text is compared in canonical form: an editor may write the same text with
// other empty attributes. What is the same object is not looked into: of a shape that is dragged, all but its place is.
import type { TLRecord, TLRichText } from '@tldraw/tlschema';
import { isEqual } from '@tldraw/utils';
import { hasRichText } from './record-codec.ts';
import { sameRichText } from '../text/rich-text.ts';

type Fields = Record<string, unknown>;
type Same = (name: string, a: unknown, b: unknown) => boolean;

export function sameRecord(a: TLRecord, b: TLRecord): boolean {
  if (a === b) return true;
  const sameProp: Same = (name, one, other) =>
    name === 'richText' && hasRichText(a) ? sameRichText(one ?? {}, other ?? {}) : isEqual(one, other);
  return sameFields(a as unknown as Fields, b as unknown as Fields, (name, one, other) =>
    name === 'props' ? sameFields(one as Fields, other as Fields, sameProp) : isEqual(one, other),
  );
}

function sameFields(a: Fields, b: Fields, same: Same): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => a[name] === b[name] || (name in b && same(name, a[name], b[name])));
}

/** `next` with every part taken from `shown` that means the same: tldraw caches by identity, and a text being edited is not set anew. */
export function keepingIdentity(next: TLRecord, shown: TLRecord | undefined): TLRecord {
  if (!shown || !('props' in next) || !('props' in shown) || next.props === shown.props) return next;
  const props: Fields = { ...next.props };
  const before = shown.props as Fields;
  let isSame = Object.keys(before).length === Object.keys(props).length;
  for (const [name, value] of Object.entries(props)) {
    const same =
      value === before[name] ||
      (name === 'richText' ? sameRichText(value as TLRichText, before[name] ?? {}) : isEqual(value, before[name]));
    if (same) props[name] = before[name];
    else isSame = false;
  }
  return { ...next, props: isSame ? before : props } as TLRecord;
}
