// What people call themselves and their boards, without what cannot be seen: control characters, zero-width characters
// and direction overrides would let one name look like another.

// Variation selectors choose between pictures of one character; joiners are judged below.
const invisible = /(?![\p{VS}\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{DI}\u2028\u2029\u2800]/gu;
const doubledJoiners = /([\u200c\u200d])[\u200c\u200d]+/gu;
/** Persian and Indic words and emoji are put together with joiners; between Latin letters they only hide. */
const idleJoiners = /(^|[\s\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200c\u200d]|[\u200c\u200d](?=\s|$)/gu;

/** One line, composed (NFC), trimmed. */
export function cleanLine(raw: string): string {
  const line = raw.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim();
  return line.replace(doubledJoiners, '$1').replace(idleJoiners, '$1').trim();
}
