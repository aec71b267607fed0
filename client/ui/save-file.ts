// Hands a file to the browser's downloads. Needs no secure context.

const releaseAfterMs = 60_000;

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the address after this call has returned.
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
}

/** A title as a file name: no separators or reserved characters, at most 60 letters. */
export function fileNameFrom(title: string, ending: string): string {
  const clean = title
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${Array.from(clean).slice(0, 60).join('').trim() || 'board'}.${ending}`;
}
