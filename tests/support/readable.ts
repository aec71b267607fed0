// What can be read in a file, also in what is packed inside it.
import { strFromU8, unzipSync } from 'fflate';

/** All words of a file, of what is packed inside too. */
export function readable(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${readable(part)}`)
    .join('\n');
}
