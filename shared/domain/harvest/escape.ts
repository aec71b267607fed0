// Letters that mean something in the formats we write, and what has to stand for them.

/** For the text and the attributes of HTML and XML. Letters that XML cannot hold are taken out. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what XML forbids
  const writable = text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return writable
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** For Markdown, so that what people wrote stays words; in one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
