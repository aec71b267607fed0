// The key of a server that does not let everybody make boards: asked for once, then kept on this device.
const shelfKey = 'commonboard.create-key';
let kept: string | null = null;

export function createKeyBody(): { createKey?: string } {
  const createKey = kept ?? read();
  return createKey === null ? {} : { createKey };
}

export function keepCreateKey(createKey: string): void {
  kept = createKey;
  try {
    window.localStorage.setItem(shelfKey, createKey);
  } catch {
    // Storage may be forbidden or full: the key then lasts as long as this page.
  }
}

function read(): string | null {
  try {
    return window.localStorage.getItem(shelfKey);
  } catch {
    return null;
  }
}
