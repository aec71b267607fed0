// Copies text, a field's or any, and text with its look. Without a secure context there is no navigator.clipboard, so the older way is the fallback.

export type CopyOutcome = 'copied' | 'selected';

/** `selected` where the browser allows neither way: the text is then selected, for the person to copy it. */
export async function copyFrom(field: HTMLInputElement): Promise<CopyOutcome> {
  if (await copyByClipboard(field.value)) return 'copied';
  field.focus();
  field.select();
  field.setSelectionRange(0, field.value.length);
  return copySelection() ? 'copied' : 'selected';
}

/** False where the browser allows neither way. */
export async function copyText(text: string): Promise<boolean> {
  if (await copyByClipboard(text)) return true;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(field);
  field.select();
  const isCopied = copySelection();
  field.remove();
  return isCopied;
}

/** Copies with its look, for a word processor, and as plain text for everything else. False where the browser allows no way. */
export async function copyRich(html: string, text: string): Promise<boolean> {
  if (await copyRichByClipboard(html, text)) return true;
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const isCopied = copySelection();
  document.removeEventListener('copy', put, { capture: true });
  return isCopied || copyText(text);
}

async function copyRichByClipboard(html: string, text: string): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (!clipboard || typeof ClipboardItem === 'undefined') return false;
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  try {
    await clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
    ]);
    return true;
  } catch {
    // Not permitted, or not of these types; the older way may be.
    return false;
  }
}

async function copyByClipboard(text: string): Promise<boolean> {
  // Typed as always there, yet missing on an insecure origin.
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (!clipboard) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    // Not permitted; the older way may be.
    return false;
  }
}

function copySelection(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    // Not permitted either: the text stays selected.
    return false;
  }
}
