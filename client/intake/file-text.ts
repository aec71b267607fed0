// The text of a file, whichever program wrote it: UTF-8, UTF-16 with its mark, or the letters of an older Windows.

export const fileBytesMax = 20 * 1024 * 1024;

export async function fileText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheet programs still write this where nobody chose otherwise.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By its name: what an intake can be made of. */
export function isListFile({ name }: File): boolean {
  return /\.(?:csv|tsv|txt|json)$/i.test(name);
}
