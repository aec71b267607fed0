// Ids of cards and links as Kumu can have them: no `_` and no `.`. Ours are known by how they begin, so that ids of somebody
// else's project are never taken for ours.

const mark = 'cb-';
const ours = 'shape:';
const unsafe = /[^A-Za-z0-9]/g;

export function kumuId(id: string): string {
  const bare = id.startsWith(ours) ? id.slice(ours.length) : id;
  return mark + bare.replace(unsafe, (letter) => `-${letter.charCodeAt(0).toString(16)}-`);
}

/** Null where it is none of ours. */
export function idFromKumu(id: string): string | null {
  if (!id.startsWith(mark)) return null;
  const bare = id
    .slice(mark.length)
    .replace(/-([0-9a-f]{1,4})-/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return ours + bare;
}
