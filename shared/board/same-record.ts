// Whether two records mean the same. Rich text is compared in canonical form: an editor may write the same text with
// other empty attributes.
import type { TLRecord, TLRichText } from '@tldraw/tlschema';
import { isEqual } from '@tldraw/utils';
import { hasRichText } from './record-codec.ts';
import { sameRichText } from './rich-text.ts';

export function sameRecord(a: TLRecord, b: TLRecord): boolean {
  if (a === b) return true;
  if (!hasRichText(a) || !hasRichText(b)) return isEqual(a, b);
  const { richText: textA, ...propsA } = a.props;
  const { richText: textB, ...propsB } = b.props;
  return isEqual({ ...a, props: propsA }, { ...b, props: propsB }) && sameRichText(textA, textB);
}

/** `next` with every part taken from `shown` that means the same: tldraw caches by identity, and a text being edited is not set anew. */
export function keepingIdentity(next: TLRecord, shown: TLRecord | undefined): TLRecord {
  if (!shown || !('props' in next) || !('props' in shown)) return next;
  const props: Record<string, unknown> = { ...next.props };
  const before = shown.props as Record<string, unknown>;
  for (const [name, value] of Object.entries(props)) {
    const same =
      name === 'richText' ? sameRichText(value as TLRichText, before[name] ?? {}) : isEqual(value, before[name]);
    if (same) props[name] = before[name];
  }
  return { ...next, props } as TLRecord;
}
