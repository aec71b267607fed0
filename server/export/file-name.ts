// What a downloaded file is called: the board's title, made safe for every file system, and the kind of file.

const lettersMax = 80;

/** For `Content-Disposition` after RFC 6266: plain letters for old programs, all letters for the others. */
export function attachment(title: string, file: string): string {
  const name = `${safeTitle(title)} - ${file}`;
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7E]/g, '')
    .replace(/["\\%]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** No sign that a file system or a header takes for its own, nothing hidden, no name that Windows keeps for itself. */
export function safeTitle(title: string): string {
  const letters = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return Array.from(letters).slice(0, lettersMax).join('').trim() || 'Board';
}

/** `encodeURIComponent` leaves letters that this header keeps for itself. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
